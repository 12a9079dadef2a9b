import mongoose from 'mongoose';
import { Account } from '../accounts/accounts.model.js';
import type { Person } from '../accounts/find-people.js';

/** A learner as their dashboard needs them. */
export interface ShownLearner {
  person: Person;
  timeZone: string;
  weekStartsOn: number | null;
}

/** `null`: no member any more. */
export async function findShownLearner(id: string): Promise<ShownLearner | null> {
  const found = await Account.findOne(
    { _id: id, eraseAfter: mongoose.trusted({ $exists: false }) },
    { name: 1, handle: 1, timeZone: 1, weekStartsOn: 1 },
  ).lean();
  if (!found) return null;
  const { name, handle, timeZone, weekStartsOn } = found;
  return { person: { id, name, handle }, timeZone, weekStartsOn: weekStartsOn ?? null };
}
