import type { grants } from '@waymark/contract';
import type { Handlers } from '../../http/route.js';
import { learnerDay } from '../progress/learner-day.js';
import { changeGrant, endGrant, listGrants } from './keep-grants.js';

export function grantsHandlers(): Handlers<typeof grants> {
  return {
    async listGrants({ query, viewer, timeZone, now }) {
      const today = await learnerDay(timeZone, viewer.id, now);
      return listGrants(viewer.id, query, { today, now });
    },

    async changeGrant({ params, body, viewer, timeZone, now }) {
      const today = await learnerDay(timeZone, viewer.id, now);
      return changeGrant(params.id, viewer.id, body.consent, { today, now });
    },

    async endGrant({ params, viewer, now }) {
      await endGrant(params.id, viewer.id, now);
      return undefined;
    },
  };
}
