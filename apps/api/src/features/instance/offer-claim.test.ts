import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { testDatabaseUri } from '../../../test/name-database.js';
import { connectDatabase } from '../../database/connect.js';

// A start is a process of its own, compiled as it starts. That one with an owner says nothing is told in
// `claim.test.ts`; what `npm start` shows, every journey of `e2e/` needs.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const folder = fileURLToPath(new URL('../../../', import.meta.url));
const uri = testDatabaseUri('-claim');
let dataDir: string;
let connection: Awaited<ReturnType<typeof connectDatabase>>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'waymark-claim-'));
  // Files of one worker share their modules: one before may have left its connection open.
  await mongoose.disconnect();
  connection = await connectDatabase(uri);
  await connection.dropDatabase();
});

afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
  await rm(dataDir, { recursive: true });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What the product writes to the terminal until it is ready, when nobody but a person started it. */
async function readStart(product: ChildProcess): Promise<string> {
  let stdout = '';
  let complaint = '';
  product.stderr?.on('data', (data) => {
    complaint += data;
  });
  await new Promise<void>((resolve, reject) => {
    product.stdout?.on('data', (data) => {
      stdout += data;
      if (stdout.includes('Waymark is ready')) resolve();
    });
    product.once('exit', (code) => reject(new Error(`it ended early (${code}): ${complaint}`)));
  });
  return stdout;
}

it('is printed for the person who starts Waymark, and never into the log', async () => {
  const port = String(await freePort());
  const env = { ...process.env, PORT: port, WAYMARK_DATA_DIR: dataDir, MONGODB_URI: uri, NODE_OPTIONS: '' };
  const args = ['--import', 'tsx', '--conditions=source', 'src/main.ts'];
  const product = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise((resolve) => product.once('exit', resolve));
  try {
    const lines = (await readStart(product)).split('\n');
    const isLog = (line: string) => line.startsWith('{');
    const link = new RegExp(`^  http://127\\.0\\.0\\.1:${port}/claim/[\\w-]{43}$`);
    expect(lines.filter((line) => link.test(line))).toHaveLength(1);
    expect(lines.filter(isLog).length).toBeGreaterThan(1);
    expect(lines.filter((line) => isLog(line) && line.includes('/claim/'))).toEqual([]);
  } finally {
    product.kill('SIGTERM');
    await exited;
  }
});
