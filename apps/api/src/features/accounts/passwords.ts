import { createHmac, type KeyObject } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { dictionary } from '@zxcvbn-ts/language-common';
import bcrypt from 'bcrypt';
import pLimit from 'p-limit';
import { unavailable } from '../../http/problem.js';

const longestQueue = 64;
// One fewer at once than there are cores: a storm of sign-ins waits in line, and leaves a core to everybody else.
const inTurn = pLimit(Math.max(1, Math.min(availableParallelism() - 1, 4)));

async function hashing<T>(work: () => Promise<T>): Promise<T> {
  if (inTurn.pendingCount >= longestQueue) throw unavailable('Too many sign-ins at once.', 2);
  return inTurn(work);
}

/** bcrypt reads 72 bytes and stops at a NUL, so it is given the base64 of an HMAC: 64 characters, always. */
function digest(password: string, pepper: KeyObject): string {
  return createHmac('sha384', pepper).update(password, 'utf8').digest('base64');
}

export function hashPassword(password: string, pepper: KeyObject, cost: number): Promise<string> {
  return hashing(() => bcrypt.hash(digest(password, pepper), cost));
}

export function isPassword(password: string, hash: string, pepper: KeyObject): Promise<boolean> {
  return hashing(() => bcrypt.compare(digest(password, pepper), hash));
}

/** The work that a hash was made with; each step doubles it. */
export function costOf(hash: string): number {
  return bcrypt.getRounds(hash);
}

const commonest = new Set(dictionary['passwords-common']?.map(String));

/** Why this password cannot be taken; `undefined` when it can. `words` are the account's own: name, e-mail. */
export function refusePassword(password: string, words: readonly string[]): string | undefined {
  const folded = password.toLowerCase();
  if (commonest.has(folded)) return 'It is one of the commonest passwords. Take another.';
  const own = words.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4);
  const bare = own.reduce((rest, word) => rest.replaceAll(word, ''), folded);
  if (bare.length < folded.length && bare.replace(/[^\p{L}\p{N}]/gu, '').length < 8) {
    return 'It is made of your name or e-mail address. Take another.';
  }
  return undefined;
}
