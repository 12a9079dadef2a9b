import mongoose from 'mongoose';
import { Grant, type GrantRecord } from './grants.model.js';
import { filterOf } from './list-learners.js';
import { told } from './told-now.js';

type Row = Pick<GrantRecord, 'learnerId'>;

/** Who stands in several rosters counts once, so rows are read until there are `most` learners, or no more rows. */
async function countLearners(which: mongoose.QueryFilter<GrantRecord>, most: number): Promise<number> {
  const found = new Set<string>();
  for await (const { learnerId } of Grant.find(which, { learnerId: 1, _id: 0 }).lean<Row[]>().cursor()) {
    found.add(String(learnerId));
    if (found.size === most) break;
  }
  return found.size;
}

/** Rows that stand before the one that is told of: of who paused today it is not known yet that nothing presses. */
const mostFirst = 20;

/** How many learners of a mentor need attention today, counted to `most`, and the row that is told of first. */
export async function countDue(mentorId: string, today: string, most: number) {
  const all = { mentorId, isLive: true, ...filterOf({ attention: 'any' }, today) };
  const rows = await Grant.find(all).sort({ 'entry.attentionFrom': 1, _id: 1 }).limit(mostFirst).lean<GrantRecord[]>();
  const first = rows.find((row) => told.toMentor(row, today)?.length) ?? null;
  return { count: first ? await countLearners(all, most) : 0, first };
}

/** How many shared with a mentor that they were active on that day or later, counted to `most`. */
export function countActive(mentorId: string, since: string, most: number): Promise<number> {
  return countLearners({ mentorId, isLive: true, 'entry.lastActiveDay': mongoose.trusted({ $gte: since }) }, most);
}
