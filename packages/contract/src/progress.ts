import { z } from 'zod';
import { Day, endpoint, Instant, PageQuery, pageOf } from './endpoint.js';
import { RoadmapPath, Slug } from './roadmaps.js';

export const TopicState = z.enum(['not_started', 'learning', 'done', 'skipped']);
export type TopicState = z.infer<typeof TopicState>;

/** How far a done topic is backed. Derived from facts, never set by hand; `null` on what is not done. */
export const Proof = z.enum(['learned', 'shown', 'confirmed']);
export type Proof = z.infer<typeof Proof>;

/** Hours a week and days a week that a learner means to give, and when they would like to be there. */
export const Plan = z.strictObject({
  hoursPerWeek: z.number().min(1, 'At least 1 hour').max(80, 'At most 80 hours'),
  daysPerWeek: z.int().min(1, 'At least 1 day').max(7, 'A week has 7 days'),
  targetDate: Day.nullable(),
});
export type Plan = z.infer<typeof Plan>;

export const Choices = z.record(Slug, z.array(Slug).max(20));
export type Choices = z.infer<typeof Choices>;

export const TopicProgress = z.strictObject({
  state: TopicState,
  proof: Proof.nullable(),
  /** Done before day one: it has no time, and changes neither pace nor calendar. */
  known: z.boolean(),
  updatedAt: Instant.nullable(),
});
export type TopicProgress = z.infer<typeof TopicProgress>;

/** What counts, of a stage or of the whole. `done ≥ shown ≥ confirmed`; `percent` is floored, `null` for 0/0. */
export const Counts = z.strictObject({
  required: z.int(),
  done: z.int(),
  shown: z.int(),
  confirmed: z.int(),
  percent: z.int().nullable(),
});
export type Counts = z.infer<typeof Counts>;

export const Summary = Counts.extend({
  /** Required topics and choices that were skipped: they have left the total. */
  skipped: z.int(),
  optionalDone: z.int(),
  /** Estimated hours of what is still to do. */
  hoursLeft: z.number(),
  stages: z.record(Slug, Counts),
});
export type Summary = z.infer<typeof Summary>;

/**
 * When the roadmap would be done. `basis` says from what: the plan until there are two weeks of real
 * pace, then the pace of the last eight weeks. `planned` is what the plan alone says.
 */
export const Forecast = z.strictObject({
  basis: z.enum(['plan', 'pace', 'done']),
  from: Day.nullable(),
  to: Day.nullable(),
  planned: Day.nullable(),
  hoursPerWeek: z.number(),
});
export type Forecast = z.infer<typeof Forecast>;

export const EnrolmentCard = z.strictObject({
  roadmap: Slug,
  title: z.string(),
  version: z.int(),
  plan: Plan,
  summary: Summary,
  forecast: Forecast,
  /** The topics to take, or choices to make, next; the first of them now. At most three. */
  next: z.array(Slug).max(3),
  startedAt: Instant,
  updatedAt: Instant,
  lastActiveDay: Day.nullable(),
});
export type EnrolmentCard = z.infer<typeof EnrolmentCard>;

export const Enrolment = EnrolmentCard.extend({
  choices: Choices,
  /** Every topic of the roadmap, untouched ones too. */
  topics: z.record(Slug, TopicProgress),
  /** Logged minutes by topic; what has none is not named. */
  minutes: z.record(Slug, z.int()),
  /** When something last happened in a topic's room, of what is being learned. */
  touched: z.record(Slug, Instant),
});
export type Enrolment = z.infer<typeof Enrolment>;

/** When something was done. A clock that was never set says 1970, and a year of three digits is no day of ours. */
export const DoneAt = Instant.refine((at) => at >= '2000', 'Not before the year 2000');

/** `at`: when it was done, for what was done offline; the server's time at the latest. */
export const TopicChange = z.strictObject({
  state: TopicState,
  at: DoneAt.optional(),
  known: z.boolean().optional(),
});
export type TopicChange = z.infer<typeof TopicChange>;

export const TopicPath = RoadmapPath.extend({ topicId: Slug });

export const TopicSet = z.strictObject({ topic: TopicProgress.extend({ id: Slug }), summary: Summary });
export const TopicsSet = z.strictObject({ topics: z.record(Slug, TopicProgress), summary: Summary });

export const progress = {
  listEnrolments: endpoint('listEnrolments', {
    summary: 'The roadmaps that I follow',
    access: 'member',
    scope: 'progress:read',
    query: PageQuery,
    answer: pageOf(EnrolmentCard),
    problems: [],
  }),
  readEnrolment: endpoint('readEnrolment', {
    summary: 'My way along one roadmap',
    access: 'member',
    scope: 'progress:read',
    params: RoadmapPath,
    answer: Enrolment,
    problems: ['not-found'],
  }),
  putEnrolment: endpoint('putEnrolment', {
    summary: 'Follow a roadmap, or change its plan and choices',
    access: 'member',
    scope: 'progress:write',
    params: RoadmapPath,
    body: z.strictObject({ plan: Plan.partial().optional(), choices: Choices.optional() }).default({}),
    answer: Enrolment,
    statuses: [200, 201],
    problems: ['not-found'],
  }),
  leaveEnrolment: endpoint('leaveEnrolment', {
    summary: 'Leave a roadmap; it can be taken up again for thirty days',
    access: 'member',
    scope: 'progress:write',
    params: RoadmapPath,
    answer: null,
    problems: ['not-found'],
  }),
  restoreEnrolment: endpoint('restoreEnrolment', {
    summary: 'Take up a roadmap that I left',
    access: 'member',
    scope: 'progress:write',
    params: RoadmapPath,
    answer: Enrolment,
    problems: ['not-found'],
  }),
  setTopic: endpoint('setTopic', {
    summary: 'Set the state of one topic',
    access: 'member',
    scope: 'progress:write',
    params: TopicPath,
    body: TopicChange,
    answer: TopicSet,
    problems: ['not-found'],
  }),
  setTopics: endpoint('setTopics', {
    summary: 'Set the states of several topics, all or none',
    access: 'member',
    scope: 'progress:write',
    params: RoadmapPath,
    body: z.strictObject({
      topics: z
        .record(Slug, TopicChange)
        .refine((topics) => Object.keys(topics).length > 0, 'Name at least one topic')
        .refine((topics) => Object.keys(topics).length <= 500, 'At most 500 topics at once')
        .meta({ minProperties: 1, maxProperties: 500 }),
    }),
    answer: TopicsSet,
    problems: ['not-found'],
  }),
};
