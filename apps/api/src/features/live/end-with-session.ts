import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Session } from '../accounts/sessions.model.js';
import type { Changes } from './changes.js';

/** An ended session's stream is over within five seconds. */
const everyMs = 2500;

/** Looks, while anybody listens, whose session has ended meanwhile: one query for all streams of this process. */
export function keepEndingWithSessions(
  deps: Pick<Deps, 'now' | 'log'>,
  changes: Pick<Changes, 'sessionIds' | 'endSession'>,
): { begin(): void } {
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const open = [...changes.sessionIds()];
    if (open.length === 0) {
      clearInterval(timer);
      timer = undefined;
      return;
    }
    const live = await Session.find(
      { _id: mongoose.trusted({ $in: open }), idleEndsAt: mongoose.trusted({ $gt: deps.now() }) },
      { _id: 1 },
    ).lean();
    const alive = new Set(live.map(({ _id }) => String(_id)));
    for (const id of open) if (!alive.has(id)) changes.endSession(id);
  }

  return {
    begin() {
      timer ??= setInterval(() => {
        look().catch((error: Error) => deps.log.warn({ name: error.name }, 'open streams are not looked at just now'));
      }, everyMs).unref();
    },
  };
}
