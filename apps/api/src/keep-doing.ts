import type { Deps } from './deps.js';

/**
 * Does `work` now and every `everyMs`, as long as the process lives, and never twice at once. `work` says how many things
 * it did. Several processes may do the same: each thing is taken by one of them, in the database.
 */
export function keepDoing(
  { log }: Pick<Deps, 'log'>,
  what: string,
  everyMs: number,
  work: () => Promise<number>,
): void {
  let isAtWork = false;
  const round = async () => {
    if (isAtWork) return;
    isAtWork = true;
    try {
      const count = await work();
      if (count > 0) log.info({ count }, what);
    } catch (error) {
      const { name, message } = error as Error;
      log.error({ name, message }, `${what}: failed, and is tried again`);
    } finally {
      isAtWork = false;
    }
  };
  void round();
  setInterval(() => void round(), everyMs).unref();
}
