import { isAway } from '@waymark/contract';
import mongoose from 'mongoose';
import { awayOf, Reviewer, type ReviewerRecord } from './reviewers.model.js';
import { Review } from './reviews.model.js';

/** How many reviews a member holds, whosever turn it is; what lapsed a moment ago is not theirs any more. */
export function countHeld(memberId: string, now: Date): Promise<number> {
  const holds = [{ ballWith: 'learner' as const }, { 'claim.until': mongoose.trusted({ $gt: now }) }];
  return Review.countDocuments({ heldBy: memberId, state: 'in_review', $or: holds });
}

/** Of these reviewers, those who may take longer: away at this moment, or with as many in hand as they take. */
export async function findBusy(
  memberIds: readonly (string | mongoose.Types.ObjectId)[],
  now: Date,
): Promise<ReadonlyMap<string, { awayUntil: string | null; inHand: number | null }>> {
  const said = await Reviewer.find({
    _id: mongoose.trusted({ $in: memberIds }),
    $or: [{ capacity: mongoose.trusted({ $ne: null }) }, { away: mongoose.trusted({ $ne: null }) }],
  }).lean<ReviewerRecord[]>();
  const busy = new Map<string, { awayUntil: string | null; inHand: number | null }>();
  for (const { _id, capacity, away } of said) {
    const held = capacity ? await countHeld(String(_id), now) : 0;
    const inHand = capacity && held >= capacity ? held : null;
    const awayUntil = away && isAway(awayOf({ away }), now) ? away.to : null;
    if (inHand !== null || awayUntil !== null) busy.set(String(_id), { awayUntil, inHand });
  }
  return busy;
}
