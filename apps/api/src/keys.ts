import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { Env } from './env.js';
import {
  closeToOthers,
  type KeyFile,
  KeysError,
  keysFileOf,
  makeKeyFile,
  readKeyFile,
  secretBytes,
} from './key-file.js';
import { findSigning, keepHonoured, type RingKey } from './key-ring.js';

/** The instance's own secrets. Losing them signs everybody out and, with the pepper, loses every password. */
export interface Keys {
  /** Signs access tokens. */
  signing: { kid: string; key: KeyObject };
  /** Every key that tokens may still be signed with, by `kid`. */
  verifying: ReadonlyMap<string, KeyObject>;
  /** Of the newest signing key, ISO; `null` for one of before there was rotation. */
  newestMadeAt: string | null;
  /** Makes refresh tokens that nobody else can make. */
  refresh: KeyObject;
  /** Mixed into each password before it is hashed. */
  pepper: KeyObject;
  /** Encrypts what is stored and has to be read again: seeds of second factors, letters that wait. */
  seal: KeyObject;
}

/**
 * Reads the keys, or makes `keys.json` (mode 600) in the data folder at the first start. Two processes that start at
 * once end up with the same ones. A file that the owner names is never made: it would lose every password.
 */
export async function loadKeys(env: Pick<Env, 'dataDir' | 'keysFile'>, now: Date): Promise<Keys> {
  const path = keysFileOf(env);
  if (!env.keysFile) await mkdir(env.dataDir, { recursive: true, mode: 0o700 });
  const found = await readKeyFile(path);
  if (!found && env.keysFile) {
    throw new KeysError(
      `WAYMARK_KEYS_FILE: there is no ${path}. Put the keys.json of your data folder there, or leave the variable out.`,
    );
  }
  const file = found ?? (await makeKeyFile(path, now));
  if (!env.keysFile) await closeToOthers(path);
  const ring = ringKeys(file, now, path);
  const pepper = toKey(file.pepper, 'pepper', path);
  return {
    ...ring,
    refresh: toKey(file.refresh, 'refresh', path),
    pepper,
    // Derived, so that a key file of before needs no change.
    seal: createSecretKey(Buffer.from(hkdfSync('sha256', pepper, '', 'waymark seal', secretBytes))),
  };
}

/** What signs and what is honoured at this moment. */
export function ringKeys(file: KeyFile, now: Date, path: string): Pick<Keys, 'signing' | 'verifying' | 'newestMadeAt'> {
  const toPair = ({ kid, secret }: RingKey) => ({ kid, key: toKey(secret, `signing key ${kid}`, path) });
  const signing = findSigning(file.signing, now);
  if (!signing) throw new KeysError(`${path} has no signing key. Restore it from a backup.`);
  return {
    signing: toPair(signing),
    newestMadeAt: file.signing[0]?.madeAt ?? null,
    verifying: new Map(
      keepHonoured(file.signing, now)
        .map(toPair)
        .map(({ kid, key }) => [kid, key]),
    ),
  };
}

function toKey(secret: string, name: string, path: string): KeyObject {
  const bytes = Buffer.from(secret, 'base64');
  // jsonwebtoken would sign with five bytes and say nothing.
  if (bytes.length >= secretBytes) return createSecretKey(bytes);
  throw new KeysError(`${path}: ${name} has less than ${secretBytes * 8} bits. Restore the file from a backup.`);
}
