import type { reviewers } from '@waymark/contract';
import type { Handlers } from '../../http/route.js';
import { Reviewer } from './reviewers.model.js';

export function reviewersHandlers(): Handlers<typeof reviewers> {
  return {
    async readReviewer({ viewer }) {
      const reviewer = await Reviewer.findOne({ _id: viewer.id }).lean();
      const { promiseDays = null, inPool = false, isNamed = false } = reviewer ?? {};
      return { promiseDays, inPool, isNamed };
    },

    async changeReviewer({ body, viewer }) {
      await Reviewer.updateOne({ _id: viewer.id }, { $set: body }, { upsert: true });
      return body;
    },
  };
}
