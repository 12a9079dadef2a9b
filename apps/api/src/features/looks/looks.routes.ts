import type { looks } from '@waymark/contract';
import type { Handlers } from '../../http/route.js';
import { listLooks } from './list-looks.js';

export function looksHandlers(): Handlers<typeof looks> {
  return {
    async listLooks({ query, viewer }) {
      return listLooks(viewer.id, query);
    },
  };
}
