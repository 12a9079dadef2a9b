import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { readEnv } from '../../env.js';
import { CLIENT_OPTIONS, connectDatabase } from '../connect.js';
import { findMongod } from './find-mongod.js';
import { identifyProcess } from './identify-process.js';
import { keepMongodRunning } from './keep-mongod-running.js';
import { type RunningMongod, startMongod } from './start-mongod.js';
import { isMongodOn, stopLeftBehindMongod } from './stop-left-behind-mongod.js';

let binary: string;
let dataDir: string;

beforeAll(async () => {
  binary = (await findMongod(readEnv({ ...process.env, WAYMARK_MODE: undefined }))).binary;
});
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'waymark-embedded-'));
});
afterEach(async () => {
  await stopLeftBehindMongod(join(dataDir, 'mongodb'));
  rmSync(dataDir, { recursive: true, force: true });
});

const start = (port?: number) => startMongod({ binary, dataDir, ...(port && { port }) });

async function write(mongod: RunningMongod, word: string): Promise<void> {
  const connection = await connectDatabase(mongod.uri);
  await connection.collection('words').insertOne({ word });
  await connection.close();
}

async function words(mongod: RunningMongod): Promise<string[]> {
  const connection = await connectDatabase(mongod.uri);
  const found = await connection.collection('words').find().toArray();
  await connection.close();
  return found.map(({ word }) => word);
}

function occupy(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

it('keeps its data and its port over a restart, and stops when told', async () => {
  const first = await start();
  await write(first, 'kept');
  await first.stop();
  expect(identifyProcess(first.pid)).toBeNull();
  const second = await start();
  expect(second.port).toBe(first.port);
  expect(await words(second)).toEqual(['kept']);
  await second.stop();
});

it('finds a mongod that a killed API left behind, stops it, and loses nothing', async () => {
  const left = await start();
  await write(left, 'acknowledged');
  // No stop: this is what `kill -9` of the API leaves.
  const next = await start();
  expect(identifyProcess(left.pid)).toBeNull();
  expect(await words(next)).toEqual(['acknowledged']);
  await next.stop();
});

it('loses nothing acknowledged when mongod itself is killed', async () => {
  const first = await start();
  await write(first, 'acknowledged');
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  const second = await start();
  expect(await words(second)).toEqual(['acknowledged']);
  await second.stop();
});

it('moves when its port was taken, and its replica set with it', async () => {
  const first = await start();
  await write(first, 'kept');
  await first.stop();
  const squatter = await occupy(first.port);
  const second = await start();
  expect(second.port).not.toBe(first.port);
  expect(await words(second)).toEqual(['kept']);
  await second.stop();
  squatter.close();
});

it('is started again on its port when it is killed under a running API, whose connection goes on', async () => {
  const first = await start();
  const connection = await connectDatabase(first.uri);
  let restarts = 0;
  const told = {
    onRestart: () => {
      restarts += 1;
    },
    onLost: (error: Error) => expect.fail(error.message),
  };
  const keeper = keepMongodRunning(first, () => start(first.port), told);
  await connection.collection('words').insertOne({ word: 'before' });
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  await expect
    .poll(
      () =>
        connection
          .collection('words')
          .insertOne({ word: 'after' })
          .catch(() => null),
      { timeout: 15_000 },
    )
    .toBeTruthy();
  expect(restarts).toBe(1);
  expect(await connection.collection('words').countDocuments({ word: 'before' })).toBe(1);
  await connection.close();
  await keeper.stop(5000);
  await expect(stopLeftBehindMongod(join(dataDir, 'mongodb'))).resolves.toBe('none');
});

it('stops no process that is not a mongod on this very folder', async () => {
  expect(isMongodOn(`/x/mongod --dbpath ${dataDir} --port 1`, dataDir)).toBe(true);
  expect(isMongodOn(`/x/mongod --dbpath ${dataDir}-other --port 1`, dataDir)).toBe(false);
  expect(isMongodOn(`vi notes --dbpath ${dataDir} `, dataDir)).toBe(false);
  // Our own pid in the lock file: pids come round.
  const { mkdirSync } = await import('node:fs');
  mkdirSync(join(dataDir, 'mongodb'));
  writeFileSync(join(dataDir, 'mongodb', 'mongod.lock'), String(process.pid));
  await expect(stopLeftBehindMongod(join(dataDir, 'mongodb'))).resolves.toBe('none');
});

it('says what is wrong when mongod cannot start', async () => {
  const broken = startMongod({ binary: process.execPath, dataDir });
  await expect(broken).rejects.toThrow(/did not start: it ended at once.*The log is/);
});

it('acknowledges only what is in the journal of a majority', () => {
  expect(CLIENT_OPTIONS).toMatchObject({ writeConcern: { w: 'majority', journal: true }, retryWrites: true });
  expect(CLIENT_OPTIONS).not.toHaveProperty('timeoutMS');
});
