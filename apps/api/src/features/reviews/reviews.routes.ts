import type { reviews } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import type { Call, Handler, Handlers } from '../../http/route.js';
import { getProject } from '../projects/change-projects.js';
import { actOnReview, getReview } from './act-on-review.js';
import { askForReview, resubmit } from './ask-for-review.js';
import { giveVerdict } from './give-verdict.js';
import { listMine, listOfProject, listQueue } from './list-reviews.js';
import { reviewAnswer } from './review-answer.js';
import { Reviewer } from './reviewers.model.js';
import type { ReviewRecord } from './reviews.model.js';

type Acts = typeof reviews;
type Seen = Call<Acts['withdrawReview']>;

/** What an act on a review is answered with: the review as it is now, and its version. */
const answer = (review: ReviewRecord, viewerId: string, now: Date) => reviewAnswer(review, viewerId, now);

const onReview = ({ params, viewer, now }: Pick<Seen, 'params' | 'viewer' | 'now'>) => ({
  id: params.id,
  memberId: viewer.id,
  now,
});
const asSeen = (call: Seen) => ({ ...onReview(call), ifMatch: call.ifMatch });

export function reviewsHandlers(deps: Deps): Handlers<Acts> {
  const learnerAct =
    (kind: Parameters<typeof actOnReview>[1]): Handler<Acts['withdrawReview']> =>
    async (call) =>
      answer(await actOnReview(asSeen(call), kind), call.viewer.id, call.now);
  const mentorAct =
    (kind: Parameters<typeof actOnReview>[1]): Handler<Acts['claimReview']> =>
    async (call) =>
      answer(await actOnReview(onReview(call), kind), call.viewer.id, call.now);

  return {
    async askForReview({ params, body, viewer, now }) {
      const { question, mentorId, audience } = body;
      const whom = audience ?? (mentorId ? ({ kind: 'mentor', mentorId } as const) : ({ kind: 'mentors' } as const));
      const asking = { projectId: params.id, learnerId: viewer.id, question, audience: whom, now };
      return answer(await askForReview(asking), viewer.id, now);
    },

    async listMyReviews({ query, viewer, now }) {
      return listMine(viewer.id, query, now);
    },

    async listProjectReviews({ params, query, viewer, now }) {
      const project = await getProject(params.id, viewer.id);
      return listOfProject(project._id, query, now);
    },

    async readReview({ params, viewer, now }) {
      return answer(await getReview(params.id, viewer.id), viewer.id, now);
    },

    async resubmit(call) {
      return answer(await resubmit(asSeen(call)), call.viewer.id, call.now);
    },

    async askSomeoneElse(call) {
      const review = await actOnReview({ ...onReview(call), ifMatch: call.ifMatch }, 'ask', call.body.audience);
      return answer(review, call.viewer.id, call.now);
    },

    passBall: learnerAct('pass'),
    withdrawReview: learnerAct('withdraw'),
    reopenReview: learnerAct('reopen'),
    thankForReview: learnerAct('thank'),

    claimReview: mentorAct('claim'),
    renewClaim: mentorAct('renew'),
    releaseReview: mentorAct('release'),

    async giveVerdict(call) {
      return answer(await giveVerdict(deps, onReview(call), call.body), call.viewer.id, call.now);
    },

    async listReviews({ query, viewer, now }) {
      return listQueue(viewer.id, query, now);
    },

    async readReviewer({ viewer }) {
      const reviewer = await Reviewer.findOne({ _id: viewer.id }).lean();
      return { promiseDays: reviewer?.promiseDays ?? null, inPool: reviewer?.inPool ?? false };
    },

    async changeReviewer({ body, viewer }) {
      await Reviewer.updateOne({ _id: viewer.id }, { $set: body }, { upsert: true });
      return body;
    },
  };
}
