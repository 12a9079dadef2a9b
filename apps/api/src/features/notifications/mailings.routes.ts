import type { mailings } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import type { Handlers } from '../../http/route.js';
import { createLinkLimit } from '../credentials/address-limits.js';
import { readMailing, resumeMailing, stopMailing } from './unsubscribe.js';

export function mailingsHandlers(deps: Deps): Handlers<typeof mailings> {
  const limit = createLinkLimit(deps);
  return {
    async readMailing({ body, client }) {
      await limit.take(client.address);
      return readMailing(deps, body.token);
    },

    async stopMailing({ body, client, now }) {
      await limit.take(client.address);
      return stopMailing(deps, body.token, now);
    },

    async resumeMailing({ body, client, now }) {
      await limit.take(client.address);
      return resumeMailing(deps, body.token, now);
    },
  };
}
