import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { cookieOf, type Member, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { startApp, type TestApp } from '../../../test/start.js';
import { findMongod } from '../../database/embedded/find-mongod.js';
import { startMongod } from '../../database/embedded/start-mongod.js';
import { readEnv } from '../../env.js';
import { Session } from './sessions.model.js';
import { type Watching, watchSessions } from './watch-sessions.js';

// A mongod of this test's own, since it does not survive. The clock stands still, so nothing leaves a cache by itself.
const dataDir = mkdtempSync(join(tmpdir(), 'waymark-watch-'));
const { binary } = await findMongod(readEnv({ ...process.env, WAYMARK_MODE: undefined }));
let mongod = await startMongod({ binary, dataDir });
const watchings: Watching[] = [];
afterAll(async () => {
  await Promise.all(watchings.map((watching) => watching.close()));
  await mongod.stop(0);
  rmSync(dataDir, { recursive: true, force: true });
});

function watch({ sessions, deps }: TestApp): Watching {
  const watching = watchSessions({ uri: mongod.uri, database: deps.connection.name, sessions, log: deps.log });
  watchings.push(watching);
  return watching;
}

const here = await startApp({}, mongod.uri);
const there = await startApp({}, mongod.uri);
watch(here);
watch(there);

/** The member as the other process sees them. */
const elsewhere = (member: Member) => clientOf(there, member.token);

/** Signed in, and known to be so in both processes' caches. */
async function known(make: Promise<Member>): Promise<Member> {
  const member = await make;
  await member.ok('readMe');
  await elsewhere(member).ok('readMe');
  return member;
}

const soon = { timeout: 10_000, interval: 20 };
const isSignedOutThere = (member: Member) => async () =>
  expect((await elsewhere(member).call('readMe')).status).toBe(401);

it('would not notice without it: that is what the cache is for', async () => {
  const ada = await signUp(here);
  const unwatched = await startApp({}, mongod.uri);
  expect((await clientOf(unwatched, ada.token).call('readMe')).status).toBe(200);
  await ada.ok('signOut');
  expect((await clientOf(unwatched, ada.token).call('readMe')).status).toBe(200);
  unwatched.advance(5000);
  expect((await clientOf(unwatched, ada.token).call('readMe')).status, 'five seconds at most').toBe(401);
});

it.each([
  ['a sign-out', async (ada: Member) => void (await ada.call('signOut'))],
  ['everywhere', async (ada: Member) => ada.ok('endSessions', { query: { also: 'here' } })],
  [
    'a reused token',
    async (ada: Member) => {
      const next = cookieOf((await ada.call('refreshSession')).headers['set-cookie']);
      await clientOf(here, undefined, next).call('refreshSession');
      await ada.call('refreshSession');
    },
  ],
  ['what nobody told the API', async (ada: Member) => void (await Session.deleteMany({ accountId: ada.id }))],
])('holds at once in another process: %s', async (_, end) => {
  const [ada, bob] = await Promise.all([known(signUp(here)), known(signUp(here))]);
  await end(ada);
  await vi.waitFor(isSignedOutThere(ada), soon);
  expect((await elsewhere(bob).call('readMe')).status).toBe(200);
});

it('goes on when the database was gone, and knows what it missed', async () => {
  const [ada, bob] = await Promise.all([known(signUp(here)), known(signUp(here))]);
  const phone = await known(signInAgain(ada));
  process.kill(mongod.pid, 'SIGKILL');
  await mongod.exited;
  mongod = await startMongod({ binary, dataDir, port: mongod.port });
  const isBack = async () => expect((await ada.call('signOut')).status).toBe(204);
  await vi.waitFor(isBack, soon);
  await vi.waitFor(isSignedOutThere(ada), soon);
  expect((await elsewhere(bob).call('readMe')).status).toBe(200);
  await phone.ok('signOut');
  await vi.waitFor(isSignedOutThere(phone), soon);
}, 60_000);

it('begins anew when its stream is ended for good, and forgets what it may have missed', async () => {
  const sessions = { forget: vi.fn(), forgetAll: vi.fn() };
  const database = 'renamed';
  const other = here.deps.connection.getClient().db(database);
  await other.createCollection('sessions');
  watchings.push(watchSessions({ uri: mongod.uri, database, sessions, log: here.deps.log }));
  await vi.waitFor(() => expect(sessions.forgetAll).toHaveBeenCalledTimes(1), soon);
  // A stream on a collection ends with it: there is nothing to resume.
  await other.dropDatabase();
  await vi.waitFor(() => expect(sessions.forgetAll.mock.calls.length).toBeGreaterThan(1), soon);
  await vi.waitFor(async () => {
    const { insertedId } = await other.collection('sessions').insertOne({});
    await other.collection('sessions').deleteOne({ _id: insertedId });
    expect(sessions.forget).toHaveBeenCalled();
  }, soon);
});

it('is closed at once, also while the database is gone', async () => {
  const log = here.deps.log;
  const sessions = { forget: vi.fn(), forgetAll: vi.fn() };
  const lost = watchSessions({ uri: 'mongodb://127.0.0.1:1/waymark', database: 'waymark', sessions, log });
  const live = watchSessions({ uri: mongod.uri, database: 'waymark', sessions, log });
  await vi.waitFor(() => expect(sessions.forgetAll).toHaveBeenCalled(), soon);
  await Promise.all([lost.close(), live.close()]);
  sessions.forgetAll.mockClear();
  const ada = await known(signUp(here));
  await ada.ok('signOut');
  await vi.waitFor(isSignedOutThere(ada), soon);
  expect([sessions.forget.mock.calls, sessions.forgetAll.mock.calls]).toEqual([[], []]);
});
