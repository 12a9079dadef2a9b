import type { Notification as Answer } from '@waymark/contract';
import mongoose from 'mongoose';
import { olderThan, page, readCursor } from '../../http/cursor.js';
import { findPeople, formerMember } from '../accounts/find-people.js';
import { Review, type ReviewRecord } from '../reviews/reviews.model.js';
import { Notification, type NotificationRecord } from './notifications.model.js';

async function answers(records: readonly NotificationRecord[]): Promise<Answer[]> {
  const reviewIds = records.map(({ reviewId }) => reviewId);
  const reviews = await Review.find({ _id: mongoose.trusted({ $in: reviewIds }) }, { projectId: 1, title: 1 }).lean<
    Pick<ReviewRecord, '_id' | 'projectId' | 'title'>[]
  >();
  const byId = new Map(reviews.map((review) => [String(review._id), review]));
  const people = await findPeople(
    records.flatMap(({ learnerId, actorId }) => [learnerId, ...(actorId ? [actorId] : [])]),
  );
  return records.flatMap(({ _id, kind, reviewId, learnerId, actorId, days, count, at, isUnread }) => {
    const review = byId.get(String(reviewId));
    if (!review) return [];
    return {
      id: String(_id),
      kind,
      reviewId: String(reviewId),
      project: { id: String(review.projectId), title: review.title },
      learner: people.get(String(learnerId)) ?? formerMember(learnerId),
      by: people.get(String(actorId)) ?? null,
      days,
      count,
      at: at.toISOString(),
      isRead: !isUnread,
    };
  });
}

interface Query {
  limit: number;
  cursor?: string | undefined;
  only?: 'unread' | undefined;
}

/** What a member was told, the newest first. */
export async function listNotifications(memberId: string, query: Query) {
  const [time, id] = (readCursor(query.cursor, ['time', 'id']) ?? []) as [number?, string?];
  const whose = { memberId, ...(query.only && { isUnread: true }) };
  const found = await Notification.find({ ...whose, ...(time !== undefined && id && olderThan('at', time, id)) })
    .sort({ at: -1, _id: -1 })
    .limit(query.limit + 1)
    .lean<NotificationRecord[]>();
  const { items, nextCursor } = page(found, query.limit, (each) => [each.at.getTime(), String(each._id)]);
  return { items: await answers(items), nextCursor };
}

/** For the export: without the names of others. */
export function notificationExport({ kind, reviewId, days, count, at, isUnread }: NotificationRecord) {
  return { kind, reviewId: String(reviewId), days, count, at: at.toISOString(), isRead: !isUnread };
}
