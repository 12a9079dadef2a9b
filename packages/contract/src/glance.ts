import { z } from 'zod';
import { endpoint, IdPath, PageQuery, pageOf } from './endpoint.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';

/** One learner of a cohort, stage by stage, done of what it requires. `null`: not shared with me. */
export const GlanceRow = z.strictObject({
  learner: Person,
  stages: z.record(Slug, z.strictObject({ done: z.int(), required: z.int() })).nullable(),
});
export type GlanceRow = z.infer<typeof GlanceRow>;

/** Figures over those who share their progress with me, each computed as on their own dashboard. */
export const GlanceFigures = z.strictObject({
  /** How many have 0 to 9 % done, 10 to 19 %, … 90 to 100 %. Who has nothing required is in none. */
  deciles: z.array(z.int()).length(10),
  /** How many would be done before the day of their plan, with it inside the forecast's range, or after it. */
  pace: z.strictObject({ ahead: z.int(), within: z.int(), behind: z.int(), done: z.int() }),
  /** Hours a week, on average, of those who have been on the way for two weeks and are not done; `null`: nobody. */
  hours: z.strictObject({ learners: z.int(), done: z.number(), planned: z.number() }).nullable(),
  /** Topics on which most learners stand still today, at most five. */
  stuck: z.array(z.strictObject({ topicId: Slug, learners: z.int() })),
  /** Topics that are being learned for longest: half of those who are at them are so for at least `days`. */
  longest: z.array(z.strictObject({ topicId: Slug, learners: z.int(), days: z.int() })),
  /** Resources whose link these learners found dead, at most ten. */
  deadLinks: z.array(
    z.strictObject({ topicId: Slug, resourceId: Slug, title: z.string(), url: z.string(), reports: z.int() }),
  ),
  /** Projects sent for review of which a link has been dead for longer than its grace, of who shares their projects. */
  deadProjects: z.int(),
});
export type GlanceFigures = z.infer<typeof GlanceFigures>;

export const Glance = z.strictObject({
  /** Who shares anything with me through this cohort, and of them who shares their progress. */
  learners: z.int(),
  sharing: z.int(),
  /** `null` where fewer than five share their progress: so few are persons, and stand in the rows. */
  figures: GlanceFigures.nullable(),
});
export type Glance = z.infer<typeof Glance>;

export const glance = {
  readGlance: endpoint('readGlance', {
    summary: 'A cohort that I mentor at a glance: what its learners share with me, counted',
    access: 'member',
    scope: 'mentoring:read',
    params: IdPath,
    answer: Glance,
    problems: ['not-found'],
  }),
  listGlanceRows: endpoint('listGlanceRows', {
    summary: 'Its learners by name, stage by stage',
    access: 'member',
    scope: 'mentoring:read',
    params: IdPath,
    query: PageQuery,
    answer: pageOf(GlanceRow),
    problems: ['not-found'],
  }),
};
