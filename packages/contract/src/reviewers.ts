import { z } from 'zod';
import { mostAwayDays } from './away.rules.js';
import { daysBetween } from './days.rules.js';
import { Day, endpoint, Id, PageQuery, pageOf } from './endpoint.js';

/** The first and the last day on which a member is away, as they live them. */
export const Away = z
  .strictObject({ from: Day, to: Day })
  .refine(({ from, to }) => from <= to, { message: 'The last day is the first one, or comes after it', path: ['to'] })
  .refine(({ from, to }) => daysBetween(from, to) < mostAwayDays, {
    message: `At most ${mostAwayDays} days`,
    path: ['to'],
  });
export type Away = z.infer<typeof Away>;

/** What a member says of themselves as a reviewer. */
export const Reviewer = z.strictObject({
  /** Days within which they answer; `null`: they promise nothing. */
  promiseDays: z.int().min(1, 'At least 1 day').max(60, 'At most 60 days').nullable(),
  inPool: z.boolean(),
  /** Strangers may read my name beside what I confirmed: on a project's page, and in a signed record. */
  isNamed: z.boolean(),
  /** How many reviews they hold at once, whosever turn it is; `null`: as many as they like. */
  capacity: z.int().min(1, 'At least 1').max(50, 'At most 50').nullable(),
  /** Now or later; `null` also once it is over. */
  away: Away.nullable(),
});
export type Reviewer = z.infer<typeof Reviewer>;

/** Left out, the two that came later stay as they are. */
export const ReviewerChange = Reviewer.partial({ capacity: true, away: true });
export type ReviewerChange = z.infer<typeof ReviewerChange>;

export const ReviewerNow = Reviewer.extend({
  /** How many reviews they hold at this moment. */
  inHand: z.int(),
});
export type ReviewerNow = z.infer<typeof ReviewerNow>;

/** What its learner reads of a mentor who may take longer. */
export const BusyReviewer = z.strictObject({
  mentorId: Id,
  /** The last day on which they are away. */
  awayUntil: Day.nullable(),
  /** How many they hold, where those are as many as they take. */
  inHand: z.int().nullable(),
});
export type BusyReviewer = z.infer<typeof BusyReviewer>;

export const reviewers = {
  readReviewer: endpoint('readReviewer', {
    summary: 'What I promise as a reviewer, how many I take on, when I am away, and whether I am in the pool',
    access: 'member',
    scope: 'mentoring:read',
    answer: ReviewerNow,
    problems: [],
  }),
  changeReviewer: endpoint('changeReviewer', {
    summary:
      'Promise an answer within some days; take on so many at once; be away; join or leave the pool of reviewers',
    access: 'member',
    scope: 'mentoring:write',
    body: ReviewerChange,
    answer: ReviewerNow,
    problems: [],
  }),
  listReviewersOfMine: endpoint('listReviewersOfMine', {
    summary:
      'The mentors whom I can ask for a review and who may take longer: away, or with as many in hand as they take',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery,
    answer: pageOf(BusyReviewer),
    problems: [],
  }),
};
