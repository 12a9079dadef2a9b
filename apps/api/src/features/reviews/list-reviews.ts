import type { QueuedReview, ReviewCard } from '@waymark/contract';
import mongoose from 'mongoose';
import { beyond, page, readCursor } from '../../http/cursor.js';
import { recordLooks } from '../looks/record-looks.js';
import { type Lasting, minutesOf } from './minutes-of.js';
import { cardAnswers } from './review-answer.js';
import { Review, type ReviewRecord } from './reviews.model.js';
import { askedWords } from './who-reviews.js';

interface Page<T = ReviewCard> {
  items: T[];
  nextCursor: string | null;
}

interface Query {
  limit: number;
  cursor?: string | undefined;
}

/** What waits for a reviewer, or, of what they hold or last held, for its learner; the longest wait first. */
export async function listQueue(
  deps: Lasting,
  memberId: string,
  query: Query & { turn: 'mine' | 'learners' },
  now: Date,
): Promise<Page<QueuedReview>> {
  const { items, nextCursor } = await findByWait(await inQueue(memberId, query.turn, now), query);
  await recordLooks(
    items.map(({ learnerId }) => ({ learnerId: String(learnerId), mentorId: memberId, what: 'list' })),
    now,
  );
  const minutes = await minutesOf(deps, memberId, items);
  const cards = await cardAnswers(items, now);
  return { items: cards.map((card) => ({ ...card, minutes: minutes.get(card.id) ?? 0 })), nextCursor };
}

/** What makes a review one of those that wait for this reviewer, or for their learner. */
async function inQueue(memberId: string, turn: 'mine' | 'learners', now: Date) {
  const words = await askedWords(memberId);
  const asked = mongoose.trusted({ $in: words });
  const held = { heldBy: memberId, asked };
  const isHeld = { state: 'in_review', ballWith: 'mentor' } as const;
  const whose =
    turn === 'mine'
      ? [
          { asked, state: 'requested' as const },
          { ...held, ...isHeld },
          // Lapsed a moment ago: nobody has looked at the clock yet.
          { asked, ...isHeld, 'claim.until': mongoose.trusted({ $lte: now }) },
        ]
      : [{ ...held, ballWith: 'learner' as const }];
  return [{ $or: whose }, { learnerId: mongoose.trusted({ $ne: memberId }) }];
}

/** How many wait for this reviewer, as far as that is counted, and the one that has waited longest. */
export async function countMyTurn(memberId: string, now: Date, most: number) {
  const mine = { $and: await inQueue(memberId, 'mine', now) };
  const first = await Review.findOne(mine).sort({ ballSince: 1, _id: 1 }).lean<ReviewRecord>();
  return { count: first ? await Review.countDocuments(mine, { limit: most }) : 0, first };
}

/** A learner's open reviews. */
export async function listMine(learnerId: string, query: Query, now: Date): Promise<Page> {
  const { items, nextCursor } = await findByWait([{ learnerId, isOpen: true }], query);
  return { items: await cardAnswers(items, now), nextCursor };
}

/** How many of a learner's open reviews wait for them, or for others, as far as that is counted. */
export function countMine(learnerId: string, turn: 'mine' | 'others', most: number): Promise<number> {
  const ballWith = turn === 'mine' ? 'learner' : 'mentor';
  return Review.countDocuments({ learnerId, isOpen: true, ballWith }, { limit: most });
}

/** One page of those that all of this is true of, the longest wait first. */
async function findByWait(all: mongoose.QueryFilter<ReviewRecord>[], query: Query): Promise<Page<ReviewRecord>> {
  const [since, id] = (readCursor(query.cursor, ['time', 'id']) ?? []) as [number?, string?];
  const after = id && since !== undefined ? beyond('ballSince', 1, new Date(since), id) : {};
  const found = await Review.find({ $and: [...all, after] })
    .sort({ ballSince: 1, _id: 1 })
    .limit(query.limit + 1)
    .lean<ReviewRecord[]>();
  return page(found, query.limit, (each) => [each.ballSince.getTime(), String(each._id)]);
}

/** The reviews of one project, the newest first. */
export async function listOfProject(projectId: mongoose.Types.ObjectId, query: Query, now: Date): Promise<Page> {
  const [id] = (readCursor(query.cursor, ['id']) ?? []) as [string?];
  const before = id ? { _id: mongoose.trusted({ $lt: new mongoose.Types.ObjectId(id) }) } : {};
  const found = await Review.find({ projectId, ...before })
    .sort({ _id: -1 })
    .limit(query.limit + 1)
    .lean<ReviewRecord[]>();
  const { items, nextCursor } = page(found, query.limit, (each) => [String(each._id)]);
  return { items: await cardAnswers(items, now), nextCursor };
}
