import mongoose from 'mongoose';

/** How far the nightly look at what needs attention has come: one document. */
export interface RoundRecord {
  _id: string;
  beganAt: Date;
  /** The last enrolment that was looked at; `null`: all were. */
  after: mongoose.Types.ObjectId | null;
}

const roundSchema = new mongoose.Schema<RoundRecord>(
  {
    _id: { type: String, required: true },
    beganAt: { type: Date, required: true },
    after: { type: mongoose.Schema.Types.ObjectId, default: null },
  },
  { collection: 'attentionrounds', versionKey: false },
);

export const Round = mongoose.model('AttentionRound', roundSchema);
