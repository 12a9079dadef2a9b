import mongoose from 'mongoose';

/** A key that records are signed with. None is ever deleted: what it signed is checked for as long as somebody has it. */
export interface RecordKeyRecord {
  /** Its thumbprint, RFC 7638. */
  _id: string;
  /** Public: the modulus and the exponent, base64url. */
  n: string;
  e: string;
  /** PKCS #8, sealed with the instance's keys. */
  sealed: string;
  madeAt: Date;
}

const recordKeySchema = new mongoose.Schema<RecordKeyRecord>(
  {
    _id: { type: String, required: true },
    n: { type: String, required: true },
    e: { type: String, required: true },
    sealed: { type: String, required: true },
    madeAt: { type: Date, required: true },
  },
  { collection: 'recordkeys', versionKey: false },
);

export const RecordKey = mongoose.model('RecordKey', recordKeySchema);
