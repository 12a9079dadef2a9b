import { type activity, addDays, daysBetween } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Handlers } from '../../http/route.js';
import { learnerDay } from '../progress/learner-day.js';
import { listActivity } from './list-activity.js';

const usualDays = 26 * 7;
const mostDays = 400;

export function activityHandlers(_deps: Deps): Handlers<typeof activity> {
  return {
    async listActivity({ query, viewer, timeZone, now }) {
      const to = query.to ?? (await learnerDay(timeZone, viewer.id, now));
      const from = query.from ?? addDays(to, -usualDays + 1);
      const days = daysBetween(from, to);
      if (days < 0 || days >= mostDays) {
        const message = days < 0 ? '“from” comes after “to”' : `At most ${mostDays} days at once`;
        throw new Problem('bad-request', { errors: [{ path: 'from', message }] });
      }
      return listActivity({ learnerId: viewer.id, from, to, limit: query.limit, cursor: query.cursor });
    },
  };
}
