import mongoose from 'mongoose';

/** What a member says of themselves as a reviewer; who has none promises nothing, and is not in the pool. */
export interface ReviewerRecord {
  /** The member's. */
  _id: mongoose.Types.ObjectId;
  promiseDays: number | null;
  inPool: boolean;
  /** Missing on what was saved before it could be said. */
  isNamed?: boolean;
}

const reviewerSchema = new mongoose.Schema<ReviewerRecord>(
  {
    _id: { type: mongoose.Schema.Types.ObjectId, required: true },
    promiseDays: { type: Number, default: null },
    inPool: { type: Boolean, required: true },
    isNamed: Boolean,
  },
  { collection: 'reviewers', versionKey: false },
);
// Whether anybody is in the pool.
reviewerSchema.index({ inPool: 1 });

export const Reviewer = mongoose.model('Reviewer', reviewerSchema);
