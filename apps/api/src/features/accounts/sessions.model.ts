import mongoose from 'mongoose';

/** One family of refresh tokens. The tokens themselves are derived, so nothing secret is stored. */
export interface SessionRecord {
  _id: mongoose.Types.ObjectId;
  accountId: mongoose.Types.ObjectId;
  /** Of the newest refresh token. */
  generation: number;
  rotatedAt: Date;
  device: string;
  staySignedIn: boolean;
  createdAt: Date;
  lastUsedAt: Date;
  /** When it ends if nobody uses it; moved with each use, never past `endsAt`. */
  idleEndsAt: Date;
  endsAt: Date;
  /** When the password was last given. */
  provedAt: Date;
}

const sessionSchema = new mongoose.Schema<SessionRecord>(
  {
    accountId: { type: mongoose.Schema.Types.ObjectId, required: true },
    generation: { type: Number, required: true },
    rotatedAt: { type: Date, required: true },
    device: { type: String, default: '' },
    staySignedIn: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    lastUsedAt: { type: Date, required: true },
    idleEndsAt: { type: Date, required: true },
    endsAt: { type: Date, required: true },
    provedAt: { type: Date, required: true },
  },
  { collection: 'sessions', versionKey: false },
);
// A member's sessions, the last used first; the oldest go when there are more than twenty.
sessionSchema.index({ accountId: 1, lastUsedAt: -1 });
// Sweeps what has ended. Whether one has ended is asked in each query.
sessionSchema.index({ idleEndsAt: 1 }, { expireAfterSeconds: 0 });

export const Session = mongoose.model('Session', sessionSchema);
