import mongoose from 'mongoose';
import { beforeEach, expect, it } from 'vitest';
import { makeOwner, renew, signUp } from '../../../test/build.js';
import { startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { backfillSearchKeys, fillSearchKeys } from './backfill-search-keys.js';

const app = await startApp();
const many = 23;

/** Accounts as a version before this one made them: without search keys, or with none in the list. */
beforeEach(async () => {
  await Account.collection.deleteMany({});
  for (let i = 0; i < many; i += 1) await signUp(app, { name: `Old Member ${i}`, email: `old${i}@example.org` });
  await Account.collection.updateMany({}, { $unset: { searchKeys: 1 } });
  await Account.collection.updateMany({ emailKey: /[13579]@/ }, { $set: { searchKeys: [] } });
});

const without = () => Account.collection.countDocuments({ searchKeys: { $in: [null, []] } });

it('makes members of before findable, and leaves the others as they are', async () => {
  const owner = await makeOwner(await signUp(app, { name: 'Oda Owner', email: 'oda@owners.example' }));
  const mine = await Account.findById(owner.id).lean();
  const find = async () => (await owner.ok('listMembers', { query: { q: 'old', limit: 100 } })).items.length;
  expect(await find()).toBe(0);
  expect(await fillSearchKeys()).toBe(many);
  expect(await find()).toBe(many);
  expect((await owner.ok('listMembers', { query: { q: 'old7@' } })).items.map(({ name }) => name)).toEqual([
    'Old Member 7',
  ]);
  expect(await Account.findById(owner.id).lean()).toEqual(mine);
});

it('goes on where it was killed, and ends the same', async () => {
  const half = backfillSearchKeys(5);
  for (let batch = 0; batch < 2; batch += 1) expect(await half.next()).toEqual({ done: false, value: 5 });
  // Killed: nobody asks for the next batch.
  await half.return(undefined);
  expect(await without()).toBe(many - 10);
  const counts: number[] = [];
  for await (const count of backfillSearchKeys(5)) counts.push(count);
  expect(counts).toEqual([5, 5, 3]);
  expect(await without()).toBe(0);
  for await (const _ of backfillSearchKeys(5)) expect.unreachable('there is nothing left');
});

it('may run several times at once', async () => {
  const run = async () => {
    let filled = 0;
    for await (const count of backfillSearchKeys(5)) filled += count;
    return filled;
  };
  const filled = await Promise.all(Array.from({ length: 4 }, run));
  expect(await without()).toBe(0);
  expect(filled.reduce((sum, each) => sum + each)).toBe(many);
});

it('does not write over the name that a member has taken meanwhile', async () => {
  const run = backfillSearchKeys(many);
  const _id = (await Account.findOne({ email: 'old0@example.org' }).lean())?._id ?? new mongoose.Types.ObjectId();
  // Between reading and writing, the member changes their name.
  const bulkWrite = Account.collection.bulkWrite.bind(Account.collection);
  Account.collection.bulkWrite = (async (...args: Parameters<typeof bulkWrite>) => {
    await Account.collection.updateOne({ _id }, { $set: { name: 'New', searchKeys: ['new'] } });
    return bulkWrite(...args);
  }) as typeof Account.collection.bulkWrite;
  try {
    await run.next();
  } finally {
    Account.collection.bulkWrite = bulkWrite;
  }
  expect((await Account.findById(_id).lean())?.searchKeys).toEqual(['new']);
});

it('keeps up with a profile that changes', async () => {
  const owner = await makeOwner(await signUp(app, { name: 'Oda Owner', email: 'oda@owners.example' }));
  await renew(owner);
  await owner.ok('changeMe', { body: { name: 'Ottilie Owner' }, headers: { 'if-match': '"1"' } });
  const find = async (q: string) => (await owner.ok('listMembers', { query: { q } })).items.length;
  expect([await find('oda owner'), await find('ottilie')]).toEqual([0, 1]);
});
