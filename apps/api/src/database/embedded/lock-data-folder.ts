import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseError } from '../connect.js';
import { identifyProcess } from './identify-process.js';

/** A stop takes ten seconds at most. */
const STOP_MS = 12_000;

interface Holder {
  pid: number;
  startedAt: string;
  isStopping?: boolean;
}

export interface FolderLock {
  /** Says to whoever wants the folder next that it is worth waiting for. */
  announceStop(): void;
  /** Gives the folder back. The end of the process does it too. */
  release(): void;
}

/**
 * Takes the data folder for this process. A holder that is gone is taken over; one that is just stopping is waited
 * for; one that stays is an error, because two servers on one folder would ruin each other's start.
 */
export async function lockDataFolder(dataDir: string, patienceMs = 3000): Promise<FolderLock> {
  prepareDataFolder(dataDir);
  const file = join(dataDir, 'waymark.lock');
  const me: Holder = { pid: process.pid, startedAt: identifyProcess(process.pid)?.startedAt ?? '' };
  const begun = Date.now();
  for (;;) {
    if (takeLock(file, JSON.stringify(me))) return hold(file, me);
    const holder = readHolder(file);
    if (!holder || !isAlive(holder.value)) {
      if (holder) removeStale(file, holder.text);
      continue;
    }
    if (Date.now() - begun > (holder.value.isStopping ? STOP_MS : patienceMs)) {
      throw new DatabaseError(
        `Another Waymark (process ${holder.value.pid}) already runs on the data folder ${dataDir}. ` +
          'Stop it first, or start this one on a folder of its own with WAYMARK_DATA_DIR.',
      );
    }
    await delay(100);
  }
}

/** Written under another name first: whoever sees the lock sees all of it. */
function takeLock(file: string, mine: string): boolean {
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Of two that find the same stale lock one could remove the other's new one; who did so puts it back. */
function removeStale(file: string, text: string): void {
  const aside = `${file}.stale.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readFileSync(aside, 'utf8') !== text && !existsSync(file)) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function readHolder(file: string): { value: Holder; text: string } | null {
  try {
    const text = readFileSync(file, 'utf8');
    try {
      return { value: JSON.parse(text), text };
    } catch {
      return { value: { pid: 0, startedAt: '' }, text };
    }
  } catch {
    return null;
  }
}

/** In a container every start has the same pid: a lock with our own pid and another start is an old one. */
function isAlive(holder: Holder): boolean {
  return identifyProcess(holder.pid)?.startedAt === holder.startedAt;
}

function hold(file: string, me: Holder): FolderLock {
  let mine = JSON.stringify(me);
  const isMine = () => readHolder(file)?.text === mine;
  const release = () => {
    process.off('exit', release);
    if (isMine()) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return {
    release,
    announceStop() {
      if (!isMine()) return;
      mine = JSON.stringify({ ...me, isStopping: true });
      const draft = `${file}.${process.pid}.${randomUUID()}`;
      writeFileSync(draft, mine, { mode: 0o600 });
      renameSync(draft, file);
    },
  };
}

/** Makes the folder if need be, and says clearly if it cannot be written. */
export function prepareDataFolder(dataDir: string): void {
  const probe = join(dataDir, `.probe-${randomUUID()}`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new DatabaseError(
      `The data folder ${dataDir} cannot be written (${(error as Error).message}). ` +
        'Give it to the user that runs Waymark, or name another with WAYMARK_DATA_DIR.',
      { cause: error },
    );
  }
}
