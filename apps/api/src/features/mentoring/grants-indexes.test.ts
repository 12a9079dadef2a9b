import { expect, it } from 'vitest';
import { cohort, join, mentored } from '../../../test/build.js';
import { startApp } from '../../../test/start.js';
import { ensureIndexes } from '../../database/indexes.js';
import { Grant } from './grants.model.js';

const app = await startApp();

it('gives a database of before the indexes of now, and what is in it stays', async () => {
  const { mentor, learner, grant } = await mentored(app);
  const other = await cohort(mentor, { name: 'The other one' });
  await join(learner, other.code);
  await learner.ok('endGrant', { params: { id: grant.id } });
  await Grant.updateMany({}, { $unset: { pausedAt: 1 } });
  const { collection } = Grant;
  // As it was: one live grant per cohort, mentor and learner.
  for (const { name = '', unique } of await collection.indexes()) if (unique) await collection.dropIndex(name);
  const before = { cohortId: 1, mentorId: 1, learnerId: 1 } as const;
  await collection.createIndex(before, { unique: true, partialFilterExpression: { isLive: true } });

  await ensureIndexes(app.deps.connection);
  const unique = (await collection.indexes()).filter((index) => index.unique && index.name !== '_id_');
  expect(unique).toMatchObject([
    { key: { cohortId: 1, mentorId: 1, enrolmentId: 1 }, partialFilterExpression: { endedAt: null } },
  ]);
  expect((await learner.ok('listGrants')).items).toMatchObject([{ cohort: { id: other.id }, pausedAt: null }]);
  expect((await mentor.ok('listLearners')).items).toHaveLength(1);
  // Once more changes nothing.
  await ensureIndexes(app.deps.connection);
  expect((await collection.indexes()).filter((index) => index.unique)).toHaveLength(unique.length);
});
