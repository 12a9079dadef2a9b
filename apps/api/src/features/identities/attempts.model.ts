import type { IdentityPurpose } from '@waymark/contract';
import mongoose from 'mongoose';

/** One way to a provider and back, by one browser. */
export interface IdentityAttemptRecord {
  /** SHA-256 of the state, base64url. */
  _id: string;
  provider: string;
  /** SHA-256 of the cookie that holds it to the browser which began. */
  browser: string;
  purpose: IdentityPurpose;
  /** Who links, or steps up. */
  accountId?: mongoose.Types.ObjectId;
  next: string;
  staySignedIn: boolean;
  /** What has to stay secret: see `attempts.ts`. Encrypted. */
  sealed: string;
  /** `busy`: somebody has come back with it. `code`: the provider's part is done, and a second factor is asked for. */
  stage: 'begun' | 'busy' | 'code';
  codeTries: number;
  createdAt: Date;
  expiresAt: Date;
}

const attemptSchema = new mongoose.Schema<IdentityAttemptRecord>(
  {
    _id: { type: String, required: true },
    provider: { type: String, required: true },
    browser: { type: String, required: true },
    purpose: { type: String, required: true },
    accountId: mongoose.Schema.Types.ObjectId,
    next: { type: String, required: true },
    staySignedIn: { type: Boolean, required: true },
    sealed: { type: String, required: true },
    stage: { type: String, required: true },
    codeTries: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'identityattempts', versionKey: false },
);
// Sweeps what has ended. Whether one has is asked in each query.
attemptSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const IdentityAttempt = mongoose.model('IdentityAttempt', attemptSchema);
