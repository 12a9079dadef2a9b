import type { RosterQuery, RosterRow } from '@waymark/contract';
import type { z } from 'zod';
import { beyond, page, readCursor } from '../../http/cursor.js';
import { findPeople } from '../accounts/find-people.js';
import { recordLooks } from '../looks/record-looks.js';
import { findAttention } from './find-attention.js';
import { Grant, type GrantRecord } from './grants.model.js';
import { findCohortNames, rosterRow } from './mentoring-answers.js';

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

/** One page of a mentor's roster: read from the stored rows, so that it costs its page and not the cohort. */
export async function listLearners(
  mentorId: string,
  query: Query,
  today: string,
  now: Date,
): Promise<{ items: RosterRow[]; nextCursor: string | null }> {
  const order = orders[query.sort];
  const [value, id] = (readCursor(query.cursor, [order.kind, 'id']) ?? []) as [string | number | undefined, string?];
  const after = value !== undefined && id ? beyond(order.field, order.direction, value, id) : {};
  const found = await Grant.find({ mentorId, isLive: true, ...(query.cohort && { cohortId: query.cohort }), ...after })
    .sort({ [order.field]: order.direction, _id: order.direction })
    .limit(query.limit + 1)
    .lean<GrantRecord[]>();
  const { items: grants, nextCursor } = page(found, query.limit, (grant) => [order.of(grant), String(grant._id)]);
  await recordLooks(
    grants.map(({ learnerId, roadmap }) => ({ learnerId, mentorId, what: 'list', roadmap })),
    now,
  );
  const people = await findPeople(grants.map((grant) => grant.learnerId));
  const cohorts = await findCohortNames(grants.map((grant) => grant.cohortId));
  const attention = await findAttention(grants, today, now);
  const items = grants.flatMap((grant, place) => {
    const learner = people.get(String(grant.learnerId));
    return learner ? [rosterRow(grant, learner, cohorts, attention[place] ?? null)] : [];
  });
  return { items, nextCursor };
}
