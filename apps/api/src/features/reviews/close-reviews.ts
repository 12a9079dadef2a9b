import { consentKeys, timeEvent } from '@waymark/contract';
import mongoose from 'mongoose';
import { transact } from '../../database/transact.js';
import { forgetAnswers } from '../../http/once.js';
import { Grant } from '../mentoring/grants.model.js';
import { forgetReviews, forgetUnseen } from '../notifications/forget-told.js';
import { keepAct, keepEvent, keepTime } from './keep-review.js';
import { Reviewer } from './reviewers.model.js';
import { Review, ReviewEventEntry, type ReviewRecord } from './reviews.model.js';
import { Revision } from './revisions.model.js';
import { ReviewComment, ReviewDraft, Snippet } from './talk.model.js';
import { Verdict } from './verdicts.model.js';
import { followReviews, mayRead } from './who-reviews.js';

type Id = mongoose.Types.ObjectId;

/** A project that nobody may see any more is not reviewed: what is open is withdrawn by its learner. */
export async function withdrawOpen(projectId: Id, learnerId: string, now: Date): Promise<void> {
  const open = await Review.findOne({ projectId, isOpen: true }).lean<ReviewRecord>();
  if (!open) return;
  const review = await keepTime(open, now);
  await keepAct(review, { kind: 'withdraw', actorId: learnerId, at: now });
}

/** With a project everything goes that was said about it. */
export async function deleteReviews(projectId: Id): Promise<void> {
  const reviewIds = await Review.distinct('_id', { projectId });
  const theirs = { reviewId: mongoose.trusted({ $in: reviewIds }) };
  await ReviewEventEntry.deleteMany(theirs);
  await ReviewComment.deleteMany(theirs);
  await ReviewDraft.deleteMany(theirs);
  await Verdict.deleteMany({ projectId });
  await Revision.deleteMany({ projectId });
  await forgetReviews(reviewIds);
  await Review.deleteMany({ projectId });
}

/** Mentors who were let in once and see less than everything now. */
async function findNarrowed(learnerId: string): Promise<string[]> {
  const all = { isLive: true, ...Object.fromEntries(consentKeys.map((key) => [`consent.${key}`, true])) };
  const ever = await Grant.distinct('mentorId', { learnerId });
  const whole = new Set((await Grant.distinct('mentorId', { learnerId, ...all })).map(String));
  return ever.map(String).filter((mentorId) => !whole.has(mentorId));
}

/**
 * Whoever may see a learner's projects no longer lets go of their reviews: each goes back to its place. Nobody who sees less
 * than everything is answered again what they were answered before.
 */
export async function letGo(learnerId: string, now: Date): Promise<void> {
  await forgetAnswers(await findNarrowed(learnerId), [learnerId]);
  // Whoever takes one on at this moment read of a grant that ends: the two meet here, and one of them runs again.
  await Review.updateMany({ learnerId, isOpen: true }, { $inc: { grantChanges: 1 } });
  await followReviews(learnerId);
  const held = await Review.find({ learnerId, isOpen: true, state: 'in_review' }).lean<ReviewRecord[]>();
  for (const review of held) {
    if (!review.claim || (await mayRead(review, review.claim.mentorId))) continue;
    await giveBack(review, now);
  }
  await forgetUnseen(learnerId);
}

/** A member leaves for good: their own reviews go, and what they held goes back. What they answered stays, without a name. */
export async function eraseReviews(memberId: Id, now: Date): Promise<void> {
  for (const projectId of await Review.distinct('projectId', { learnerId: memberId })) await deleteReviews(projectId);
  await Revision.deleteMany({ learnerId: memberId });
  await Reviewer.deleteOne({ _id: memberId });
  await ReviewDraft.deleteMany({ authorId: memberId });
  await Snippet.deleteMany({ ownerId: memberId });
  // Somebody else's review and its events must agree, wherever this is cut short.
  await transact(Review.db, async () => {
    const held = { heldBy: String(memberId), 'claim.mentorId': String(memberId) };
    for (const review of await Review.find(held).lean<ReviewRecord[]>()) await giveBack(review, now);
  });
}

/** It waits for others again, and keeps its place. */
async function giveBack(review: ReviewRecord, now: Date): Promise<void> {
  await keepEvent(review, timeEvent(review, 'lapse', now));
}
