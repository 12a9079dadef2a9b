import type { Deps } from './deps.js';

type Logging = Pick<Deps, 'log'>;

/** Does `work` in the background, and says how many things it did, or that it failed. */
export async function doOnce({ log }: Logging, what: string, work: () => Promise<number>): Promise<void> {
  try {
    const count = await work();
    if (count > 0) log.info({ count }, what);
  } catch (error) {
    const { name, message } = error as Error;
    log.error({ name, message }, `${what}: failed`);
  }
}

/**
 * Does `work` now and every `everyMs`, as long as the process lives, and never twice at once; what failed is tried again.
 * Several processes may do the same: each thing is taken by one of them, in the database.
 */
export function keepDoing(deps: Logging, what: string, everyMs: number, work: () => Promise<number>): void {
  let isAtWork = false;
  const round = async () => {
    if (isAtWork) return;
    isAtWork = true;
    await doOnce(deps, what, work);
    isAtWork = false;
  };
  void round();
  setInterval(() => void round(), everyMs).unref();
}

/** Does `next` until it says that nothing is left to do: how many times it did something. */
export async function untilNone(next: () => Promise<boolean>): Promise<number> {
  let count = 0;
  while (await next()) count += 1;
  return count;
}
