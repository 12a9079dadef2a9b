import mongoose from 'mongoose';

export interface AccountRecord {
  _id: mongoose.Types.ObjectId;
  name: string;
  handle: string;
  /** As it was typed: mail goes there. */
  email: string;
  /** What makes two addresses the same: see `email-key.ts`. */
  emailKey: string;
  passwordHash: string;
  timeZone: string;
  role: 'member' | 'owner';
  version: number;
  createdAt: Date;
  /** Set: signed out everywhere, and erased from this time on. */
  eraseAfter?: Date;
}

const accountSchema = new mongoose.Schema<AccountRecord>(
  {
    name: { type: String, required: true },
    handle: { type: String, required: true },
    email: { type: String, required: true },
    emailKey: { type: String, required: true },
    passwordHash: { type: String, required: true },
    timeZone: { type: String, required: true },
    role: { type: String, enum: ['member', 'owner'], required: true },
    version: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    eraseAfter: Date,
  },
  { collection: 'accounts', versionKey: false },
);
// One account per address.
accountSchema.index({ emailKey: 1 }, { unique: true });
// One member per handle: it is the address of their page.
accountSchema.index({ handle: 1 }, { unique: true });
// The sweep finds who is to be erased without reading the others.
accountSchema.index({ eraseAfter: 1 }, { sparse: true });

export const Account = mongoose.model('Account', accountSchema);
