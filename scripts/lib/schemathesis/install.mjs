import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const VERSION = '4.32.5';
const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url));

/** The command of Schemathesis, in a virtual environment of its own in the cache; every package at one exact version. */
export async function installSchemathesis() {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'waymark');
  const folder = join(cache, `schemathesis-${VERSION}`);
  const command = join(folder, 'bin', 'schemathesis');
  const stamp = join(folder, 'installed');
  if (existsSync(stamp)) return command;
  // What a killed install left behind is no environment.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  await python('python3', ['-m', 'venv', folder]);
  const how = ['--quiet', '--no-deps', '--only-binary=:all:', '--disable-pip-version-check'];
  await python(join(folder, 'bin', 'python'), ['-m', 'pip', 'install', ...how, '-r', REQUIREMENTS]);
  const { stdout } = await run(command, ['--version']);
  if (!stdout.includes(VERSION)) throw new Error(`${command} says that it is ${stdout.trim()}`);
  writeFileSync(stamp, stdout);
  return command;
}

async function python(command, args) {
  try {
    await run(command, args, { timeout: 600_000 });
  } catch (error) {
    if (error.code === 'ENOENT')
      throw new Error('Schemathesis needs python3 (with its venv module); there is none here');
    throw new Error(`Schemathesis could not be installed: ${error.stderr?.trim().split('\n').pop() || error.message}`);
  }
}
