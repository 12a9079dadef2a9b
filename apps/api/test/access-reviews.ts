import type { notifications, reviewers, reviews, reviewTalk, revisions } from '@waymark/contract';
import { firstVersion, type More, only, own, type Row, row } from './access-rows.js';

/** What its learner is answered, and who is asked, of a review that waits; to all others it is not there. */
const ofReview = (learner: number, mentor: number, more: More = {}) =>
  row((viewer) => ({ stranger: 401, learner, mentor })[viewer as string] ?? 404, {
    asking: () => ({ headers: firstVersion }),
    theirs: { param: 'id', of: (world) => world.reviewId },
    alone: true,
    ...more,
  });

type Names =
  | keyof typeof reviews
  | keyof typeof reviewers
  | keyof typeof reviewTalk
  | keyof typeof revisions
  | keyof typeof notifications;

/** What each viewer may do about a review. */
export const reviewRows: Record<Names, Row> = {
  askForReview: only(['learner'], 201, {
    asking: () => ({ body: { question: 'Is it sound?' } }),
    theirs: { param: 'id', of: (world) => world.unaskedId },
    alone: true,
  }),
  listMyReviews: own(200),
  listProjectReviews: only(['learner'], 200, { theirs: { param: 'id', of: (world) => world.reviewedId } }),
  readRevision: only(['learner', 'mentor'], 200, {
    asking: () => ({ params: { number: '1' } }),
    theirs: { param: 'id', of: (world) => world.reviewedId },
  }),
  readReview: ofReview(200, 200, { asking: () => ({}), alone: false }),
  resubmit: ofReview(201, 409),
  // It is the mentors' turn, and what they promised is not over.
  passBall: ofReview(409, 409),
  askSomeoneElse: ofReview(409, 409, {
    asking: () => ({ headers: firstVersion, body: { audience: { kind: 'mentors' } } }),
  }),
  withdrawReview: ofReview(200, 409),
  // Nothing is parked, and nothing to thank for.
  reopenReview: ofReview(409, 409),
  thankForReview: ofReview(409, 409),
  claimReview: ofReview(409, 200, { asking: () => ({}) }),
  // Nobody has taken it on.
  renewClaim: ofReview(409, 409, { asking: () => ({}) }),
  releaseReview: ofReview(409, 409, { asking: () => ({}) }),
  giveVerdict: ofReview(409, 409, { asking: () => ({ body: { decision: 'approved', text: 'Good', topics: [] } }) }),
  listComments: ofReview(200, 200, { asking: () => ({}), alone: false }),
  sayInReview: ofReview(201, 201, { asking: () => ({ body: { text: 'A word' } }) }),
  // Nobody has said anything.
  deleteComment: ofReview(404, 404, { asking: () => ({ params: { commentId: 'fedcba9876543210fedcba98' } }) }),
  readReviewDraft: ofReview(409, 200, { asking: () => ({ params: { number: '1' } }), alone: false }),
  keepReviewDraft: ofReview(409, 200, {
    asking: () => ({
      params: { number: '1' },
      body: { decision: null, text: '', topics: [], requirements: [], base: 0 },
    }),
  }),
  listReviews: own(200),
  readReviewer: own(200),
  listReviewersOfMine: own(200),
  changeReviewer: own(200, { asking: () => ({ body: { promiseDays: 5, inPool: false, isNamed: false } }) }),
  listNotifications: own(200),
  countNotifications: own(200),
  readNotification: only(['mentor'], 204, { theirs: { param: 'id', of: (world) => world.notificationId } }),
  readNotifications: own(204, { asking: () => ({ body: { until: '2040-01-02T10:00:00Z' } }) }),
  // About what one is not told of nothing is changed, and nothing said.
  seeAbout: own(204, { asking: (world) => ({ body: { kind: 'review', id: world.reviewId } }) }),
  listSnippets: own(200),
  createSnippet: own(201, { asking: () => ({ body: { title: 'Tests', text: 'Add one that fails first.' } }) }),
  changeSnippet: only(['mentor'], 200, {
    asking: () => ({ body: { title: 'Tests', text: 'Add one that fails first.' } }),
    theirs: { param: 'id', of: (world) => world.snippetId },
  }),
  deleteSnippet: only(['mentor'], 204, { theirs: { param: 'id', of: (world) => world.snippetId }, alone: true }),
};
