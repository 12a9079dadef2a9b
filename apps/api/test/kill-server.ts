import { createSecretKey, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadRoadmaps } from '@waymark/roadmaps';
import { pino } from 'pino';
import { createApp } from '../src/app.js';
import { connectDatabase } from '../src/database/connect.js';
import { readEnv } from '../src/env.js';
import type { Keys } from '../src/keys.js';

/** What a parent tells: where the database is, the clock, the keys in base64, and before which command to die. */
interface Told {
  uri: string;
  now: number;
  publicUrl: string;
  /** Counted from the first request; 0: never. */
  killAt: number;
  kid: string;
  secrets: Record<'signing' | 'refresh' | 'pepper' | 'seal', string>;
}

/**
 * The API in a process of its own, which kills itself as `kill -9` does: before the n-th command that it would send to
 * the database. So each step of an act is the last one once, and none is missed by chance.
 */
const told = JSON.parse(process.argv[2] ?? '') as Told;
const key = (name: keyof Told['secrets']): KeyObject => createSecretKey(Buffer.from(told.secrets[name], 'base64'));
const keys: Keys = {
  signing: { kid: told.kid, key: key('signing') },
  verifying: new Map([[told.kid, key('signing')]]),
  newestMadeAt: null,
  refresh: key('refresh'),
  pepper: key('pepper'),
  seal: key('seal'),
};
const connection = await connectDatabase(told.uri);
let isAsked = false;
let commands = 0;
connection.getClient().on('commandStarted', () => {
  if (!isAsked || told.killAt === 0) return;
  commands += 1;
  if (commands === told.killAt) process.kill(process.pid, 'SIGKILL');
});
const { handler } = createApp({
  env: { ...readEnv({ WAYMARK_PUBLIC_URL: told.publicUrl, WAYMARK_RATE_LIMIT_FACTOR: '100000' }), bcryptCost: 4 },
  connection,
  keys,
  log: pino({ level: 'silent' }),
  now: () => new Date(told.now),
  roadmaps: loadRoadmaps(),
  outbound: { resolve: async () => [], isAllowed: () => false },
});
const server = createServer((req, res) => {
  isAsked = true;
  handler(req, res);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
// Whoever began it is gone: nobody is left to ask.
process.stdin.resume().once('end', () => process.exit(0));
