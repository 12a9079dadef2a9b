import mongoose from 'mongoose';
import { Account } from './accounts.model.js';

export interface Person {
  id: string;
  name: string;
  handle: string;
}

/** Who was a member once and is none any more has no name. */
export const formerMember = (id: unknown): Person => ({ id: String(id), name: '', handle: '' });

/** Names of members by id. Who is being erased is not among them. */
export async function findPeople(ids: readonly mongoose.Types.ObjectId[]): Promise<ReadonlyMap<string, Person>> {
  const found = await Account.find(
    { _id: mongoose.trusted({ $in: ids }), eraseAfter: mongoose.trusted({ $exists: false }) },
    { name: 1, handle: 1 },
  ).lean();
  return new Map(found.map(({ _id, name, handle }) => [String(_id), { id: String(_id), name, handle }]));
}
