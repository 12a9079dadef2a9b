import { z } from 'zod';
import { Day, endpoint, Id, Instant, PageQuery } from './endpoint.js';
import { Slug } from './roadmaps.js';

/**
 * One thing that a learner did. Append-only, but that logged time follows its entry. `day` is the day in their zone when
 * they did it, and stays.
 */
export const ActivityRecord = z.strictObject({
  id: Id,
  kind: z.enum(['topic', 'project', 'enrolment', 'room', 'time']),
  at: Instant,
  day: Day,
  roadmap: Slug.nullable(),
  topicId: Slug.nullable(),
  projectId: Id.nullable(),
  /** A topic's or a project's state, before and after. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Of logged time. */
  minutes: z.int().nullable(),
});
export type ActivityRecord = z.infer<typeof ActivityRecord>;

export const ActivityDay = z.strictObject({ day: Day, acts: z.int() });
export type ActivityDay = z.infer<typeof ActivityDay>;

/** Every day of the range with something on it, and one page of its records, newest first. */
export const Activity = z.strictObject({
  days: z.array(ActivityDay),
  items: z.array(ActivityRecord),
  nextCursor: z.string().nullable(),
});
export type Activity = z.infer<typeof Activity>;

/**
 * `from` and `to` are days, both included. Default: the last 26 weeks. At most 400 days. With `roadmap`, and a topic of
 * it: only what belongs to that.
 */
export const ActivityQuery = PageQuery.extend({
  from: Day.optional(),
  to: Day.optional(),
  roadmap: Slug.optional(),
  topicId: Slug.optional(),
});

export const activity = {
  listActivity: endpoint('listActivity', {
    summary: 'What I did, by day',
    access: 'member',
    scope: 'progress:read',
    query: ActivityQuery,
    answer: Activity,
    problems: [],
  }),
};
