import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { run, step } from './steps.mjs';

const STAMP = join(ROOT, 'node_modules', '.waymark-installed');

/**
 * What every command does first: a usable Node, the owner's `.env`, the packages of the lock file.
 * The tests leave `.env` out: the owner's address and mail are none of theirs.
 */
export async function prepare({ dotEnv = true } = {}) {
  refuseOldNode();
  if (dotEnv) loadDotEnv();
  await install();
}

/** Builds packages, API and web client; turbo leaves out what has not changed. */
export async function build(task = 'build', name = 'Build') {
  await step(name, () => turbo(['run', task], task));
}

/** Turbo, without telemetry and without a remote cache. */
export function turbo(args, log) {
  const env = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
  return run(bin('turbo'), [...args, '--output-logs=errors-only', '--no-color'], { log, env });
}

/** The path of an installed package's command. */
export function bin(name) {
  return join(ROOT, 'node_modules', '.bin', name);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Waymark needs Node 20.19 or newer, and this is ${process.versions.node}. Install a current Node.`);
}

/** What the environment says already wins over the file. */
function loadDotEnv() {
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

async function install() {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  // Once more where it failed: an install that was killed may still be at work in the same folder.
  if (!isInstalled()) await step('Install packages', () => npmCi().catch(npmCi));
  writeFileSync(STAMP, wanted);
}

/** npm's own complaints about engines and the like go to the log, which is shown when it fails. */
async function npmCi() {
  // An install that is cut off leaves no stamp, and the next one begins afresh.
  rmSync(STAMP, { force: true });
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm?.endsWith('.js')) await run(process.execPath, [npm, ...args], { log: 'install' });
  else await run('npm', args, { log: 'install' });
}

/** Of all that decides what an install gives: the lock file, and for whom it was installed. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  return hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`).digest('hex');
}

/** True after an `npm install` by hand: npm writes what it has put there when all of it is there. */
function isInstalled() {
  try {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
    const there = JSON.parse(readFileSync(join(ROOT, 'node_modules/.package-lock.json'), 'utf8')).packages;
    return Object.entries(lock).every(([path, { version, integrity, optional, link, devOptional }]) => {
      if (!path.includes('node_modules/') || link) return true;
      const found = there[path];
      if (!found) return optional === true || devOptional === true;
      return found.version === version && found.integrity === integrity;
    });
  } catch {
    return false;
  }
}
