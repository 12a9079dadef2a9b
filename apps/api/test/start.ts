import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Roadmap, routeOf } from '@waymark/contract';
import { loadRoadmaps } from '@waymark/roadmaps';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { createApp } from '../src/app.js';
import { connectDatabase } from '../src/database/connect.js';
import { ensureIndexes } from '../src/database/indexes.js';
import type { Deps } from '../src/deps.js';
import { type Env, readEnv } from '../src/env.js';
import type { Sessions } from '../src/features/accounts/sessions.js';
import type { Changes } from '../src/features/live/changes.js';
import { type Keys, loadKeys } from '../src/keys.js';
import type { Outbound } from '../src/outbound/guarded-get.js';
import { testDatabaseUri } from './name-database.js';
import { closeConnections } from './send.js';

export interface TestApp {
  /** `http://127.0.0.1:<port>` */
  address: string;
  deps: Deps;
  /** As `main.ts` has them: what a change stream drops from their cache. */
  sessions: Sessions;
  /** As `main.ts` has them: where a change stream puts what it sees. */
  changes: Changes;
  /** What was logged so far, as text: where a canary must not be found. */
  logged(): string;
  /** The same, and forgets it: a hundred thousand requests must not be kept. */
  takeLogged(): string;
  /** The clock stands still until it is moved. */
  now(): Date;
  advance(ms: number): void;
  /** What the process does when it is told to stop. */
  beginStop(): void;
}

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A Monday far ahead: the TTL sweeps of a real mongod must not find the tests' sessions ended long ago. */
const start = Date.parse('2040-01-02T10:00:00Z');

/** The slug of a second roadmap, made of the shipped one, in which the first topic had another id once. */
export const secondSlug = 'second-way';
export const formerTopicId = 'what-it-was-called';

function twoRoadmaps(): ReadonlyMap<string, Roadmap> {
  const shipped = loadRoadmaps();
  const [backend] = shipped.values();
  const [first] = backend?.topics ?? [];
  if (!backend || !first) throw new Error('no roadmap is shipped');
  const other = { ...backend, slug: secondSlug, title: 'Second way', aliases: { [formerTopicId]: first.id } };
  return new Map([...shipped, [secondSlug, other]]);
}

/** Nothing beyond this machine is asked for anything. */
export const nowhere: Outbound = { resolve: async () => [], isAllowed: () => false };

let keys: Promise<Keys> | undefined;
/** Nothing was started yet in the file that runs now. */
let isFirst = true;

/** Called before each file: see `begin-file.ts`. */
export function beginFile(): void {
  isFirst = true;
}

async function makeKeys(): Promise<Keys> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-keys-'));
  try {
    return await loadKeys({ dataDir: folder, keysFile: undefined }, new Date(start));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * The whole API on this worker's database and a free port of 127.0.0.1. Call it at the top of a test file: it
 * closes itself after the last test. Rate limits are far away unless `rateLimitFactor` brings them near.
 */
export async function startApp(env: Partial<Env> = {}, uri = testDatabaseUri()): Promise<TestApp> {
  // What a file of before left behind (settings, counted tries, somebody to be erased) is none of this one's.
  if (isFirst) await mongoose.disconnect();
  const connection = await connectDatabase(uri);
  await ensureIndexes(connection);
  if (isFirst) await Promise.all(((await connection.db?.collections()) ?? []).map((each) => each.deleteMany({})));
  isFirst = false;
  const clock = { now: start };
  const lines: string[] = [];
  const server = createServer();
  // A busy machine must not make it close a connection that a test is about to use.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  keys ??= makeKeys();
  const deps: Deps = {
    env: {
      ...readEnv({ WAYMARK_PUBLIC_URL: address, WAYMARK_RATE_LIMIT_FACTOR: '100000' }),
      // Far less than any owner may set: some hundred members sign up in these tests. What is about the cost asks for its own.
      bcryptCost: 4,
      ...env,
    },
    connection,
    keys: await keys,
    log: pino({ level: 'trace', base: null }, { write: (line: string) => void lines.push(line) }),
    now: () => new Date(clock.now),
    roadmaps: twoRoadmaps(),
    outbound: nowhere,
  };
  const product = createApp(deps);
  server.on('request', product.handler);
  afterAll(async () => {
    closeConnections();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await connection.close();
  });
  return {
    address,
    deps,
    sessions: product.sessions,
    changes: product.changes,
    logged: () => lines.join(''),
    takeLogged: () => lines.splice(0).join(''),
    now: () => new Date(clock.now),
    advance(ms) {
      clock.now += ms;
    },
    beginStop: () => product.stopping(),
  };
}

/** The shipped roadmap, as the app has it. */
export function backendOf(app: TestApp): Roadmap {
  const backend = app.deps.roadmaps.get('backend');
  if (!backend) throw new Error('the shipped roadmap is missing');
  return backend;
}

/** An endpoint's address with its parameters filled in. */
export function pathOf(name: Parameters<typeof routeOf>[0], params: Readonly<Record<string, string>> = {}): string {
  return routeOf(name).path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? `no-${key}`));
}
