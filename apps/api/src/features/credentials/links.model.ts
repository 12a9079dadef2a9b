import mongoose from 'mongoose';

/** What following a link does. */
export type LinkKind = 'verify' | 'reset' | 'change-email' | 'undo-email' | 'keep-account' | 'claim';

/** One link that was mailed or handed over. The token itself is stored nowhere. */
export interface LinkRecord {
  /** SHA-256 of the token, base64url. */
  _id: string;
  kind: LinkKind;
  /** `null`: nobody's in particular, such as the first owner's. */
  accountId: mongoose.Types.ObjectId | null;
  /** What the act needs: the new address, or the one of before. */
  email?: string;
  createdAt: Date;
  expiresAt: Date;
}

const linkSchema = new mongoose.Schema<LinkRecord>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    accountId: { type: mongoose.Schema.Types.ObjectId, default: null },
    email: String,
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'links', versionKey: false },
);
// A new link ends the ones before it; erasing an account ends them all.
linkSchema.index({ accountId: 1, kind: 1 });
// Sweeps what has ended. Whether one has is asked in each query.
linkSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const Link = mongoose.model('Link', linkSchema);
