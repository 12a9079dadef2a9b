import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { startApp } from '../../test/start.js';
import { ensureIndexes } from './indexes.js';

const app = await startApp();
const { connection } = app.deps;

const indexNames = async (collection: string) =>
  (await connection.collection(collection).indexes()).map(({ name }) => name).toSorted();

it('has nothing to drop in a database of its own', async () => {
  for (const model of Object.values(connection.models)) expect(await model.diffIndexes()).toMatchObject({ toDrop: [] });
});

it('takes over what an older version stored, and its indexes, as often as it starts', async () => {
  const told = connection.collection('notifications');
  const before = await indexNames('notifications');
  const old = { memberId: new mongoose.Types.ObjectId(), kind: 'approve', count: 1, at: app.now(), isUnread: true };
  await connection.collection('migrations').deleteMany({});
  await told.dropIndexes();
  await told.createIndex({ memberId: 1, reviewId: 1 }, { unique: true, partialFilterExpression: { isUnread: true } });
  const reviewIds = [1, 2].map(() => new mongoose.Types.ObjectId());
  await told.insertMany(reviewIds.map((reviewId) => ({ ...old, reviewId })));
  await Promise.all([ensureIndexes(connection), ensureIndexes(connection)]);
  await ensureIndexes(connection);
  expect(await indexNames('notifications')).toEqual(before);
  const found = await told.find({ memberId: old.memberId }).sort({ _id: 1 }).toArray();
  expect(found.map(({ about }) => about)).toEqual(reviewIds.map((id) => `review:${id}`));
  expect(found.some((each) => 'reviewId' in each)).toBe(false);
});
