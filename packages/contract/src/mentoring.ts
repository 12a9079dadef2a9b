import { z } from 'zod';
import { ActivityDay, ActivityRecord } from './activity.js';
import { Day, endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Counts, Enrolment } from './progress.js';
import { ProjectCard } from './projects.js';
import { Slug } from './roadmaps.js';

/** What a learner lets a mentor see of one enrolment. */
export const Consent = z.strictObject({
  progress: z.boolean(),
  activity: z.boolean(),
  notes: z.boolean(),
  projects: z.boolean(),
});
export type Consent = z.infer<typeof Consent>;

/** A join code as people type it: case, spaces and hyphens do not matter. */
export const JoinCode = z
  .string()
  .max(40)
  .regex(/^[\s-]*(?:[A-Za-z0-9][\s-]*){10}$/, 'A code has ten letters and digits')
  .transform((code) => code.toUpperCase().replace(/[\s-]/g, ''));

export const Person = z.strictObject({ id: Id, name: z.string(), handle: z.string() });
export type Person = z.infer<typeof Person>;

export const Cohort = z.strictObject({
  id: Id,
  name: z.string(),
  roadmap: Slug,
  mentors: z.array(Person),
  /** Only mentors see it; `null` when it is revoked. */
  code: z.string().nullable(),
  codeExpiresAt: Instant.nullable(),
  createdAt: Instant,
  role: z.enum(['mentor', 'learner']),
});
export type Cohort = z.infer<typeof Cohort>;

/** What joining would mean, before anybody consents. */
export const CohortPreview = z.strictObject({ name: z.string(), roadmap: Slug, mentors: z.array(Person) });
export type CohortPreview = z.infer<typeof CohortPreview>;

/** Why a learner needs attention: a rule, since when, and its evidence. The learner sees the same list. */
export const Attention = z.strictObject({
  reason: z.enum(['stuck', 'quiet', 'behind-target', 'unanswered-changes', 'dead-link']),
  since: Day,
  topicId: Slug.nullable(),
  /** Of the reasons that are about a project; only who sees the learner's projects is told of those. */
  project: z.strictObject({ id: Id, title: z.string() }).optional(),
});
export type Attention = z.infer<typeof Attention>;

export const Grant = z.strictObject({
  id: Id,
  roadmap: Slug,
  mentor: Person,
  cohort: z.strictObject({ id: Id, name: z.string() }).nullable(),
  consent: Consent,
  createdAt: Instant,
  lastViewedAt: Instant.nullable(),
  /** What this mentor is told by it, as their roster has it; `null` is what is not shared. */
  attention: z.array(Attention).nullable(),
  lastActiveDay: Day.nullable(),
});
export type Grant = z.infer<typeof Grant>;

/** One enrolment, as far as its learner lets this mentor see it: `null` is what they do not share. */
export const RosterRow = z.strictObject({
  learner: Person,
  roadmap: Slug,
  cohort: z.strictObject({ id: Id, name: z.string() }).nullable(),
  consent: Consent,
  counts: Counts.nullable(),
  attention: z.array(Attention).nullable(),
  lastActiveDay: Day.nullable(),
  lastViewedAt: Instant.nullable(),
});
export type RosterRow = z.infer<typeof RosterRow>;

export const RosterQuery = PageQuery.extend({
  cohort: Id.optional(),
  sort: z.enum(['attention', 'name', 'done', 'last-active']).default('attention'),
});

/** One learner's dashboard within the grant: what they do not share is `null`. */
export const LearnerDashboard = z.strictObject({
  learner: Person,
  consent: Consent,
  cohort: z.strictObject({ id: Id, name: z.string() }).nullable(),
  sharedSince: Instant,
  /** When this mentor looked before this time. */
  lastViewedAt: Instant.nullable(),
  enrolment: Enrolment.nullable(),
  attention: z.array(Attention).nullable(),
  activity: z.strictObject({ days: z.array(ActivityDay), items: z.array(ActivityRecord) }).nullable(),
  projects: z.array(ProjectCard).nullable(),
});
export type LearnerDashboard = z.infer<typeof LearnerDashboard>;

export const mentoring = {
  listCohorts: endpoint('listCohorts', {
    summary: 'The cohorts that I mentor or learn in',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery,
    answer: pageOf(Cohort),
    problems: [],
  }),
  createCohort: endpoint('createCohort', {
    summary: 'Start a cohort; I become its mentor',
    access: 'member',
    scope: 'mentoring:write',
    body: z.strictObject({
      name: z.string().trim().min(1, 'Give it a name').max(80, 'At most 80 characters'),
      roadmap: Slug,
    }),
    answer: Cohort,
    statuses: [201],
    problems: [],
  }),
  previewCohort: endpoint('previewCohort', {
    summary: 'What joining with this code would mean',
    access: 'member',
    idempotent: false,
    body: z.strictObject({ code: JoinCode }),
    answer: CohortPreview,
    problems: ['code-unknown', 'too-many-requests'],
  }),
  joinCohort: endpoint('joinCohort', {
    summary: 'Join a cohort by its code, sharing what I say',
    access: 'member',
    body: z.strictObject({ code: JoinCode, consent: Consent }),
    answer: Cohort,
    statuses: [201],
    problems: ['code-unknown', 'already-joined', 'own-cohort', 'too-many-requests'],
  }),
  readCohort: endpoint('readCohort', {
    summary: 'One cohort that I am in',
    access: 'member',
    scope: 'mentoring:read',
    params: IdPath,
    answer: Cohort,
    problems: ['not-found'],
  }),
  renewCohortCode: endpoint('renewCohortCode', {
    summary: 'A new code; the old one ends',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    body: z.strictObject({ expiresInDays: z.int().min(1).max(365).nullable() }),
    answer: Cohort,
    problems: ['not-found'],
  }),
  revokeCohortCode: endpoint('revokeCohortCode', {
    summary: 'End the code: nobody else can join',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
  listGrants: endpoint('listGrants', {
    summary: 'Who sees what of mine',
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
  listLearners: endpoint('listLearners', {
    summary: 'My learners',
    access: 'member',
    scope: 'mentoring:read',
    query: RosterQuery,
    answer: pageOf(RosterRow),
    problems: [],
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
