import { z } from 'zod';
import { Day, endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Person } from './people.js';
import { ReviewState } from './review-state.js';
import { Commit, Snapshot } from './revisions.js';
import { GivenVerdict, Verdict } from './verdicts.js';

/** What somebody can do with a review, or what time does. */
export const ReviewActKind = z.enum([
  'claim',
  'renew',
  'release',
  'lapse',
  'pass',
  'approve',
  'request-changes',
  'comment',
  'resubmit',
  'ask',
  'withdraw',
  'thank',
  'park',
  'reopen',
]);
export type ReviewActKind = z.infer<typeof ReviewActKind>;
export type ReviewEventKind = ReviewActKind | 'requested';

/** Who must act. */
export const BallHolder = z.enum(['learner', 'mentor']);
export type BallHolder = z.infer<typeof BallHolder>;

/**
 * Who is asked. `mentors`: all who see the learner's projects by a live grant; `mentor`: one of them; `cohort`: the mentors
 * that a cohort of the learner's has; `pool`: every member who put themselves into the pool of reviewers.
 */
export const Audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mentors') }),
  z.strictObject({ kind: z.literal('mentor'), mentorId: Id }),
  z.strictObject({ kind: z.literal('cohort'), cohortId: Id }),
  z.strictObject({ kind: z.literal('pool') }),
]);
export type Audience = z.infer<typeof Audience>;

const Question = z.string().trim().min(1, 'Ask something').max(2000, 'At most 2,000 characters');

/** How a review stands, as a list shows it. */
export const ReviewCard = z.strictObject({
  id: Id,
  project: z.strictObject({ id: Id, title: z.string() }),
  learner: Person,
  state: ReviewState,
  question: z.string(),
  /** The revision under review. */
  revision: z.int(),
  ballWith: BallHolder.nullable(),
  ballSince: Instant,
  audience: Audience,
  claim: z.strictObject({ mentor: Person, until: Instant }).nullable(),
  /** When an answer was promised; `null` while none is owed. */
  promisedBy: Instant.nullable(),
  /** Who has it, or alone was asked, answers nothing until this day is over; it may be asked of others at once. */
  away: z.strictObject({ mentor: Person, until: Day }).nullable(),
  requestedAt: Instant,
  version: z.int(),
});
export type ReviewCard = z.infer<typeof ReviewCard>;

/** The last review of a project, for a mentor who may read it: whose turn it is, and since when it stands so. */
export const SeenReview = ReviewCard.pick({ id: true, state: true, ballWith: true, ballSince: true });
export type SeenReview = z.infer<typeof SeenReview>;

/** A review in the queue of who may give it. */
export const QueuedReview = ReviewCard.extend({
  /** About how long it takes them: see `reviewMinutes`. */
  minutes: z.int(),
});
export type QueuedReview = z.infer<typeof QueuedReview>;

export const ReviewEntry = z.strictObject({
  kind: z.union([ReviewActKind, z.literal('requested')]),
  at: Instant,
  /** `null`: time did it, or somebody who is a member no more. */
  by: Person.nullable(),
  revision: z.int(),
});

/** What who asks may do with it now. */
export const ReviewAbilities = z.strictObject({
  claim: z.boolean(),
  renew: z.boolean(),
  release: z.boolean(),
  pass: z.boolean(),
  verdict: z.boolean(),
  resubmit: z.boolean(),
  ask: z.boolean(),
  withdraw: z.boolean(),
  thank: z.boolean(),
  reopen: z.boolean(),
});

/** A whole review, for its learner and for who may review it. */
export const Review = ReviewCard.extend({
  snapshot: Snapshot,
  /** Made for this review, the newest last. */
  revisions: z.array(z.strictObject({ number: z.int(), createdAt: Instant, commit: Commit })),
  verdicts: z.array(GivenVerdict),
  events: z.array(ReviewEntry),
  abilities: ReviewAbilities,
  /** How many have waited longer; only while it is in the queue, and only for its learner. */
  ahead: z.int().nullable(),
  /** Median hours until the first answer of the last twenty reviews that the same people were asked for; `null`: not enough yet. */
  usualWaitHours: z.number().nullable(),
});
export type Review = z.infer<typeof Review>;

export const NewReview = z
  .strictObject({
    /** What the learner wants to know. */
    question: Question,
    mentorId: Id.optional(),
    audience: Audience.optional(),
  })
  .refine(({ mentorId, audience }) => !mentorId || !audience, {
    message: 'Name either a mentor or an audience',
    path: ['audience'],
  });

/** Acts of the learner are bound to what they saw: whoever was quicker is told of in a `stale`, with the review as it is now. */
const asSeen = { access: 'member', ifMatch: true, params: IdPath, answer: Review } as const;
const asMentor = { access: 'member', scope: 'mentoring:write', params: IdPath, answer: Review } as const;

export const reviews = {
  askForReview: endpoint('askForReview', {
    summary: 'Ask for a review of a project as it is now: that is a new revision',
    access: 'member',
    params: IdPath,
    body: NewReview,
    answer: Review,
    statuses: [201],
    problems: ['not-found', 'review-open', 'project-private', 'nobody-to-ask'],
  }),
  listMyReviews: endpoint('listMyReviews', {
    summary: 'My reviews that are open, whosever turn it is; the longest wait first',
    access: 'member',
    scope: 'projects:read',
    query: PageQuery,
    answer: pageOf(ReviewCard),
    problems: [],
  }),
  listProjectReviews: endpoint('listProjectReviews', {
    summary: 'The reviews of a project of mine, the newest first',
    access: 'member',
    scope: 'projects:read',
    params: IdPath,
    query: PageQuery,
    answer: pageOf(ReviewCard),
    problems: ['not-found'],
  }),
  readReview: endpoint('readReview', {
    summary: 'One review: of mine, or that I may give',
    access: 'member',
    params: IdPath,
    answer: Review,
    problems: ['not-found'],
  }),
  resubmit: endpoint('resubmit', {
    ...asSeen,
    summary: 'Show the project as it is now to the review that is open: a new revision',
    statuses: [201],
    problems: ['not-found', 'review-closed', 'project-private'],
  }),
  passBall: endpoint('passBall', {
    ...asSeen,
    summary: 'It is the turn of the other side: I answered, or I asked something',
    problems: ['not-found', 'review-closed', 'review-parked', 'review-not-held', 'not-your-turn'],
  }),
  askSomeoneElse: endpoint('askSomeoneElse', {
    ...asSeen,
    summary: 'Ask somebody else, once what was promised is over; its place in the queue is kept',
    body: z.strictObject({ audience: Audience }),
    problems: ['not-found', 'review-closed', 'review-parked', 'not-your-turn', 'promise-holds', 'nobody-to-ask'],
  }),
  withdrawReview: endpoint('withdrawReview', {
    ...asSeen,
    summary: 'Ask for no review any more',
    problems: ['not-found', 'review-closed'],
  }),
  reopenReview: endpoint('reopenReview', {
    ...asSeen,
    summary: 'Go on with a review that was parked',
    problems: ['not-found', 'review-closed', 'not-your-turn'],
  }),
  thankForReview: endpoint('thankForReview', {
    ...asSeen,
    summary: 'Thank who reviewed it',
    problems: ['not-found', 'review-closed', 'not-your-turn'],
  }),
  claimReview: endpoint('claimReview', {
    ...asMentor,
    summary: 'Take a review on; nobody else can, for 72 hours',
    problems: ['not-found', 'review-claimed', 'review-closed', 'review-parked', 'own-review', 'hands-full'],
  }),
  renewClaim: endpoint('renewClaim', {
    ...asMentor,
    summary: 'Keep a review for another 72 hours',
    problems: ['not-found', 'review-claimed', 'review-not-held', 'review-closed', 'review-parked', 'own-review'],
  }),
  releaseReview: endpoint('releaseReview', {
    ...asMentor,
    summary: 'Give a review back; it keeps its place in the queue',
    problems: ['not-found', 'review-claimed', 'review-not-held', 'review-closed', 'review-parked', 'own-review'],
  }),
  giveVerdict: endpoint('giveVerdict', {
    ...asMentor,
    summary:
      'Answer: approved, changes requested or commented, with a verdict and a sentence on each topic that was judged',
    body: Verdict,
    problems: [
      'not-found',
      'review-claimed',
      'review-not-held',
      'review-closed',
      'review-parked',
      'own-review',
      'revision-passed',
    ],
  }),
  listReviews: endpoint('listReviews', {
    summary: 'The reviews that I may give or am giving, the longest wait first',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery.extend({ turn: z.enum(['mine', 'learners']).default('mine') }),
    answer: pageOf(QueuedReview),
    problems: [],
  }),
};
