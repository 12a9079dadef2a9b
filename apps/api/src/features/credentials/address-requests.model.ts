import mongoose from 'mongoose';

/** What somebody asked for an address, whoever has it. */
export type AddressRequestKind = 'reset' | 'verify' | 'sign-up';

/** Waits for seconds: whether anybody has the address is looked up after the answer, so that no answer can tell. */
export interface AddressRequestRecord {
  _id: mongoose.Types.ObjectId;
  kind: AddressRequestKind;
  /** Empty where what was typed is no address. */
  emailKey: string;
  at: Date;
  /** Where it came from, for the audit log. */
  address: string;
  device: string;
  /** With a sign-up alone. */
  newcomer?: { name: string; email: string; passwordHash: string; timeZone: string };
}

const newcomerSchema = new mongoose.Schema<NonNullable<AddressRequestRecord['newcomer']>>(
  {
    name: { type: String, required: true },
    email: { type: String, required: true },
    passwordHash: { type: String, required: true },
    timeZone: { type: String, required: true },
  },
  { _id: false },
);

const addressRequestSchema = new mongoose.Schema<AddressRequestRecord>(
  {
    kind: { type: String, required: true },
    emailKey: { type: String, default: '' },
    at: { type: Date, required: true },
    address: { type: String, default: '' },
    device: { type: String, default: '' },
    newcomer: { type: newcomerSchema, required: false },
  },
  { collection: 'addressrequests', versionKey: false },
);
// The oldest first. One that could not be answered in a day is forgotten.
addressRequestSchema.index({ at: 1 }, { expireAfterSeconds: 86_400 });
// Erasing an account ends what was asked for its address.
addressRequestSchema.index({ emailKey: 1 });

export const AddressRequest = mongoose.model('AddressRequest', addressRequestSchema);
