import type { reviewers } from '@waymark/contract';
import type { Handlers } from '../../http/route.js';
import { Reviewer } from './reviewers.model.js';

export function reviewersHandlers(): Handlers<typeof reviewers> {
  return {
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
