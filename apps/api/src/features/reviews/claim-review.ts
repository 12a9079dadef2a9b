import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import { type OnReview, openReview } from './act-on-review.js';
import { countHeld } from './busy-reviewers.js';
import { keepAct } from './keep-review.js';
import { Reviewer, type ReviewerRecord } from './reviewers.model.js';
import type { ReviewRecord } from './reviews.model.js';

/**
 * Takes a review on, in the caller's transaction; `hands-full` where it is one more than its reviewer takes. Of two at once for
 * the last place, one runs again and finds it taken.
 */
export async function claimReview(on: OnReview): Promise<ReviewRecord> {
  const before = await openReview(on);
  const after = await keepAct(before, { kind: 'claim', actorId: on.memberId, at: on.now });
  if (before.claim) return after;
  const limited = { _id: on.memberId, capacity: mongoose.trusted({ $ne: null }) };
  const reviewer = await Reviewer.findOneAndUpdate(limited, { $inc: { taken: 1 } }).lean<ReviewerRecord>();
  const capacity = reviewer?.capacity;
  if (capacity && (await countHeld(on.memberId, on.now)) > capacity) {
    throw new Problem('hands-full', { detail: 'Finish one of those that you hold, or give one back, first.' });
  }
  return after;
}
