import type { Scope } from '@waymark/contract';
import mongoose from 'mongoose';

/** A personal access token. The token itself is shown once and stored nowhere. */
export interface AccessTokenRecord {
  _id: mongoose.Types.ObjectId;
  accountId: mongoose.Types.ObjectId;
  name: string;
  /** SHA-256 of the token, base64url. */
  hash: string;
  scopes: Scope[];
  createdAt: Date;
  expiresAt: Date;
  /** To the minute or so. */
  lastUsedAt?: Date;
}

const accessTokenSchema = new mongoose.Schema<AccessTokenRecord>(
  {
    accountId: { type: mongoose.Schema.Types.ObjectId, required: true },
    name: { type: String, required: true },
    hash: { type: String, required: true },
    scopes: { type: [String], required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    lastUsedAt: Date,
  },
  { collection: 'accesstokens', versionKey: false },
);
// Whose token it is.
accessTokenSchema.index({ hash: 1 }, { unique: true });
// A member's tokens, the newest first.
accessTokenSchema.index({ accountId: 1, _id: -1 });
// Sweeps what has ended. Whether one has is asked in each query.
accessTokenSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const AccessToken = mongoose.model('AccessToken', accessTokenSchema);
