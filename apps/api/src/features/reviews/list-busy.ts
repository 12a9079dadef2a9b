import type { BusyReviewer } from '@waymark/contract';
import mongoose from 'mongoose';
import { page, readCursor } from '../../http/cursor.js';
import { Grant } from '../mentoring/grants.model.js';
import { findBusy } from './busy-reviewers.js';
import { seesProjects } from './who-reviews.js';

/** Of the mentors whom a learner can ask, those who may take longer: a page of mentors at a time. */
export async function listBusy(
  learnerId: string,
  query: { limit: number; cursor?: string | undefined },
  now: Date,
): Promise<{ items: BusyReviewer[]; nextCursor: string | null }> {
  const [after] = (readCursor(query.cursor, ['id']) ?? []) as [string?];
  const beyond = after ? { mentorId: mongoose.trusted({ $gt: new mongoose.Types.ObjectId(after) }) } : {};
  const mentorIds = (await Grant.distinct('mentorId', { learnerId, ...seesProjects, ...beyond }))
    .map(String)
    .toSorted();
  const { items, nextCursor } = page(mentorIds.slice(0, query.limit + 1), query.limit, (id) => [id]);
  const busy = await findBusy(items, now);
  return {
    items: items.flatMap((mentorId) => {
      const found = busy.get(mentorId);
      return found ? [{ mentorId, ...found }] : [];
    }),
    nextCursor,
  };
}
