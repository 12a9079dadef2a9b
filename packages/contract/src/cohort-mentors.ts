import { z } from 'zod';
import { Cohort } from './cohorts.js';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Consent, Grant } from './grants.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';

/** A handle as people type it: with or without its sign, in any case. */
const TypedHandle = z
  .string()
  .trim()
  .max(40, 'That is longer than any handle')
  .regex(/^@?[A-Za-z0-9-]+$/, 'A handle has letters, digits and hyphens')
  .transform((handle) => handle.replace(/^@/, '').toLowerCase());

const MentorPath = IdPath.extend({ mentorId: Id });

/** Somebody was asked to mentor a cohort too, by the handle that was typed: it does not say whether anybody has it. */
export const CohortOffer = z.strictObject({
  id: Id,
  handle: z.string(),
  by: Person.nullable(),
  at: Instant,
  expiresAt: Instant,
});
export type CohortOffer = z.infer<typeof CohortOffer>;

/** The same for who was asked. */
export const MyCohortOffer = z.strictObject({
  id: Id,
  cohort: z.strictObject({ id: Id, name: z.string() }),
  roadmap: Slug,
  mentors: z.array(Person),
  by: Person.nullable(),
  at: Instant,
  expiresAt: Instant,
});
export type MyCohortOffer = z.infer<typeof MyCohortOffer>;

/** A mentor came to a cohort that I am in, and sees nothing before I say so. `consent`: what all the others there see. */
export const CohortAsk = z.strictObject({
  cohort: z.strictObject({ id: Id, name: z.string() }),
  roadmap: Slug,
  mentor: Person,
  consent: Consent,
});
export type CohortAsk = z.infer<typeof CohortAsk>;

export const cohortMentors = {
  offerCohort: endpoint('offerCohort', {
    summary: 'Ask somebody, by handle, to mentor this cohort too; answers alike whether or not anybody has it',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    body: z.strictObject({ handle: TypedHandle }),
    answer: null,
    problems: ['not-found', 'cohort-archived', 'conflict', 'too-many-requests'],
  }),
  listCohortOffers: endpoint('listCohortOffers', {
    summary: 'Who was asked to mentor this cohort and has not answered',
    access: 'member',
    scope: 'mentoring:read',
    params: IdPath,
    query: PageQuery,
    answer: pageOf(CohortOffer),
    problems: ['not-found'],
  }),
  withdrawCohortOffer: endpoint('withdrawCohortOffer', {
    summary: 'Ask them no more',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath.extend({ offerId: Id }),
    answer: null,
    problems: ['not-found'],
  }),
  listMyCohortOffers: endpoint('listMyCohortOffers', {
    summary: 'The cohorts that I am asked to mentor',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery,
    answer: pageOf(MyCohortOffer),
    problems: [],
  }),
  acceptCohortOffer: endpoint('acceptCohortOffer', {
    summary: 'Become a mentor of the cohort; its learners decide one by one what I see',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    answer: Cohort,
    problems: ['not-found', 'already-joined', 'conflict'],
  }),
  declineCohortOffer: endpoint('declineCohortOffer', {
    summary: 'Not become a mentor of it',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
  removeCohortMentor: endpoint('removeCohortMentor', {
    summary: 'Leave a cohort that I mentor, or take another mentor out; what they see through it ends at once',
    access: 'member',
    scope: 'mentoring:write',
    params: MentorPath,
    answer: null,
    problems: ['not-found', 'last-mentor'],
  }),
  listMentorAsks: endpoint('listMentorAsks', {
    summary: 'Mentors who came to my cohorts and see nothing of mine before I say so',
    access: 'member',
    query: PageQuery,
    answer: pageOf(CohortAsk),
    problems: [],
  }),
  letMentorSee: endpoint('letMentorSee', {
    summary: 'Let a mentor who came later see this of mine',
    access: 'member',
    params: MentorPath,
    body: z.strictObject({ consent: Consent }),
    answer: Grant,
    statuses: [201],
    problems: ['not-found'],
  }),
  declineMentor: endpoint('declineMentor', {
    summary: 'Not let them see anything, and not be asked again',
    access: 'member',
    params: MentorPath,
    answer: null,
    problems: ['not-found'],
  }),
};
