import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const how = ['--quiet', '--no-deps', '--disable-pip-version-check'];

/**
 * The folder of the commands of a virtual environment in the cache: every package of the file `requirements` at its one
 * exact version. `pip` gives what pip is to be told further, with the environment's folder; `check` throws where the tool
 * does not run.
 *
 * @param {{ tool: string, version: string, requirements: string, pip?: (folder: string) => string[], check: (bin: string) => Promise<unknown> }} options
 */
export async function installPython({ tool, version, requirements, pip, check }) {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'waymark');
  const folder = join(cache, `${tool.toLowerCase()}-${version}`);
  const bin = join(folder, 'bin');
  const stamp = join(folder, 'installed');
  if (existsSync(stamp)) return bin;
  // What a killed install left behind is no environment.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  await python(tool, 'python3', ['-m', 'venv', folder]);
  const python3 = join(bin, 'python');
  await python(tool, python3, ['-m', 'pip', 'install', ...how, '--only-binary=:all:', '-r', requirements]);
  if (pip) await python(tool, python3, ['-m', 'pip', ...pip(folder), ...how]);
  await check(bin);
  writeFileSync(stamp, version);
  return bin;
}

async function python(tool, command, args) {
  try {
    await run(command, args, { timeout: 600_000 });
  } catch (error) {
    if (error.code === 'ENOENT') throw new Error(`${tool} needs python3 (with its venv module); there is none here`);
    throw new Error(`${tool} could not be installed: ${error.stderr?.trim().split('\n').pop() || error.message}`);
  }
}
