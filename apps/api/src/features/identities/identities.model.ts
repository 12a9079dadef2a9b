import mongoose from 'mongoose';

/** A provider's account that a member signs in by. */
export interface IdentityRecord {
  _id: mongoose.Types.ObjectId;
  accountId: mongoose.Types.ObjectId;
  /** `oidc`, `github`. */
  provider: string;
  /** What the provider never gives to anybody else. */
  subject: string;
  /** As the provider calls this person: an address or a user name. */
  label: string;
  linkedAt: Date;
  /** Counts up when another of the same member is unlinked, so that two at once meet. */
  revision: number;
}

const identitySchema = new mongoose.Schema<IdentityRecord>(
  {
    accountId: { type: mongoose.Schema.Types.ObjectId, required: true },
    provider: { type: String, required: true },
    subject: { type: String, required: true },
    label: { type: String, default: '' },
    linkedAt: { type: Date, required: true },
    revision: { type: Number, default: 0 },
  },
  { collection: 'identities', versionKey: false },
);
// One account per identity, however many come back at once.
identitySchema.index({ provider: 1, subject: 1 }, { unique: true });
// A member's ways in.
identitySchema.index({ accountId: 1 });

export const Identity = mongoose.model('Identity', identitySchema);
