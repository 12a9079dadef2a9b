import type { talkHelp } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { createLimiter } from '../../http/limits.js';
import type { Handlers } from '../../http/route.js';
import { learnerDay } from '../progress/learner-day.js';
import { askForHelp, closeHelp, reopenHelp } from './keep-help.js';
import { listHelp, listLearnerHelp, listMyHelp } from './list-help.js';

export function talkHelpHandlers(deps: Deps): Handlers<typeof talkHelp> {
  const asking = createLimiter(deps, 'ask-for-help', 60, 600);

  return {
    async askForHelp({ body, viewer, timeZone, now }) {
      await asking.take(viewer.id);
      const today = await learnerDay(timeZone, viewer.id, now);
      return askForHelp(deps, { learnerId: viewer.id, ...body, today, now });
    },

    async listMyHelp({ query, viewer, now }) {
      return listMyHelp(deps, viewer.id, query, now);
    },

    async closeHelp({ params, body, viewer, now }) {
      return closeHelp(deps, params.id, { viewerId: viewer.id, ...body, now });
    },

    async reopenHelp({ params, viewer, now }) {
      return reopenHelp(deps, params.id, viewer.id, now);
    },

    async listHelp({ query, viewer, now }) {
      return listHelp(deps, viewer.id, query, now);
    },

    async listLearnerHelp({ params, query, viewer, now }) {
      return listLearnerHelp(deps, { mentorId: viewer.id, learnerId: params.id, now }, query);
    },
  };
}
