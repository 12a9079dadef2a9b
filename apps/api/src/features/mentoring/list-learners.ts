import type { RosterQuery, RosterRow } from '@waymark/contract';
import mongoose from 'mongoose';
import type { z } from 'zod';
import { beyond, page, readCursor } from '../../http/cursor.js';
import { findPeople } from '../accounts/find-people.js';
import { recordLooks } from '../looks/record-looks.js';
import { Grant, type GrantRecord } from './grants.model.js';
import { findCohortNames, rosterRow } from './mentoring-answers.js';
import { told } from './told-now.js';

type Query = z.output<typeof RosterQuery>;

/** What each order sorts by, its direction, and the value in a row. Each has its index. */
const orders = {
  attention: {
    field: 'entry.attentionFrom',
    direction: 1,
    kind: 'string',
    of: (grant: GrantRecord) => grant.entry.attentionFrom,
  },
  name: { field: 'learnerName', direction: 1, kind: 'string', of: (grant: GrantRecord) => grant.learnerName },
  done: { field: 'entry.done', direction: -1, kind: 'number', of: (grant: GrantRecord) => grant.entry.done },
  'last-active': {
    field: 'entry.lastActiveDay',
    direction: -1,
    kind: 'string',
    of: (grant: GrantRecord) => grant.entry.lastActiveDay,
  },
} as const;

/** Who is meant: of the due, for what, and by name. A range is read from its index; no text of a member's is a pattern. */
export function filterOf(
  { cohort, attention, q }: Pick<Query, 'cohort' | 'attention' | 'q'>,
  today: string,
): Record<string, unknown> {
  const words = q?.toLowerCase().split(/\s+/) ?? [];
  const found = words.map((word) => ({
    nameWords: mongoose.trusted({ $elemMatch: { $gte: word, $lt: `${word}\uffff` } }),
  }));
  const isDue = { $lte: today };
  const isFor = { $elemMatch: { reason: attention, from: isDue } };
  return {
    ...(cohort && { cohortId: cohort }),
    ...(attention && { 'entry.attentionFrom': mongoose.trusted(isDue) }),
    ...(attention && attention !== 'any' && { 'entry.presses': mongoose.trusted(isFor) }),
    ...(found.length > 0 && { $and: found }),
  };
}

interface Looking {
  today: string;
  now: Date;
  /** What their learners are told that this was. */
  as?: 'list' | 'export';
}

/** One page of a mentor's roster: read from the stored rows, so that it costs its page and not the cohort. */
export async function listLearners(
  mentorId: string,
  query: Query,
  { today, now, as = 'list' }: Looking,
): Promise<{ items: RosterRow[]; nextCursor: string | null }> {
  const order = orders[query.sort];
  const [value, id] = (readCursor(query.cursor, [order.kind, 'id']) ?? []) as [string | number | undefined, string?];
  const after = value !== undefined && id ? beyond(order.field, order.direction, value, id) : {};
  const found = await Grant.find({ $and: [{ mentorId, isLive: true }, filterOf(query, today), after] })
    .sort({ [order.field]: order.direction, _id: order.direction })
    .limit(query.limit + 1)
    .lean<GrantRecord[]>();
  const { items: grants, nextCursor } = page(found, query.limit, (grant) => [order.of(grant), String(grant._id)]);
  await recordLooks(
    grants.map(({ learnerId, roadmap }) => ({ learnerId, mentorId, what: as, roadmap })),
    now,
  );
  const people = await findPeople(grants.map((grant) => grant.learnerId));
  const cohorts = await findCohortNames(grants.map((grant) => grant.cohortId));
  const items = grants.flatMap((grant) => {
    const learner = people.get(String(grant.learnerId));
    return learner ? [rosterRow(grant, learner, cohorts, told.toMentor(grant, today))] : [];
  });
  return { items, nextCursor };
}
