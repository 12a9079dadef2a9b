import mongoose from 'mongoose';

/** What a learner said of themselves in a cohort. Without one they said nothing: no other learner sees them. */
export interface CohortSeatRecord {
  _id: mongoose.Types.ObjectId;
  cohortId: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  /** Folded, as rosters sort by it. */
  learnerName: string;
  isListed: boolean;
  /** Mentors who came later and are not let in: not to be asked about again. As many as a cohort has mentors, at most. */
  declined: mongoose.Types.ObjectId[];
}

const id = { type: mongoose.Schema.Types.ObjectId, required: true };

const seatSchema = new mongoose.Schema<CohortSeatRecord>(
  {
    cohortId: id,
    learnerId: id,
    learnerName: { type: String, required: true },
    isListed: { type: Boolean, default: false },
    declined: { type: [mongoose.Schema.Types.ObjectId], default: [] },
  },
  { collection: 'cohortseats', versionKey: false },
);
// One of a learner in a cohort, and all of theirs.
seatSchema.index({ learnerId: 1, cohortId: 1 }, { unique: true });
// The names that its learners see, in their order.
seatSchema.index({ cohortId: 1, isListed: 1, learnerName: 1, _id: 1 });

export const CohortSeat = mongoose.model('CohortSeat', seatSchema);
