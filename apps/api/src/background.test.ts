import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { testDatabaseUri } from '../test/name-database.js';
import { createBackground } from './background.js';

const folder = fileURLToPath(new URL('../', import.meta.url));

/** A port that nobody uses any more. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What a process says, and how it ends, that is told to stop the moment it listens. */
async function liveBriefly(dataDir: string) {
  const given = { PORT: String(await freePort()), WAYMARK_MODE: 'development', WAYMARK_DATA_DIR: dataDir };
  const env = { ...process.env, ...given, MONGODB_URI: testDatabaseUri('-brief'), NODE_OPTIONS: '' };
  const args = ['--import', 'tsx', '--conditions=source', 'src/main.ts'];
  const product = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  let complaint = '';
  product.stderr.on('data', (data) => {
    complaint += data;
  });
  product.stdout.on('data', (data) => {
    log += data;
    if (log.includes('"listening"')) product.kill('SIGTERM');
  });
  const code = await new Promise((resolve) => product.once('close', resolve));
  return { log, complaint, code };
}

/** A background whose log is read, and something that it does until it is let go. */
function watched() {
  const lines: { level: number; msg: string }[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => lines.push(JSON.parse(line)) });
  const background = createBackground({ log });
  const ends: ((error?: Error) => void)[] = [];
  const work = () =>
    new Promise<number>((resolve, reject) => {
      ends.push((error) => (error ? reject(error) : resolve(1)));
    });
  const said = () => lines.map(({ level, msg }) => `${pino.levels.labels[level]}: ${msg}`);
  return { background, work, said, ends };
}

it('says what was done, and what failed, as long as nobody stops it', async () => {
  const { background, work, said, ends } = watched();
  background.once('swept', work);
  background.once('counted', work);
  ends[0]?.();
  ends[1]?.(new RangeError('no'));
  await vi.waitFor(() => expect(said()).toEqual(['info: swept', 'error: counted: failed']));
});

it('waits with a stop for what is on its way, takes no more up, and calls no end by it a failure', async () => {
  const { background, work, said, ends } = watched();
  background.keep('swept', 1, work);
  background.keep('counted', 1, work);
  let isOver = false;
  const stop = background.stop().then(() => {
    isOver = true;
  });
  ends[0]?.();
  await Promise.resolve();
  expect(isOver).toBe(false);
  ends[1]?.(new RangeError('the database is closed'));
  await stop;
  background.once('late', work);
  background.keep('late', 1, work);
  expect(ends).toHaveLength(2);
  expect(said()).toEqual(['info: swept', 'info: counted: ended by the stop']);
  expect(background.isStopping()).toBe(true);
});

it('does not wait for ever for what never ends', async () => {
  const { background, work } = watched();
  background.once('swept', work);
  await background.stop();
  expect(background.isStopping()).toBe(true);
});

it('is no failure when a process is told to stop as it begins', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark-brief-'));
  try {
    const { log, complaint, code } = await liveBriefly(dataDir);
    expect(log).toContain('"stopping"');
    expect(log).not.toContain('failed');
    expect(complaint).toBe('');
    expect(code).toBe(0);
  } finally {
    await rm(dataDir, { recursive: true });
  }
}, 60_000);
