import { type TopicComment as CommentAnswer, mostComments, undeletableSince } from '@waymark/contract';
import mongoose from 'mongoose';
import { page } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import { findPeople } from '../accounts/find-people.js';
import { settleTold } from '../notifications/tell-members.js';
import { countInTalk, olderThanLast, type Place } from './enter-talk.js';
import { type CommentRecord, TalkRead, TopicComment } from './talk.model.js';
import { aboutTalk } from './tell-of-talk.js';

async function answers(records: readonly CommentRecord[]): Promise<CommentAnswer[]> {
  const people = await findPeople(records.map(({ authorId }) => authorId));
  return records.map(({ _id, authorId, text, at }) => ({
    id: String(_id),
    by: people.get(String(authorId)) ?? null,
    text,
    at: at.toISOString(),
  }));
}

async function answerOf(record: CommentRecord): Promise<CommentAnswer> {
  const [answer] = await answers([record]);
  if (!answer) throw new Error('one comment in, none out');
  return answer;
}

/** A page from the end of the talk; within it, as it was said. */
export async function listTopicComments({ id }: Place, query: { limit: number; cursor?: string | undefined }) {
  const found = await TopicComment.find({ talkId: id, deletedAt: null, ...olderThanLast(query.cursor) })
    .sort({ _id: -1 })
    .limit(query.limit + 1)
    .lean<CommentRecord[]>();
  const { items, nextCursor } = page(found, query.limit, (each) => [String(each._id)]);
  return { items: await answers(items.toReversed()), nextCursor };
}

export async function sayOnTopic(place: Place, text: string, now: Date): Promise<CommentAnswer> {
  const { id: talkId, learnerId, viewerId: authorId } = place;
  await countInTalk(place, { comments: 1, most: mostComments, says: 'said-on-topic' }, now);
  const [made] = await TopicComment.create([{ talkId, learnerId, authorId, text, at: now }]);
  if (!made) throw new Error('the comment was not kept');
  await seeUpTo(place, made._id);
  return answerOf(made.toObject() as CommentRecord);
}

/** Takes back one's own; nobody reads it from now on. */
export async function deleteTopicComment(place: Place, id: string, now: Date): Promise<void> {
  const { modifiedCount } = await TopicComment.updateOne(
    { _id: id, talkId: place.id, authorId: place.viewerId, deletedAt: null },
    { $set: { deletedAt: now } },
  );
  if (modifiedCount === 0) throw new Problem('not-found');
  await countInTalk(place, { comments: -1 }, now);
}

export async function restoreTopicComment(place: Place, id: string, now: Date): Promise<CommentAnswer> {
  const again = await TopicComment.findOneAndUpdate(
    {
      ...{ _id: id, talkId: place.id, authorId: place.viewerId },
      deletedAt: mongoose.trusted({ $gt: undeletableSince(now) }),
    },
    { $set: { deletedAt: null } },
    { returnDocument: 'after' },
  ).lean<CommentRecord>();
  if (!again) throw new Problem('not-found');
  await countInTalk(place, { comments: 1, most: mostComments }, now);
  return answerOf(again);
}

async function seeUpTo({ id, viewerId, learnerId }: Place, seenId: mongoose.Types.ObjectId): Promise<void> {
  await TalkRead.updateOne(
    { _id: `${viewerId}:${id}` },
    { $max: { seenId }, $setOnInsert: { memberId: viewerId, learnerId } },
    { upsert: true },
  );
}

/** What was said up to now is read, and what was told of it. */
export async function seeTalk(place: Place): Promise<void> {
  const last = await TopicComment.findOne({ talkId: place.id }, { _id: 1 }).sort({ _id: -1 }).lean();
  if (last) await seeUpTo(place, last._id);
  await settleTold(aboutTalk(place.id), { only: [place.viewerId] });
}
