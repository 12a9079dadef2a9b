import mongoose from 'mongoose';
import { forgetAnswers } from '../../http/once.js';
import { dropJob } from '../../jobs/ask-for-job.js';
import { Grant } from '../mentoring/grants.model.js';
import { Review, type ReviewRecord } from '../reviews/reviews.model.js';
import { findAsked } from '../reviews/who-reviews.js';
import { letterKind, weeklyKind } from './letter-due.js';
import { aboutReview, idsOf, keyOf, Notification } from './notifications.model.js';
import { nudgeKind } from './tell-of-review.js';

type Id = mongoose.Types.ObjectId;

/** Reviews are gone: so is what was told of them. */
export async function forgetReviews(reviewIds: readonly Id[]): Promise<void> {
  await Notification.deleteMany({ about: mongoose.trusted({ $in: reviewIds.map(aboutReview) }) });
  for (const id of reviewIds) await dropJob(nudgeKind, String(id));
}

/** A project is private: what was told and answered of it, and of its reviews, is left to its learner alone. */
export async function forgetProject(projectId: Id, learnerId: Id): Promise<void> {
  const reviews: Id[] = await Review.distinct('_id', { projectId });
  await forgetAnswers(await Grant.distinct('mentorId', { learnerId }), [projectId, ...reviews]);
  const about = mongoose.trusted({
    $in: [keyOf({ kind: 'project', id: String(projectId) }), ...reviews.map(aboutReview)],
  });
  await Notification.deleteMany({ about, memberId: mongoose.trusted({ $ne: learnerId }) });
}

/** Whoever may not see a learner's reviews any more is left nothing of them, read or not. */
export async function forgetUnseen(learnerId: string): Promise<void> {
  const told = idsOf('review', await Notification.distinct('about', { learnerId }));
  const reviews = await Review.find({ _id: mongoose.trusted({ $in: told }) }).lean<ReviewRecord[]>();
  for (const { _id, audience, heldBy } of reviews) {
    // Of the pool nobody is told but who holds it.
    const asked = (await findAsked(audience, learnerId)) ?? (heldBy ? [heldBy] : []);
    const others = { $nin: [learnerId, ...asked].map((id) => new mongoose.Types.ObjectId(id)) };
    await Notification.deleteMany({ about: aboutReview(_id), memberId: mongoose.trusted(others) });
  }
}

/** A member leaves for good. */
export async function eraseNotifications(memberId: Id): Promise<void> {
  await Notification.deleteMany({ memberId });
  await dropJob(letterKind, String(memberId));
  await dropJob(weeklyKind, String(memberId));
}
