import type { ReviewActKind } from '@waymark/contract';
import { Problem } from '../../http/problem.js';
import { checkVersion } from '../../http/version.js';
import { recordLooks } from '../looks/record-looks.js';
import { keepAct, keepTime } from './keep-review.js';
import { reviewAnswer } from './review-answer.js';
import { Review, type ReviewRecord } from './reviews.model.js';
import { mayRead } from './who-reviews.js';

/** A review that this member may see; any other does not exist for them. */
export async function getReview(id: string, memberId: string): Promise<ReviewRecord> {
  const review = await Review.findOne({ _id: id }).lean<ReviewRecord>();
  if (!review || !(await mayRead(review, memberId))) throw new Problem('not-found');
  return review;
}

/** The same for who only reads it: its learner is to know that they looked. Outside of transactions. */
export async function lookAtReview(id: string, memberId: string, now: Date): Promise<ReviewRecord> {
  const review = await getReview(id, memberId);
  await recordLooks([{ learnerId: review.learnerId, mentorId: memberId, what: 'review' }], now);
  return review;
}

/** Who does something with which review, when, and on which version of it where that is asked for. */
export interface OnReview {
  id: string;
  memberId: string;
  now: Date;
  ifMatch?: number;
}

/** The review to act on, as time has made it; `stale`, with what it is now, where somebody was quicker. */
export async function openReview({ id, memberId, now, ifMatch }: OnReview): Promise<ReviewRecord> {
  const found = await getReview(id, memberId);
  if (ifMatch !== undefined) {
    const isStale = !Number.isNaN(ifMatch) && ifMatch !== found.version;
    const current = isStale ? await reviewAnswer(found, memberId, now) : undefined;
    checkVersion(ifMatch, found.version, () => current);
  }
  return keepTime(found, now);
}

/** One act of a member on a review, inside the caller's transaction: of two at once, one sees what the other did. */
export async function actOnReview(on: OnReview, kind: ReviewActKind): Promise<ReviewRecord> {
  return keepAct(await openReview(on), { kind, actorId: on.memberId, at: on.now });
}
