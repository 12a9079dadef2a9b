import { z } from 'zod';
import { endpoint, Id, Instant, PageQuery, pageOf } from './endpoint.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';

/**
 * What of a learner's was looked at: their line in a list, their dashboard, a project as it was sent for review, a review,
 * pictures, notes that they share, a talk, or a file with them in it.
 */
export const LookedAt = z.enum(['list', 'dashboard', 'project', 'review', 'images', 'notes', 'talk', 'export']);
export type LookedAt = z.infer<typeof LookedAt>;

/** That somebody looked within one hour; how often is not kept. */
export const Look = z.strictObject({
  id: Id,
  /** Without a name: no member any more. */
  mentor: Person,
  what: LookedAt,
  /** `null`: what was looked at belongs to no single roadmap. */
  roadmap: Slug.nullable(),
  /** When the hour began. */
  hour: Instant,
  firstAt: Instant,
  /** To within five minutes. */
  lastAt: Instant,
});
export type Look = z.infer<typeof Look>;

export const looks = {
  listLooks: endpoint('listLooks', {
    summary: 'Who looked at what of mine, by the hour, the last first; for 180 days',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery.extend({ mentor: Id.optional() }),
    answer: pageOf(Look),
    problems: [],
  }),
};
