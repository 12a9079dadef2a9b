import { z } from 'zod';
import { ActivityDay, ActivityRecord } from './activity.js';
import { AttentionReason, ToldAttention } from './attention.js';
import { ChangesSince } from './changes.js';
import { Day, endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Consent } from './grants.js';
import { Person } from './people.js';
import { Counts, Enrolment } from './progress.js';
import { ProjectCard } from './projects.js';
import { SeenReview } from './reviews.js';
import { Slug } from './roadmaps.js';
import { WeekStart } from './values.js';

/** One enrolment, as far as its learner lets this mentor see it: `null` is what they do not share. */
export const RosterRow = z.strictObject({
  learner: Person,
  roadmap: Slug,
  cohort: z.strictObject({ id: Id, name: z.string() }).nullable(),
  consent: Consent,
  counts: Counts.nullable(),
  attention: z.array(ToldAttention).nullable(),
  lastActiveDay: Day.nullable(),
  lastViewedAt: Instant.nullable(),
});
export type RosterRow = z.infer<typeof RosterRow>;

const RosterFilter = z.strictObject({
  cohort: Id.optional(),
  /** Who needs attention today for this reason, or for any. What the mentor has seen or put off does not count. */
  attention: z.enum(['any', ...AttentionReason.options]).optional(),
  /** Each word of it begins a word of the name. */
  q: z.string().trim().min(1).max(80).optional(),
  sort: z.enum(['attention', 'name', 'done', 'last-active']).default('attention'),
});
export type RosterFilter = z.output<typeof RosterFilter>;

export const RosterQuery = PageQuery.extend(RosterFilter.shape);

/** `review`: `null` where there was none, or where the last one is not this mentor's to read. */
export const SharedProject = ProjectCard.extend({ review: SeenReview.nullable() });
export type SharedProject = z.infer<typeof SharedProject>;

/** One learner's dashboard within the grant: what they do not share is `null`. */
export const LearnerDashboard = z.strictObject({
  learner: Person,
  consent: Consent,
  cohort: z.strictObject({ id: Id, name: z.string() }).nullable(),
  sharedSince: Instant,
  /** When this mentor looked before this time. */
  lastViewedAt: Instant.nullable(),
  /** What changed between then and now. */
  since: ChangesSince,
  /** The learner's day, of which all this is computed; `null`: neither progress nor activity is shared. */
  today: Day.nullable(),
  /** Without the activity: as if no time had been logged. */
  enrolment: Enrolment.nullable(),
  attention: z.array(ToldAttention).nullable(),
  activity: z
    .strictObject({
      days: z.array(ActivityDay),
      items: z.array(ActivityRecord),
      /** Where the learner says so. */
      weekStartsOn: WeekStart.nullable(),
    })
    .nullable(),
  projects: z.array(SharedProject).nullable(),
});
export type LearnerDashboard = z.infer<typeof LearnerDashboard>;

export const mentoring = {
  listLearners: endpoint('listLearners', {
    summary: 'My learners',
    access: 'member',
    scope: 'mentoring:read',
    query: RosterQuery,
    answer: pageOf(RosterRow),
    problems: [],
  }),
  exportLearners: endpoint('exportLearners', {
    summary: 'My learners as CSV, in the order and with the filters of the list',
    access: 'member',
    scope: 'mentoring:read',
    query: RosterFilter,
    answer: z.string(),
    streamed: 'csv',
    problems: [],
  }),
  quietAttention: endpoint('quietAttention', {
    summary: 'I have seen this, tell me again in seven days, or tell me of it as before',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    body: z.strictObject({ roadmap: Slug, key: z.string().min(1).max(200), as: z.enum(['seen', 'snoozed', 'open']) }),
    answer: z.array(ToldAttention),
    problems: ['not-found'],
  }),
  readLearner: endpoint('readLearner', {
    summary: 'One learner who shares their way with me',
    access: 'member',
    scope: 'mentoring:read',
    params: IdPath,
    /** Without `roadmap`: the one that they began to share first. */
    query: z.strictObject({ roadmap: Slug.optional() }),
    answer: LearnerDashboard,
    problems: ['not-found'],
  }),
};
