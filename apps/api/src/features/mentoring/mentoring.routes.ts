import { dayIn, type mentoring } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import type { Handlers } from '../../http/route.js';
import { listLearners } from './list-learners.js';
import { readLearner } from './read-learner.js';

export function mentoringHandlers(deps: Deps): Handlers<typeof mentoring> {
  return {
    async listLearners({ query, viewer, timeZone, now }) {
      return listLearners(viewer.id, query, dayIn(timeZone ?? 'UTC', now), now);
    },

    async readLearner({ params, query, viewer, timeZone, now }) {
      const today = dayIn(timeZone ?? 'UTC', now);
      return readLearner(deps, { mentorId: viewer.id, learnerId: params.id, roadmap: query.roadmap, today, now });
    },
  };
}
