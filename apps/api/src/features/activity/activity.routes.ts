import { type activity, addDays, daysBetween } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Handlers } from '../../http/route.js';
import { learnerDay } from '../progress/learner-day.js';
import { listActivity } from './list-activity.js';

const usualDays = 26 * 7;
const mostDays = 400;

/** Every id that a topic has had: what was done under an old one was done on it. */
function idsOf(deps: Deps, slug: string | undefined, topicId: string): string[] {
  const aliases = Object.entries((slug && deps.roadmaps.get(slug)?.aliases) || {});
  const current = aliases.find(([old]) => old === topicId)?.[1] ?? topicId;
  return [current, ...aliases.filter(([, id]) => id === current).map(([old]) => old)];
}

export function activityHandlers(deps: Deps): Handlers<typeof activity> {
  return {
    async listActivity({ query, viewer, timeZone, now }) {
      const to = query.to ?? (await learnerDay(timeZone, viewer.id, now));
      const from = query.from ?? addDays(to, -usualDays + 1);
      const days = daysBetween(from, to);
      if (days < 0 || days >= mostDays) {
        const message = days < 0 ? '“from” comes after “to”' : `At most ${mostDays} days at once`;
        throw new Problem('bad-request', { errors: [{ path: 'from', message }] });
      }
      const { limit, cursor, roadmap } = query;
      const topicIds = query.topicId === undefined ? undefined : idsOf(deps, roadmap, query.topicId);
      return listActivity({ learnerId: viewer.id, roadmap, topicIds, from, to, limit, cursor });
    },
  };
}
