import { dayIn } from '@waymark/contract';
import mongoose from 'mongoose';
import { Account } from '../accounts/accounts.model.js';

/** The learner's zone: the one that the request names, else the account's. */
export async function learnerZone(timeZone: string | undefined, accountId: string): Promise<string> {
  if (timeZone) return timeZone;
  const account = await Account.findOne({ _id: accountId }, { timeZone: 1 }).lean();
  return account?.timeZone ?? 'UTC';
}

/** The zones that learners live in, by id. */
export async function findZones(ids: readonly mongoose.Types.ObjectId[]): Promise<ReadonlyMap<string, string>> {
  const found = await Account.find({ _id: mongoose.trusted({ $in: ids }) }, { timeZone: 1 }).lean();
  return new Map(found.map(({ _id, timeZone }) => [String(_id), timeZone]));
}

/** The day that it is for the learner now. */
export async function learnerDay(timeZone: string | undefined, accountId: string, now: Date): Promise<string> {
  return dayIn(await learnerZone(timeZone, accountId), now);
}
