import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseError } from '../connect.js';
import { becomePrimary, REPLICA_SET } from './become-primary.js';
import { stopLeftBehindMongod } from './stop-left-behind-mongod.js';

/** Recovery after a kill reads the journal first, which on a large database and a slow disk takes its time. */
const START_MS = 120_000;

export interface RunningMongod {
  pid: number;
  port: number;
  uri: string;
  /** Resolves when the process is gone, wished for or not. */
  exited: Promise<void>;
  /** Stops it, the hard way after `patienceMs`; what was acknowledged is in the journal either way. */
  stop(patienceMs?: number): Promise<void>;
}

interface Place {
  binary: string;
  /** Locked by this process: see `lockDataFolder`. */
  dataDir: string;
  /** Insist on this port: connections that exist expect the server there. */
  port?: number;
}

/**
 * A process that is killed leaves its transaction open, and what it held is locked until the server gives it up: after a minute,
 * unless it is told. Ours are given up after eight seconds by themselves (`transact`).
 */
export const TRANSACTION_LIFETIME = 'transactionLifetimeLimitSeconds=10';

/** One mongod as a replica set of one node on 127.0.0.1, its data in `<dataDir>/mongodb`, ready to be written to. */
export async function startMongod({ binary, dataDir, port: fixedPort }: Place): Promise<RunningMongod> {
  const dbPath = join(dataDir, 'mongodb');
  const logFile = join(dataDir, 'mongodb.log');
  mkdirSync(dbPath, { recursive: true, mode: 0o700 });
  await stopLeftBehindMongod(dbPath);
  for (let attempt = 1; ; attempt += 1) {
    const port = fixedPort ?? (await choosePort(dataDir, attempt));
    const child = spawnMongod(binary, dbPath, logFile, port);
    const exited = hasExited(child);
    try {
      await Promise.race([
        bringUp(port),
        exited.then(() => {
          throw new Error('it ended at once');
        }),
      ]);
    } catch (error) {
      await stopChild(child, exited, 2000);
      const log = logTail(logFile);
      // Between our look and its start another process may have taken the port.
      if (/Address already in use/.test(log) && attempt < 3 && fixedPort === undefined) continue;
      throw new DatabaseError(explainFailure(error, binary, dbPath, logFile, log), { cause: error });
    }
    writeFileSync(join(dataDir, 'mongod.json'), JSON.stringify({ port, pid: child.pid }));
    return {
      pid: child.pid ?? 0,
      port,
      uri: `mongodb://127.0.0.1:${port}/waymark?replicaSet=${REPLICA_SET}`,
      exited,
      stop: (patienceMs = 10_000) => stopChild(child, exited, patienceMs),
    };
  }
}

function spawnMongod(binary: string, dbPath: string, logFile: string, port: number): ChildProcess {
  keepOneOldLog(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const args = ['--dbpath', dbPath, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', REPLICA_SET];
  // A laptop's share: by default the cache takes half of the memory and the oplog 5 % of the disk.
  args.push('--wiredTigerCacheSizeGB', '0.5', '--oplogSize', '512');
  args.push('--setParameter', 'diagnosticDataCollectionEnabled=false');
  // On a single node there is nobody to hand over to before it stops.
  args.push('--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100');
  args.push('--setParameter', TRANSACTION_LIFETIME);
  if (process.platform !== 'win32') args.push('--nounixsocket');
  try {
    // Its own process group: Ctrl-C in a terminal must not end the database before the API has drained.
    const child = spawn(binary, args, { detached: true, stdio: ['ignore', log, log] });
    // However this process ends, short of `kill -9`, its database ends too.
    const endWithUs = () => child.kill('SIGTERM');
    process.once('exit', endWithUs);
    child.once('exit', () => process.off('exit', endWithUs));
    return child;
  } finally {
    closeSync(log);
  }
}

function hasExited(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}

async function bringUp(port: number): Promise<void> {
  const deadline = Date.now() + START_MS;
  // Before the driver's first try: one that is refused at first may never recover.
  while (!(await accepts(port))) {
    if (Date.now() > deadline) throw new Error(`it did not open its port within ${START_MS / 1000} s`);
    await delay(25);
  }
  await becomePrimary(port, deadline);
}

async function stopChild(child: ChildProcess, exited: Promise<void>, patienceMs: number): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await exited;
  clearTimeout(timer);
}

/** The port of the last start if it is free, so that the stored replica-set configuration stays true. */
async function choosePort(dataDir: string, attempt: number): Promise<number> {
  const last = attempt === 1 ? lastPort(dataDir) : 0;
  return (last && (await bindable(last))) || (await bindable(0)) || 0;
}

function lastPort(dataDir: string): number {
  try {
    const { port } = JSON.parse(readFileSync(join(dataDir, 'mongod.json'), 'utf8'));
    return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : 0;
  } catch {
    return 0;
  }
}

async function bindable(port: number): Promise<number> {
  const server = createServer();
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  } catch {
    return 0;
  } finally {
    server.close();
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function keepOneOldLog(logFile: string): void {
  try {
    renameSync(logFile, `${logFile}.1`);
  } catch {
    // The first start on this folder.
  }
}

function logTail(logFile: string): string {
  try {
    return readFileSync(logFile, 'utf8').split('\n').slice(-60).join('\n');
  } catch {
    return '';
  }
}

function explainFailure(error: unknown, binary: string, dbPath: string, logFile: string, log: string): string {
  const reason = error instanceof Error ? error.message : String(error);
  const hints: [RegExp, string][] = [
    [
      /featureCompatibilityVersion|Wrong mongod version|incompatible with this binary|unsupported format version/i,
      'Its data was written by another version of MongoDB: start that version again (MONGOMS_SYSTEM_BINARY names it).',
    ],
    [/No space left|ENOSPC/i, 'The disk is full: make room and start again.'],
    [
      /Permission denied|EACCES|read-only file system/i,
      `Its data folder cannot be written: give ${dbPath} to the user that runs Waymark.`,
    ],
    [
      /DBPathInUse|Unable to lock the lock file/i,
      `Another MongoDB runs on ${dbPath}: stop it, or use another WAYMARK_DATA_DIR.`,
    ],
  ];
  const hint = hints.find(([pattern]) => pattern.test(log))?.[1] ?? 'Its log says why.';
  return `The embedded MongoDB (${binary}) did not start: ${reason}. ${hint} The log is ${logFile}.`;
}
