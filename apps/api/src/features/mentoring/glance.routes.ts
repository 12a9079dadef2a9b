import { dayIn, type glance } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import type { Handlers } from '../../http/route.js';
import { listGlanceRows } from './list-glance-rows.js';
import { readGlance } from './read-glance.js';

export function glanceHandlers(deps: Deps): Handlers<typeof glance> {
  return {
    async readGlance({ params, viewer, timeZone, now }) {
      const today = dayIn(timeZone ?? 'UTC', now);
      return readGlance(deps, { cohortId: params.id, mentorId: viewer.id, today });
    },

    async listGlanceRows({ params, query, viewer, now }) {
      return listGlanceRows(params.id, viewer.id, query, now);
    },
  };
}
