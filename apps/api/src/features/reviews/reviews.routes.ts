import type { ReviewActKind, reviews } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import type { Call, Handler, Handlers } from '../../http/route.js';
import { getProject } from '../projects/change-projects.js';
import { actOnReview, lookAtReview } from './act-on-review.js';
import { askForReview, askSomeoneElse, resubmit } from './ask-for-review.js';
import { claimReview } from './claim-review.js';
import { giveVerdict } from './give-verdict.js';
import { listMine, listOfProject, listQueue } from './list-reviews.js';
import { reviewAnswer } from './review-answer.js';

type Acts = typeof reviews;
type Seen = Call<Acts['withdrawReview']>;

const onReview = ({ params, viewer, now }: Pick<Seen, 'params' | 'viewer' | 'now'>) => ({
  id: params.id,
  memberId: viewer.id,
  now,
});
const asSeen = (call: Pick<Seen, 'params' | 'viewer' | 'now' | 'ifMatch'>) => ({
  ...onReview(call),
  ifMatch: call.ifMatch,
});

export function reviewsHandlers(deps: Deps): Handlers<Acts> {
  const learnerAct =
    (kind: ReviewActKind): Handler<Acts['withdrawReview']> =>
    async (call) =>
      reviewAnswer(await actOnReview(asSeen(call), kind), call.viewer.id, call.now);
  const mentorAct =
    (kind: ReviewActKind): Handler<Acts['claimReview']> =>
    async (call) =>
      reviewAnswer(await actOnReview(onReview(call), kind), call.viewer.id, call.now);

  return {
    async askForReview({ params, body, viewer, now }) {
      const { question, mentorId, audience } = body;
      const whom = audience ?? (mentorId ? ({ kind: 'mentor', mentorId } as const) : ({ kind: 'mentors' } as const));
      const asking = { projectId: params.id, learnerId: viewer.id, question, audience: whom, now };
      return reviewAnswer(await askForReview(asking), viewer.id, now);
    },

    async listMyReviews({ query, viewer, now }) {
      return listMine(viewer.id, query, now);
    },

    async listProjectReviews({ params, query, viewer, now }) {
      const project = await getProject(params.id, viewer.id);
      return listOfProject(project._id, query, now);
    },

    async readReview({ params, viewer, now }) {
      return reviewAnswer(await lookAtReview(params.id, viewer.id, now), viewer.id, now);
    },

    async resubmit(call) {
      return reviewAnswer(await resubmit(asSeen(call)), call.viewer.id, call.now);
    },

    async askSomeoneElse(call) {
      return reviewAnswer(await askSomeoneElse(asSeen(call), call.body.audience), call.viewer.id, call.now);
    },

    passBall: learnerAct('pass'),
    withdrawReview: learnerAct('withdraw'),
    reopenReview: learnerAct('reopen'),
    thankForReview: learnerAct('thank'),

    async claimReview(call) {
      return reviewAnswer(await claimReview(onReview(call)), call.viewer.id, call.now);
    },
    renewClaim: mentorAct('renew'),
    releaseReview: mentorAct('release'),

    async giveVerdict(call) {
      return reviewAnswer(await giveVerdict(deps, onReview(call), call.body), call.viewer.id, call.now);
    },

    async listReviews({ query, viewer, now }) {
      return listQueue(deps, viewer.id, query, now);
    },
  };
}
