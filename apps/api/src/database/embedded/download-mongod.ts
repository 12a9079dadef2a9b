import { mkdir } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { join } from 'node:path';

/** How long the download's host has to answer; a host that is cut off costs three long tries otherwise. */
const PROBE_MS = 5000;

/** The binary for this system from MongoDB itself, by the library that also serves the tests. Rejects without network. */
export async function downloadMongod(cacheDir: string): Promise<string> {
  // Loaded here only: with a mongod at hand, or a MONGODB_URI, none of it is needed.
  const { MongoBinary, DryMongoBinary } = await import('mongodb-memory-server-core');
  const { MongoBinaryDownloadUrl } = await import('mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl.js');
  const downloadDir = join(cacheDir, 'mongodb-download');
  await mkdir(downloadDir, { recursive: true });
  const options = await DryMongoBinary.generateOptions({ downloadDir });
  const here = await DryMongoBinary.locateBinary(options);
  if (here) return here;
  const url = await new MongoBinaryDownloadUrl({ ...options, platform: platform(), arch: arch() }).getDownloadUrl();
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
  } catch (error) {
    throw new Error(`its host does not answer from here (${reason(error)})`, { cause: error });
  }
  return await MongoBinary.getPath({ downloadDir, version: options.version });
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
