import type { TalkCard } from '@waymark/contract';
import mongoose from 'mongoose';
import { page, readCursor } from '../../http/cursor.js';
import type { Way } from './enter-talk.js';
import { type ReadRecord, Talk, TalkRead, type TalkRecord, TopicComment } from './talk.model.js';

/** What others said in these talks since a member last looked. At most as many as a talk holds, of a page of talks. */
async function countUnread(talks: readonly TalkRecord[], memberId: string): Promise<ReadonlyMap<string, number>> {
  if (talks.length === 0) return new Map();
  const ids = talks.map(({ _id }) => `${memberId}:${_id}`);
  const reads = await TalkRead.find({ _id: mongoose.trusted({ $in: ids }) }).lean<ReadRecord[]>();
  const seenOf = new Map(reads.map(({ _id, seenId }) => [_id, seenId]));
  const since = talks.map(({ _id: talkId }) => {
    const seenId = seenOf.get(`${memberId}:${talkId}`);
    return { talkId, ...(seenId && { _id: { $gt: seenId } }) };
  });
  const counted = await TopicComment.aggregate<{ _id: string; unread: number }>([
    { $match: { $or: since, deletedAt: null, authorId: { $ne: new mongoose.Types.ObjectId(memberId) } } },
    { $group: { _id: '$talkId', unread: { $sum: 1 } } },
  ]);
  return new Map(counted.map(({ _id, unread }) => [_id, unread]));
}

/** The topics of a way on which something was said or suggested, in their order. */
export async function listTalk(
  { learnerId, viewerId, roadmap }: Way,
  query: { limit: number; cursor?: string | undefined },
) {
  const [last] = (readCursor(query.cursor, ['number']) ?? []) as [number?];
  const after = last === undefined ? {} : { ordinal: mongoose.trusted({ $gt: last }) };
  const found = await Talk.find({ learnerId, roadmap: roadmap.slug, ...after })
    .sort({ ordinal: 1 })
    .limit(query.limit + 1)
    .lean<TalkRecord[]>();
  const { items, nextCursor } = page(found, query.limit, ({ ordinal }) => [ordinal]);
  const unread = await countUnread(items, viewerId);
  const topics = new Map(roadmap.topics.map(({ ordinal, id }) => [ordinal, id]));
  const cards = items.map(
    ({ _id, ordinal, topicId, comments, openSuggestions, at }): TalkCard => ({
      topicId: topics.get(ordinal) ?? topicId,
      ...{ comments, openSuggestions, at: at.toISOString() },
      unread: unread.get(_id) ?? 0,
    }),
  );
  return { items: cards, nextCursor };
}
