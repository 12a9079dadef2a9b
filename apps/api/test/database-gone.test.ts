import { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import { expect, it } from 'vitest';
import { findMongod } from '../src/database/embedded/find-mongod.js';
import { readEnv } from '../src/env.js';
import { signUp } from './build.js';
import { clientOf } from './client.js';
import { startApp } from './start.js';

/** A mongod of this test's own, since it does not survive. */
async function startMongod(): Promise<MongoMemoryReplSet> {
  const { binary } = await findMongod({ ...readEnv({ ...process.env, WAYMARK_MODE: undefined }) });
  return MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger', ip: '127.0.0.1' },
    ...(binary !== 'mongod' && { binary: { systemBinary: binary } }),
  });
}

const mongod = await startMongod();
const app = await startApp({}, mongod.getUri('gone'));

async function timed<T>(work: () => Promise<T>): Promise<{ answered: T; ms: number }> {
  const startedAt = performance.now();
  const answered = await work();
  return { answered, ms: performance.now() - startedAt };
}

it('says 503 and when to come back while its database is gone, and lives on', { timeout: 60_000 }, async () => {
  const ada = await signUp(app);
  const create = () => ada.call('createProject', { body: { title: 'x' } });
  expect([(await create()).status, (await ada.call('readReadiness')).status]).toEqual([201, 200]);

  await mongod.stop();
  const [write, read, stranger] = await Promise.all([
    timed(create),
    timed(() => ada.call('readMe')),
    timed(() => clientOf(app).call('signIn', { body: { email: ada.email, password: ada.password } })),
  ]);
  for (const { answered, ms } of [write, read, stranger]) {
    expect(answered.problem.code).toBe('unavailable');
    expect(Number(answered.headers['retry-after'])).toBeGreaterThan(0);
    // The driver looks for a primary for five seconds; a busy machine may take its time.
    expect(ms).toBeLessThan(12_000);
  }
  const live = await timed(() => ada.call('readLiveness'));
  expect([live.answered.status, live.ms < 1000]).toEqual([200, true]);
  const ready = await timed(() => ada.call('readReadiness'));
  expect(ready.answered.problem.code).toBe('unavailable');
  expect(ready.ms).toBeLessThan(3000);
  expect(app.logged()).not.toContain('unexpected failure');
});
