import { z } from 'zod';
import { ToldAttention } from './attention.js';
import { Day, endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';

/** What a learner lets a mentor see of one enrolment. */
export const Consent = z.strictObject({
  progress: z.boolean(),
  activity: z.boolean(),
  notes: z.boolean(),
  projects: z.boolean(),
});
export type Consent = z.infer<typeof Consent>;

export const Grant = z.strictObject({
  id: Id,
  roadmap: Slug,
  mentor: Person,
  cohort: z.strictObject({ id: Id, name: z.string() }).nullable(),
  consent: Consent,
  createdAt: Instant,
  lastViewedAt: Instant.nullable(),
  /** Since when the learner keeps it closed; the mentor sees nothing of what it says until it is resumed. */
  pausedAt: Instant.nullable(),
  /** What this mentor is told by it, and from which day: the learner reads it a day earlier. `null` is what is not shared. */
  attention: z.array(ToldAttention).nullable(),
  lastActiveDay: Day.nullable(),
});
export type Grant = z.infer<typeof Grant>;

export const grants = {
  listGrants: endpoint('listGrants', {
    summary: 'Who sees what of mine, and who would if I had not paused it',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery,
    answer: pageOf(Grant),
    problems: [],
  }),
  changeGrant: endpoint('changeGrant', {
    summary: 'Change what one mentor sees, from the next request on',
    access: 'member',
    params: IdPath,
    body: z.strictObject({ consent: Consent }),
    answer: Grant,
    problems: ['not-found'],
  }),
  endGrant: endpoint('endGrant', {
    summary: 'End what one mentor sees, from the next request on',
    access: 'member',
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
};
