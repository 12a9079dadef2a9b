import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DatabaseError } from '../connect.js';
import { type Fetcher, findMongod } from './find-mongod.js';

let home: string;
let cacheDir: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'waymark-find-'));
  cacheDir = join(home, 'cache');
  // What else this machine has must not decide the test: only `sh`, which the stand-ins need, stays reachable.
  vi.stubEnv('PATH', ['/usr/bin', '/bin'].join(delimiter));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

/** A stand-in that says `version`, as `mongod --version` does. */
function plant(folder: string, name: string, version: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho "db version v${version}"\n`);
  chmodSync(file, 0o755);
  return file;
}

function onPath(version: string): void {
  plant(join(home, 'bin'), 'mongod', version);
  vi.stubEnv('PATH', [join(home, 'bin'), '/usr/bin', '/bin'].join(delimiter));
}

const nothing: Fetcher = { name: 'nothing', fetch: () => Promise.reject(new Error('cut off\nmore')) };
const search = (mongodBinary?: string, fetchers: Fetcher[] = [nothing]) =>
  findMongod({ mongodBinary, cacheDir, fetchers });

it('takes the one that is named, before all others', async () => {
  onPath('7.0.1');
  const named = plant(join(home, 'named'), 'mongod', '8.0.0');
  expect(await search(named)).toEqual({ binary: named, version: '8.0.0' });
});

it('does not look on when the named one is wrong', async () => {
  onPath('7.0.1');
  await expect(search(join(home, 'no-such'))).rejects.toThrow(/MONGOMS_SYSTEM_BINARY names .*no-such.*nothing there/);
});

it('then takes the search path, then the cache, then each fetcher in turn', async () => {
  const fetched = plant(join(home, 'fetched'), 'mongod', '6.0.9');
  const fetcher: Fetcher = { name: 'fetcher', fetch: () => Promise.resolve(fetched) };
  expect(await search(undefined, [nothing, fetcher])).toEqual({ binary: fetched, version: '6.0.9' });
  const cached = plant(cacheDir, 'mongod-6.0.5', '6.0.5');
  expect(await search(undefined, [fetcher])).toEqual({ binary: cached, version: '6.0.5' });
  onPath('7.0.1');
  expect(await search(undefined, [fetcher])).toEqual({ binary: 'mongod', version: '7.0.1' });
});

it('passes over one that is too old', async () => {
  onPath('4.4.29');
  const cached = plant(cacheDir, 'mongod-6.0.5', '6.0.5');
  expect(await search()).toEqual({ binary: cached, version: '6.0.5' });
});

it('says every attempt, and what to do', async () => {
  onPath('4.4.29');
  plant(cacheDir, 'mongod-6.0.5', 'unknown');
  const failure = await search().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DatabaseError);
  expect((failure as Error).message.split('\n')).toEqual([
    'Waymark found no MongoDB server to run. It tried:',
    '  - mongod on the search path: it is 4.4.29, and 6.0 is the oldest that works',
    '  - cache: it does not say a MongoDB version',
    '  - nothing: cut off',
    expect.stringContaining('MONGOMS_SYSTEM_BINARY'),
    expect.stringContaining('MONGODB_URI'),
  ]);
});
