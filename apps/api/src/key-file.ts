import { randomBytes } from 'node:crypto';
import { chmod, link, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Env } from './env.js';
import { isRotationDue, type RingKey, rotateRing } from './key-ring.js';

export const secretBytes = 32;
/** Nobody needs longer to write a file of one kilobyte: who left a lock lying for this long is gone. */
const staleLockMs = 10_000;

export interface KeyFile {
  signing: RingKey[];
  refresh: string;
  pepper: string;
}

/** Something about the keys that the owner has to mend; its message says what to do and is printed without a stack. */
export class KeysError extends Error {
  override name = 'KeysError';
}

type Place = Pick<Env, 'dataDir' | 'keysFile'>;

/** Where the keys are: in the file that the owner names, or in the data folder. */
export function keysFileOf({ dataDir, keysFile }: Place): string {
  return keysFile ?? join(dataDir, 'keys.json');
}

const newSecret = () => randomBytes(secretBytes).toString('base64');
const newSigning = () => ({ kid: randomBytes(6).toString('base64url'), secret: newSecret() });

/** `undefined` where there is none; a `KeysError` where it is damaged. */
export async function readKeyFile(path: string): Promise<KeyFile | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as KeyFile;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) throw new KeysError(`${path} is damaged. Restore it from a backup.`);
    throw error;
  }
}

/** What another process was quicker to make is taken instead. */
export async function makeKeyFile(path: string, now: Date): Promise<KeyFile> {
  const signing = [{ ...newSigning(), madeAt: now.toISOString() }];
  const file = { signing, refresh: newSecret(), pepper: newSecret() };
  const draft = await writeDraft(path, file, 0o600);
  try {
    // Unlike a rename, a link never replaces what is there.
    await link(draft, path);
    return file;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const theirs = await readKeyFile(path);
    if (!theirs) throw error;
    return theirs;
  } finally {
    await unlink(draft);
  }
}

/**
 * Puts a new signing key in front, in one step: who reads the file sees the old one or the new one. `undefined` where
 * it was to be done `ifDue` only and is not due, as when another process was quicker.
 */
export async function rotateKeyFile(path: string, now: Date, ifDue = false): Promise<KeyFile | undefined> {
  if (!(await readKeyFile(path))) {
    throw new KeysError(`There is no ${path} yet: the keys are made when Waymark starts.`);
  }
  try {
    return await whileLocked(path, async () => {
      const before = (await readKeyFile(path)) as KeyFile;
      if (ifDue && !isRotationDue(before.signing, now)) return undefined;
      const after = { ...before, signing: rotateRing(before.signing, newSigning(), now) };
      await rename(await writeDraft(path, after, (await stat(path)).mode & 0o777), path);
      return after;
    });
  } catch (error) {
    // EBUSY: a single file that was mounted.
    if (!['EROFS', 'EACCES', 'EPERM', 'EBUSY'].includes(codeOf(error) ?? '')) throw error;
    throw new KeysError(
      `The signing keys cannot be rotated, since ${path} cannot be written here (${codeOf(error)}). ` +
        'Run `npm run rotate-keys` where it can be written, and mount the result.',
    );
  }
}

/** Closed to everybody but its owner, also where a copy has opened it. */
export async function closeToOthers(path: string): Promise<void> {
  await chmod(path, 0o600);
}

async function writeDraft(path: string, file: KeyFile, mode: number): Promise<string> {
  // Not the process's id: two containers on one volume can have the same.
  const draft = `${path}.${randomBytes(6).toString('hex')}.new`;
  const handle = await open(draft, 'wx', mode);
  try {
    await handle.writeFile(`${JSON.stringify(file, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return draft;
}

/**
 * One at a time over all processes. Should two take over the same stale lock, one new key is lost that has signed
 * nothing yet: see `publishedMs`.
 */
async function whileLocked<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  while (!(await takeLock(lock))) await delay(20);
  try {
    return await work();
  } finally {
    await unlink(lock).catch(() => undefined);
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    await (await open(lock, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const since = await stat(lock).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - since > staleLockMs) await unlink(lock).catch(() => undefined);
    return false;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
