import type mongoose from 'mongoose';
import { unavailable } from '../http/problem.js';

const endMs = 8000;

/**
 * Runs `work` in one transaction; it may run again, so it holds no effect but on the database. A write
 * conflict is tried anew until eight seconds are over (the driver's own end is two minutes).
 * Every mongoose operation inside takes part by itself: see `transactionAsyncLocalStorage` in `connect.ts`.
 */
export async function transact<T>(connection: mongoose.Connection, work: () => Promise<T>): Promise<T> {
  const endsAt = performance.now() + endMs;
  let timer: NodeJS.Timeout | undefined;
  let result: T | undefined;
  const transaction = connection.transaction(async () => {
    if (performance.now() > endsAt) throw unavailable('Too many changes at once.');
    result = await work();
  });
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable('The database takes too long just now.')), endMs);
  });
  try {
    await Promise.race([transaction, tooLong]);
    return result as T;
  } finally {
    clearTimeout(timer);
    transaction.catch(() => undefined);
  }
}
