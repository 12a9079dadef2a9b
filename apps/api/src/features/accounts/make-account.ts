import mongoose from 'mongoose';
import { Account, type AccountRecord, searchKeysOf } from './accounts.model.js';
import { handleFrom } from './handles.js';

const mostAttempts = 6;

type Newcomer = Pick<AccountRecord, 'name' | 'email' | 'emailKey' | 'timeZone'> &
  Partial<Pick<AccountRecord, 'passwordHash' | 'verifiedAt' | 'neverSignedIn'>>;

/** The error of a unique index on this field. */
export function isDuplicate(error: unknown, field: string): boolean {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== 11000) return false;
  return Object.hasOwn(error.keyPattern ?? {}, field);
}

/** Makes an account, in the transaction around it. Fails where address or handle are somebody's. */
export async function makeAccount(newcomer: Newcomer, attempt: number, now: Date): Promise<AccountRecord> {
  const names = { name: newcomer.name, handle: handleFrom(newcomer.name, attempt), emailKey: newcomer.emailKey };
  const [made] = await Account.create([
    { ...newcomer, ...names, searchKeys: searchKeysOf(names), role: 'member', version: 1, createdAt: now },
  ]);
  if (!made) throw new Error('no account was made');
  return made.toObject();
}

/** Runs `work`, a whole transaction, until the handle that it makes of the attempt is nobody's. */
export async function untilHandleIsFree<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (!isDuplicate(error, 'handle') || attempt >= mostAttempts - 1) throw error;
    }
  }
}
