import type { SeesWhom } from '@waymark/contract';
import mongoose from 'mongoose';

export interface CohortRecord {
  _id: mongoose.Types.ObjectId;
  name: string;
  roadmap: string;
  /** At most fifty, all with the same rights. */
  mentorIds: mongoose.Types.ObjectId[];
  /** Those of them who came after its maker, and when: who learned in it before is asked what they may see. */
  laterMentors?: { mentorId: mongoose.Types.ObjectId; since: Date }[];
  startsOn?: string | null;
  endsOn?: string | null;
  /** Missing on what was made before there was a choice: nobody sees anybody. */
  seesWhom?: SeesWhom;
  /** Ten letters and digits; missing when it was revoked. */
  code?: string;
  codeExpiresAt: Date | null;
  /** How many can still join with it; `null`: as many as like. */
  codeUsesLeft?: number | null;
  /** Counts who came in: joining and a change of code, mentors or archive meet here, and one of them runs again. */
  joins?: number;
  archivedAt?: Date | null;
  createdAt: Date;
  /** Missing on what was made before it could be changed. */
  version?: number;
}

const cohortSchema = new mongoose.Schema<CohortRecord>(
  {
    name: { type: String, required: true },
    roadmap: { type: String, required: true },
    mentorIds: { type: [mongoose.Schema.Types.ObjectId], required: true },
    laterMentors: { type: [{ _id: false, mentorId: mongoose.Schema.Types.ObjectId, since: Date }], default: undefined },
    startsOn: String,
    endsOn: String,
    seesWhom: String,
    code: String,
    codeExpiresAt: { type: Date, default: null },
    codeUsesLeft: { type: Number, default: null },
    joins: Number,
    archivedAt: { type: Date, default: null },
    version: Number,
    createdAt: { type: Date, required: true },
  },
  { collection: 'cohorts', versionKey: false },
);
// A code opens one cohort.
cohortSchema.index({ code: 1 }, { unique: true, sparse: true });
// The cohorts that somebody mentors, the newest first.
cohortSchema.index({ mentorIds: 1, _id: -1 });

export const Cohort = mongoose.model('Cohort', cohortSchema);
