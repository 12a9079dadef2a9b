import type { NotificationKind } from '@waymark/contract';
import mongoose from 'mongoose';
import { askForLetters } from './letter-due.js';
import { Notification } from './notifications.model.js';

interface Told {
  review: { _id: mongoose.Types.ObjectId; learnerId: mongoose.Types.ObjectId };
  kind: NotificationKind;
  /** Nobody, where time did it. */
  actorId: string | null;
  days?: number;
  at: Date;
}

const idOf = (id: string) => new mongoose.Types.ObjectId(id);

/** Tells members of something in a review, in the transaction around it: what they have not read of it yet says this too. */
export async function tellMembers({ review, kind, actorId, days, at }: Told, memberIds: readonly string[]) {
  const actor = actorId === null ? null : idOf(actorId);
  const toMail: string[] = [];
  for (const memberId of memberIds) {
    const { upsertedCount } = await Notification.updateOne(
      { memberId: idOf(memberId), reviewId: review._id, isUnread: true },
      {
        $set: { learnerId: review.learnerId, kind, actorId: actor, days: days ?? null, at },
        $inc: { count: 1 },
        // A reminder is for those who did not act on the first letter.
        ...(kind === 'nudge' && { $unset: { mailedAt: 1 } }),
      },
      { upsert: true },
    );
    if (upsertedCount > 0 || kind === 'nudge') toMail.push(memberId);
  }
  await askForLetters(toMail, at);
}

/** What these members were told of a review needs nothing of them any more; `except`: of all but these. */
export async function settleTold(
  reviewId: mongoose.Types.ObjectId,
  who: { only: readonly string[] } | { except: readonly string[] },
): Promise<void> {
  const whom = 'only' in who ? { $in: who.only.map(idOf) } : { $nin: who.except.map(idOf) };
  await Notification.updateMany(
    { reviewId, isUnread: true, memberId: mongoose.trusted(whom) },
    { $set: { isUnread: false } },
  );
}

/** A member may not see this review any more. */
export async function forgetReviewOf(reviewId: mongoose.Types.ObjectId, memberId: string): Promise<void> {
  await Notification.deleteMany({ reviewId, memberId });
}
