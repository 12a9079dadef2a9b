import type { reviewers } from '@waymark/contract';
import type { Handlers } from '../../http/route.js';
import { learnerZone } from '../progress/learner-day.js';
import { changeReviewer, reviewerAnswer } from './change-reviewer.js';
import { listBusy } from './list-busy.js';

export function reviewersHandlers(): Handlers<typeof reviewers> {
  return {
    async readReviewer({ viewer, now }) {
      return reviewerAnswer(viewer.id, now);
    },

    async changeReviewer({ body, viewer, timeZone, now }) {
      const zone = await learnerZone(timeZone, viewer.id);
      await changeReviewer({ memberId: viewer.id, timeZone: zone, now }, body);
      return reviewerAnswer(viewer.id, now);
    },

    async listReviewersOfMine({ query, viewer, now }) {
      return listBusy(viewer.id, query, now);
    },
  };
}
