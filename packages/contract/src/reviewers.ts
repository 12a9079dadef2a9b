import { z } from 'zod';
import { endpoint } from './endpoint.js';

/** What a member says of themselves as a reviewer. */
export const Reviewer = z.strictObject({
  /** Days within which they answer; `null`: they promise nothing. */
  promiseDays: z.int().min(1, 'At least 1 day').max(60, 'At most 60 days').nullable(),
  inPool: z.boolean(),
  /** Strangers may read my name beside what I confirmed: on a project's page, and in a signed record. */
  isNamed: z.boolean(),
});
export type Reviewer = z.infer<typeof Reviewer>;

export const reviewers = {
  readReviewer: endpoint('readReviewer', {
    summary: 'What I promise as a reviewer, and whether I am in the pool',
    access: 'member',
    scope: 'mentoring:read',
    answer: Reviewer,
    problems: [],
  }),
  changeReviewer: endpoint('changeReviewer', {
    summary: 'Promise an answer within some days; join or leave the pool of reviewers',
    access: 'member',
    scope: 'mentoring:write',
    body: Reviewer,
    answer: Reviewer,
    problems: [],
  }),
};
