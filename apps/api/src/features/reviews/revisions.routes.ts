import type { revisions } from '@waymark/contract';
import type { Handlers } from '../../http/route.js';
import { readRevision } from './read-revision.js';

export function revisionsHandlers(): Handlers<typeof revisions> {
  return {
    async readRevision({ params, viewer, now }) {
      return readRevision(params.id, params.number, viewer.id, now);
    },
  };
}
