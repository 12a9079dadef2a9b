import type { sharing } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { learnerDay } from '../progress/learner-day.js';
import { getHandedOver, handOver } from './hand-over.js';
import { getGrantAnswer } from './keep-grants.js';
import { listPaused, pauseGrant, resumeGrant } from './pause-grants.js';
import { previewGrant } from './preview-grant.js';

export function sharingHandlers(deps: Deps): Handlers<typeof sharing> {
  return {
    async previewGrant({ body, viewer, timeZone, now }) {
      const today = await learnerDay(timeZone, viewer.id, now);
      return previewGrant(deps, { learnerId: viewer.id, ...body, today, now });
    },

    async pauseGrant({ params, viewer, timeZone, now }) {
      const today = await learnerDay(timeZone, viewer.id, now);
      return getGrantAnswer(await pauseGrant(params.id, viewer.id, now), { today, now });
    },

    async resumeGrant({ params, viewer, timeZone, now }) {
      const today = await learnerDay(timeZone, viewer.id, now);
      return getGrantAnswer(await resumeGrant(params.id, viewer.id, now), { today, now });
    },

    async readHandOver({ params, viewer, timeZone, now }) {
      const today = await learnerDay(timeZone, viewer.id, now);
      const grant = await getHandedOver(params.id, viewer.id, now);
      const headers = {
        'Content-Disposition': 'attachment; filename="waymark-hand-over.md"',
        'Content-Language': 'en',
      };
      return reply(handOver(deps, grant, { today, now }), { headers });
    },

    async listPaused({ query, viewer }) {
      return listPaused(viewer.id, query);
    },
  };
}
