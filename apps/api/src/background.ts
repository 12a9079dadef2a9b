import { setTimeout as delay } from 'node:timers/promises';
import type { Deps } from './deps.js';

/** From being told to stop on: what takes longer is done again after the next start. */
const stopMs = 2000;

type Work = () => Promise<number>;

/** What a process does beside its requests, until it is told to stop. */
export interface Background {
  /** Does `work`, and says how many things it did, or that it failed. */
  once(what: string, work: Work): void;
  /**
   * Does `work` now and every `everyMs`, and never twice at once; what failed is tried again. Several processes may do the
   * same: each thing is taken by one of them, in the database.
   */
  keep(what: string, everyMs: number, work: Work): void;
  isStopping(): boolean;
  /** Begins nothing more; resolves once what is on its way has come to its end, or after two seconds. */
  stop(): Promise<void>;
}

export function createBackground({ log }: Pick<Deps, 'log'>): Background {
  const running = new Set<Promise<void>>();
  const timers: NodeJS.Timeout[] = [];
  let stopping: Promise<unknown> | undefined;

  const attempt = async (what: string, work: Work) => {
    try {
      const count = await work();
      if (count > 0) log.info({ count }, what);
    } catch (error) {
      const { name, message } = error as Error;
      // The database is closed under whatever takes too long, and the next start goes on with it.
      if (stopping) log.info({ name }, `${what}: ended by the stop`);
      else log.error({ name, message }, `${what}: failed`);
    }
  };
  const begin = (what: string, work: Work): Promise<void> => {
    const attempted = attempt(what, work).finally(() => running.delete(attempted));
    running.add(attempted);
    return attempted;
  };
  return {
    once(what, work) {
      if (!stopping) void begin(what, work);
    },
    keep(what, everyMs, work) {
      let isAtWork = false;
      const round = async () => {
        if (isAtWork || stopping) return;
        isAtWork = true;
        await begin(what, work);
        isAtWork = false;
      };
      void round();
      timers.push(setInterval(() => void round(), everyMs).unref());
    },
    isStopping: () => stopping !== undefined,
    async stop() {
      for (const timer of timers.splice(0)) clearInterval(timer);
      stopping ??= Promise.race([Promise.all(running), delay(stopMs, undefined, { ref: false })]);
      await stopping;
    },
  };
}

/** Does `next` until it says that nothing is left to do: how many times it did something. */
export async function untilNone(next: () => Promise<boolean>): Promise<number> {
  let count = 0;
  while (await next()) count += 1;
  return count;
}
