import mongoose from 'mongoose';
import { dropJob } from '../../jobs/ask-for-job.js';
import { Review, type ReviewRecord } from '../reviews/reviews.model.js';
import { mayRead } from '../reviews/who-reviews.js';
import { letterKind } from './letter-due.js';
import { Notification, type NotificationRecord } from './notifications.model.js';
import { forgetReviewOf } from './tell-members.js';
import { nudgeKind } from './tell-of-review.js';

type Id = mongoose.Types.ObjectId;

/** Reviews are gone: so is what was told of them. */
export async function forgetReviews(reviewIds: readonly Id[]): Promise<void> {
  await Notification.deleteMany({ reviewId: mongoose.trusted({ $in: reviewIds }) });
  for (const id of reviewIds) await dropJob(nudgeKind, String(id));
}

/** Whoever may not see a learner's reviews any more is left nothing of them, read or not. */
export async function forgetUnseen(learnerId: string): Promise<void> {
  const told = await Notification.find(
    { learnerId, memberId: mongoose.trusted({ $ne: new mongoose.Types.ObjectId(learnerId) }) },
    { memberId: 1, reviewId: 1 },
  ).lean<Pick<NotificationRecord, 'memberId' | 'reviewId'>[]>();
  const pairs = new Map(told.map(({ memberId, reviewId }) => [`${reviewId} ${memberId}`, { memberId, reviewId }]));
  for (const { memberId, reviewId } of pairs.values()) {
    const review = await Review.findOne({ _id: reviewId }).lean<ReviewRecord>();
    if (review && (await mayRead(review, String(memberId)))) continue;
    await forgetReviewOf(reviewId, String(memberId));
  }
}

/** A member leaves for good. */
export async function eraseNotifications(memberId: Id): Promise<void> {
  await Notification.deleteMany({ memberId });
  await dropJob(letterKind, String(memberId));
}
