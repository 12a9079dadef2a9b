import type { RecordFacts } from '@waymark/contract';
import mongoose from 'mongoose';

/** A record as it was signed. Only its standing changes. */
export interface SignedRecordRecord {
  /** Its key: 128 bits, base64url. */
  _id: string;
  learnerId: mongoose.Types.ObjectId;
  roadmap: string;
  issuedAt: Date;
  withdrawnAt: Date | null;
  /** Of its place in a list of withdrawn records; one that was signed before there were lists has none. */
  place?: string;
  facts: RecordFacts;
  /** The JSON Web Token. */
  signed: string;
}

const signedRecordSchema = new mongoose.Schema<SignedRecordRecord>(
  {
    _id: { type: String, required: true },
    learnerId: { type: mongoose.Schema.Types.ObjectId, required: true },
    roadmap: { type: String, required: true },
    issuedAt: { type: Date, required: true },
    withdrawnAt: { type: Date, default: null },
    place: { type: String },
    facts: { type: mongoose.Schema.Types.Mixed, required: true },
    signed: { type: String, required: true },
  },
  { collection: 'records', versionKey: false, minimize: false },
);
// A learner's records, the newest first.
signedRecordSchema.index({ learnerId: 1, issuedAt: -1, _id: -1 });

export const SignedRecord = mongoose.model('SignedRecord', signedRecordSchema);
