import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseError } from '../connect.js';
import { identifyProcess } from './identify-process.js';

const PATIENCE_MS = 15_000;

/**
 * Stops a mongod that an API killed earlier left on `dbPath`. The pid in its lock file is believed only if that
 * process is a mongod on this very folder: pids come round, and others' processes are not ours to stop.
 */
export async function stopLeftBehindMongod(dbPath: string): Promise<'none' | 'stopped'> {
  const pid = lockFilePid(dbPath);
  const found = identifyProcess(pid);
  if (!found || !isMongodOn(found.command, dbPath)) return 'none';
  const isGone = () => identifyProcess(pid)?.startedAt !== found.startedAt;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    sendSignal(pid, signal);
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      if (isGone()) return 'stopped';
      await delay(25);
    }
  }
  throw new DatabaseError(`A MongoDB left behind on ${dbPath} (process ${pid}) does not stop. End it by hand.`);
}

/** True if `command` is a mongod's command line with this `--dbpath`. */
export function isMongodOn(command: string, dbPath: string): boolean {
  if (!/mongod/.test(command.split(' --')[0] ?? '')) return false;
  const paths = [dbPath];
  try {
    paths.push(realpathSync(dbPath));
  } catch {
    // Not there yet: then no mongod runs on it under another name either.
  }
  return paths.some((path) => command.includes(`--dbpath ${path} `));
}

function lockFilePid(dbPath: string): number {
  try {
    return Number.parseInt(readFileSync(join(dbPath, 'mongod.lock'), 'utf8'), 10) || 0;
  } catch {
    return 0;
  }
}

function sendSignal(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}
