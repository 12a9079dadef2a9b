import { z } from 'zod';
import { Day, endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Consent } from './grants.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';

/** A join code as people type it: case, spaces and hyphens do not matter. */
export const JoinCode = z
  .string()
  .max(40)
  .regex(/^[\s-]*(?:[A-Za-z0-9][\s-]*){10}$/, 'A code has ten letters and digits')
  .transform((code) => code.toUpperCase().replace(/[\s-]/g, ''));

/** Who of its learners sees whom: nobody anybody, or each other's names, of those who agree to it themselves. */
export const SeesWhom = z.enum(['nobody', 'names']);
export type SeesWhom = z.infer<typeof SeesWhom>;

export const Cohort = z.strictObject({
  id: Id,
  name: z.string(),
  roadmap: Slug,
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  /** All with the same rights; at most fifty. */
  mentors: z.array(Person),
  /** Only mentors see it; `null` when it is revoked. */
  code: z.string().nullable(),
  codeExpiresAt: Instant.nullable(),
  /** How many can still join with the code, for mentors; `null`: as many as like. */
  codeUsesLeft: z.int().nullable(),
  seesWhom: SeesWhom,
  createdAt: Instant,
  /** Since when it can only be looked at. */
  archivedAt: Instant.nullable(),
  role: z.enum(['mentor', 'learner']),
  /** Whether I agreed to stand among the names that its learners see; `null` for mentors. */
  isListed: z.boolean().nullable(),
  version: z.int(),
});
export type Cohort = z.infer<typeof Cohort>;

/** What joining would mean, before anybody consents. */
export const CohortPreview = z.strictObject({ name: z.string(), roadmap: Slug, mentors: z.array(Person) });
export type CohortPreview = z.infer<typeof CohortPreview>;

const CohortName = z.string().trim().min(1, 'Give it a name').max(80, 'At most 80 characters');

/** Left out is not changed. An end before the start is refused by what the cohort then is. */
export const CohortChanges = z.strictObject({
  name: CohortName.optional(),
  startsOn: Day.nullable().optional(),
  endsOn: Day.nullable().optional(),
  seesWhom: SeesWhom.optional(),
  isArchived: z.boolean().optional(),
});
export type CohortChanges = z.infer<typeof CohortChanges>;

export const cohorts = {
  listCohorts: endpoint('listCohorts', {
    summary: 'The cohorts that I mentor or learn in',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery.extend({ archived: z.enum(['no', 'yes', 'all']).default('no') }),
    answer: pageOf(Cohort),
    problems: [],
  }),
  createCohort: endpoint('createCohort', {
    summary: 'Start a cohort; I become its mentor',
    access: 'member',
    scope: 'mentoring:write',
    body: z.strictObject({ name: CohortName, roadmap: Slug }),
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
  changeCohort: endpoint('changeCohort', {
    summary: 'Change a cohort that I mentor, put it into the archive or bring it back',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    ifMatch: true,
    body: CohortChanges,
    answer: Cohort,
    problems: ['not-found', 'cohort-archived'],
  }),
  leaveCohort: endpoint('leaveCohort', {
    summary: 'Leave a cohort that I learn in: what its mentors see through it ends at once',
    access: 'member',
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
  changeListing: endpoint('changeListing', {
    summary: 'Stand, or not, among the names that the learners of a cohort see',
    access: 'member',
    params: IdPath,
    body: z.strictObject({ isListed: z.boolean() }),
    answer: null,
    problems: ['not-found'],
  }),
  listCohortNames: endpoint('listCohortNames', {
    summary: 'Who else learns in my cohort, of those who agreed to be seen; empty where it shows nobody',
    access: 'member',
    params: IdPath,
    query: PageQuery,
    answer: pageOf(z.strictObject({ name: z.string() })),
    problems: ['not-found'],
  }),
  renewCohortCode: endpoint('renewCohortCode', {
    summary: 'A new code; the old one ends',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    /** Without `uses` as many can join as like. */
    body: z.strictObject({
      expiresInDays: z.int().min(1).max(365).nullable(),
      uses: z.int().min(1, 'At least one').max(5000, 'At most 5,000').nullable().default(null),
    }),
    answer: Cohort,
    problems: ['not-found', 'cohort-archived'],
  }),
  revokeCohortCode: endpoint('revokeCohortCode', {
    summary: 'End the code: nobody else can join',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
};
