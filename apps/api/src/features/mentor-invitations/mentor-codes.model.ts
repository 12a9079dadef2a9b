import mongoose from 'mongoose';

/** A code with which learners choose a mentor who has no cohort. */
export interface MentorCodeRecord {
  _id: mongoose.Types.ObjectId;
  mentorId: mongoose.Types.ObjectId;
  roadmap: string;
  /** Ten letters and digits, as a cohort's. */
  code: string;
  uses: number;
  usesLeft: number;
  createdAt: Date;
  expiresAt: Date;
  revokedAt?: Date;
}

const mentorCodeSchema = new mongoose.Schema<MentorCodeRecord>(
  {
    mentorId: { type: mongoose.Schema.Types.ObjectId, required: true },
    roadmap: { type: String, required: true },
    code: { type: String, required: true },
    uses: { type: Number, required: true },
    usesLeft: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    revokedAt: Date,
  },
  { collection: 'mentorcodes', versionKey: false },
);
// A code opens one thing.
mentorCodeSchema.index({ code: 1 }, { unique: true });
// A mentor's, the newest first.
mentorCodeSchema.index({ mentorId: 1, _id: -1 });
// What is long over is forgotten after 180 days, as invitations.
mentorCodeSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 180 * 86_400 });

export const MentorCode = mongoose.model('MentorCode', mentorCodeSchema);
