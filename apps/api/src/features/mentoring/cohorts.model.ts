import mongoose from 'mongoose';

export interface CohortRecord {
  _id: mongoose.Types.ObjectId;
  name: string;
  roadmap: string;
  mentorIds: mongoose.Types.ObjectId[];
  /** Ten letters and digits; missing when it was revoked. */
  code?: string;
  codeExpiresAt: Date | null;
  createdAt: Date;
}

const cohortSchema = new mongoose.Schema<CohortRecord>(
  {
    name: { type: String, required: true },
    roadmap: { type: String, required: true },
    mentorIds: { type: [mongoose.Schema.Types.ObjectId], required: true },
    code: String,
    codeExpiresAt: { type: Date, default: null },
    createdAt: { type: Date, required: true },
  },
  { collection: 'cohorts', versionKey: false },
);
// A code opens one cohort.
cohortSchema.index({ code: 1 }, { unique: true, sparse: true });
// The cohorts that somebody mentors, the newest first.
cohortSchema.index({ mentorIds: 1, _id: -1 });

export const Cohort = mongoose.model('Cohort', cohortSchema);
