import { z } from 'zod';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Consent } from './grants.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';

/** A join code as people type it: case, spaces and hyphens do not matter. */
export const JoinCode = z
  .string()
  .max(40)
  .regex(/^[\s-]*(?:[A-Za-z0-9][\s-]*){10}$/, 'A code has ten letters and digits')
  .transform((code) => code.toUpperCase().replace(/[\s-]/g, ''));

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

export const cohorts = {
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
};
