import { parkAfterDays } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Background } from '../../background.js';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { checkCommits } from './check-commits.js';
import { keepTime } from './keep-review.js';
import { Review, type ReviewRecord } from './reviews.model.js';

const settleMs = 60_000;
const commitsMs = 2000;
const mostAtOnce = 100;

/** Which reviews time has to act on. */
async function findDue(now: Date): Promise<ReviewRecord['_id'][]> {
  const idle = new Date(now.getTime() - parkAfterDays * 86_400_000);
  const due = [
    { isOpen: true, ballWith: 'mentor' as const, 'claim.until': mongoose.trusted({ $lte: now }) },
    {
      isOpen: true,
      state: mongoose.trusted({ $ne: 'parked' as const }),
      lastActAt: mongoose.trusted({ $lte: idle }),
      saidAt: mongoose.trusted({ $not: { $gt: idle } }),
    },
  ];
  const found: ReviewRecord['_id'][] = [];
  for (const each of due)
    found.push(...(await Review.find(each, { _id: 1 }).limit(mostAtOnce).lean()).map(({ _id }) => _id));
  return found;
}

/** Lets lapse and parks what is due: how many reviews it moved. Any number of processes may do it at once. */
export async function settleDue({ connection }: Pick<Deps, 'connection'>, now: Date): Promise<number> {
  let moved = 0;
  for (const _id of await findDue(now)) {
    const isMoved = await transact(connection, async () => {
      const before = await Review.findOne({ _id }).lean<ReviewRecord>();
      return before !== null && (await keepTime(before, now)).version !== before.version;
    });
    if (isMoved) moved += 1;
  }
  return moved;
}

/** What reviews need as time passes, as long as the process lives. */
export function keepReviewing(deps: Deps, background: Background): void {
  background.keep('reviews lapsed or parked', settleMs, () => settleDue(deps, deps.now()));
  background.keep('commits asked for', commitsMs, () => checkCommits(deps));
}
