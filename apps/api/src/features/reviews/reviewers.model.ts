import type { Away, AwaySpan } from '@waymark/contract';
import mongoose from 'mongoose';

/** What a member says of themselves as a reviewer; who has none promises nothing, and is not in the pool. */
export interface ReviewerRecord {
  /** The member's. */
  _id: mongoose.Types.ObjectId;
  promiseDays: number | null;
  inPool: boolean;
  /** Missing on what was saved before it could be said, as are the rest. */
  isNamed?: boolean;
  capacity?: number | null;
  /** Their days, and when those were in the zone in which they said it. It stays when it is over: what was promised has moved by it. */
  away?: (Away & AwaySpan) | null;
  /** The one before. */
  wasAway?: AwaySpan | null;
  /** Counts what they took on, so that two at once meet here. */
  taken?: number;
}

const mixed = { type: mongoose.Schema.Types.Mixed, default: null };

const reviewerSchema = new mongoose.Schema<ReviewerRecord>(
  {
    _id: { type: mongoose.Schema.Types.ObjectId, required: true },
    promiseDays: { type: Number, default: null },
    inPool: { type: Boolean, required: true },
    isNamed: Boolean,
    capacity: { type: Number, default: null },
    away: mixed,
    wasAway: mixed,
    taken: Number,
  },
  { collection: 'reviewers', versionKey: false },
);
// Whether anybody is in the pool.
reviewerSchema.index({ inPool: 1 });

export const Reviewer = mongoose.model('Reviewer', reviewerSchema);

/** When a reviewer was or will be away, as far as it is known. */
export function awayOf(reviewer: Pick<ReviewerRecord, 'away' | 'wasAway'> | null | undefined): AwaySpan[] {
  return [reviewer?.wasAway ?? [], reviewer?.away ?? []].flat();
}
