import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { ROOT } from './paths.mjs';

/** Whom a round may kill. `everything` are all four at once, as a power cut does. */
export const VICTIMS = ['server', 'mongod', 'launcher', 'npm', 'everything'];
const START_MS = 120_000;
const STOP_MS = 15_000;

/** `npm start` on a data folder of its own, started and killed as often as one likes. Linux only: it reads /proc. */
export async function createCrashWorld() {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-crash-'));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  // All that was ever started here, so that nothing stays behind when a round fails.
  const seen = new Set();
  let npm;

  async function start() {
    const begun = performance.now();
    const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', WAYMARK_DATA_DIR: dataDir, MONGODB_URI: '' };
    Object.assign(env, { WAYMARK_RATE_LIMIT_FACTOR: '1000', WAYMARK_BCRYPT_COST: '10', WAYMARK_LOG_LEVEL: 'error' });
    Object.assign(env, { WAYMARK_PUBLIC_URL: '', WAYMARK_MODE: '' });
    npm = spawn('npm', ['start'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    const read = (data) => {
      output += data;
    };
    npm.stdout.on('data', read);
    npm.stderr.on('data', read);
    const deadline = Date.now() + START_MS;
    while (!output.includes('Waymark is ready:')) {
      if (npm.exitCode !== null || Date.now() > deadline) throw new Error(`npm start did not get ready:\n${output}`);
      await delay(20);
    }
    for (const pid of Object.values(pids())) seen.add(pid);
    return { readyAfterMs: Math.round(performance.now() - begun), output: () => output };
  }

  function pids() {
    const server = readJson(join(dataDir, 'waymark.lock')).pid;
    const mongod = Number.parseInt(readFileSync(join(dataDir, 'mongodb', 'mongod.lock'), 'utf8'), 10);
    return { npm: npm.pid, launcher: parentOf(server), server, mongod };
  }

  /** `kill -9`. With npm or its launcher gone, the rest is waited for: it ends by itself. */
  async function kill(victim) {
    const now = pids();
    for (const pid of victim === 'everything' ? Object.values(now) : [now[victim]]) killHard(pid);
    return now;
  }

  /** As Ctrl-C does. Gives how long it took until all four were gone. */
  async function stop() {
    const now = pids();
    const begun = performance.now();
    process.kill(npm.pid, 'SIGINT');
    await allGone(Object.values(now));
    return Math.round(performance.now() - begun);
  }

  async function allGone(each) {
    const deadline = Date.now() + STOP_MS;
    for (;;) {
      const left = each.filter(isAlive);
      if (left.length === 0) return;
      if (Date.now() > deadline) throw new Error(`still there after ${STOP_MS / 1000} s: processes ${left.join(', ')}`);
      await delay(20);
    }
  }

  async function remove() {
    for (const pid of seen) killHard(pid);
    await allGone([...seen]);
    rmSync(dataDir, { recursive: true, force: true });
  }

  return { address, dataDir, start, stop, kill, pids, allGone, remove };
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function parentOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** A zombie, whose parent was killed too, is gone for our purposes. */
export function isAlive(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat[stat.lastIndexOf(')') + 2] !== 'Z';
  } catch {
    return false;
  }
}

function killHard(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
