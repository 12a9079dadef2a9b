import { setTimeout as delay } from 'node:timers/promises';
import type { RunningMongod } from './start-mongod.js';

/** Waits before each try to start again; after the last one it gives up. */
const BACK_OFF_MS = [0, 500, 2000];

/** A server that ran this long was healthy: its end begins a new row of tries. */
const HEALTHY_MS = 60_000;

interface Told {
  onRestart(): void;
  onLost(error: Error): void;
}

/** Starts a mongod again that ended unasked (killed, out of memory), on its old port so that connections find it. */
export function keepMongodRunning(first: RunningMongod, startAgain: () => Promise<RunningMongod>, told: Told) {
  let current = first;
  let isStopping = false;
  let restarting: Promise<void> = Promise.resolve();
  let failures = 0;

  const watch = (mongod: RunningMongod) => {
    const startedAt = Date.now();
    void mongod.exited.then(() => {
      if (isStopping) return;
      if (Date.now() - startedAt > HEALTHY_MS) failures = 0;
      restarting = restart();
    });
  };
  const restart = async () => {
    told.onRestart();
    let last: unknown = new Error('it keeps ending');
    while (failures < BACK_OFF_MS.length && !isStopping) {
      await delay(BACK_OFF_MS[failures]);
      failures += 1;
      try {
        current = await startAgain();
        watch(current);
        return;
      } catch (error) {
        last = error;
      }
    }
    if (!isStopping) told.onLost(last instanceof Error ? last : new Error(String(last)));
  };
  watch(first);
  return {
    async stop(patienceMs: number): Promise<void> {
      isStopping = true;
      await restarting;
      await current.stop(patienceMs);
    },
  };
}
