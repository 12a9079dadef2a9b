import type { mentoring } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { learnerDay } from '../progress/learner-day.js';
import { exportLearners } from './export-learners.js';
import { listLearners } from './list-learners.js';
import { quietAttention } from './quiet-attention.js';
import { readLearner } from './read-learner.js';

export function mentoringHandlers(deps: Deps): Handlers<typeof mentoring> {
  return {
    async listLearners({ query, viewer, timeZone, now }) {
      return listLearners(viewer.id, query, { today: await learnerDay(timeZone, viewer.id, now), now });
    },

    async exportLearners({ query, viewer, timeZone, now }) {
      const headers = { 'Content-Disposition': 'attachment; filename="waymark-learners.csv"' };
      const today = await learnerDay(timeZone, viewer.id, now);
      return reply(exportLearners(viewer.id, query, { today, now }), { headers });
    },

    async readLearner({ params, query, viewer, timeZone, now }) {
      const today = await learnerDay(timeZone, viewer.id, now);
      return readLearner(deps, { mentorId: viewer.id, learnerId: params.id, roadmap: query.roadmap, today, now });
    },

    async quietAttention({ params, body, viewer, timeZone, now }) {
      const today = await learnerDay(timeZone, viewer.id, now);
      return quietAttention({ mentorId: viewer.id, learnerId: params.id, ...body, today, now });
    },
  };
}
