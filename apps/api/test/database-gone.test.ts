import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { findMongod } from '../src/database/embedded/find-mongod.js';
import { startMongod } from '../src/database/embedded/start-mongod.js';
import { readEnv } from '../src/env.js';
import { project, signUp } from './build.js';
import { clientOf } from './client.js';
import { startApp } from './start.js';

// A mongod of this test's own, since it does not survive.
const dataDir = mkdtempSync(join(tmpdir(), 'waymark-gone-'));
const { binary } = await findMongod(readEnv({ ...process.env, WAYMARK_MODE: undefined }));
let mongod = await startMongod({ binary, dataDir });
afterAll(async () => {
  await mongod.stop(0);
  rmSync(dataDir, { recursive: true, force: true });
});
const app = await startApp({}, mongod.uri);

async function timed<T>(work: () => Promise<T>): Promise<{ answered: T; ms: number }> {
  const startedAt = performance.now();
  const answered = await work();
  return { answered, ms: performance.now() - startedAt };
}

it('says 503 and when to come back while its database is gone, lives on, and finds it again', async () => {
  const ada = await signUp(app);
  const made = await project(ada, { title: 'Before' });
  expect((await ada.call('readReadiness')).status).toBe(200);
  const create = () => ada.call('createProject', { body: { title: 'Meanwhile' } });

  process.kill(mongod.pid, 'SIGKILL');
  await mongod.exited;
  const refused = await Promise.all([
    timed(create),
    timed(() => ada.call('readProject', { params: { id: made.id } })),
    timed(() => clientOf(app).call('signIn', { body: { email: ada.email, password: ada.password } })),
  ]);
  for (const { answered, ms } of refused) {
    expect(answered.problem.code).toBe('unavailable');
    expect(Number(answered.headers['retry-after'])).toBeGreaterThan(0);
    // The driver looks for a primary for five seconds; a busy machine may take its time.
    expect(ms).toBeLessThan(12_000);
  }
  const live = await timed(() => ada.call('readLiveness'));
  expect(live.answered.status).toBe(200);
  expect(live.ms).toBeLessThan(1000);
  const ready = await timed(() => ada.call('readReadiness'));
  expect(ready.answered.problem.code).toBe('unavailable');
  expect(ready.ms).toBeLessThan(3000);
  expect(app.logged()).not.toContain('unexpected failure');

  mongod = await startMongod({ binary, dataDir, port: mongod.port });
  const isReady = async () => expect((await ada.call('readReadiness')).status).toBe(200);
  await vi.waitFor(isReady, { timeout: 15_000, interval: 100 });
  expect(await ada.ok('readProject', { params: { id: made.id } })).toEqual(made);
  expect((await create()).status).toBe(201);
}, 60_000);
