import type { live } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import type { Changes } from './changes.js';
import { keepEndingWithSessions } from './end-with-session.js';

/** A token of a change stream is hexadecimal; anything else is one that we never gave. */
const isToken = (text: string) => /^[0-9A-F]{8,1024}$/i.test(text);

export function liveHandlers(deps: Deps, changes: Changes): Handlers<typeof live> {
  const endings = keepEndingWithSessions(deps, changes);
  return {
    async followChanges({ viewer, lastEventId, gone }) {
      const { id: memberId, sessionId } = viewer;
      // What is none of ours is older than all of ours.
      const last = lastEventId === undefined || isToken(lastEventId) ? lastEventId : '';
      const text = changes.follow({ memberId, sessionId, lastEventId: last, gone });
      endings.begin();
      return reply(text, {});
    },
  };
}
