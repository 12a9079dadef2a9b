import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** The instance's own secrets. Losing them signs everybody out and, with the pepper, loses every password. */
export interface Keys {
  /** Signs access tokens. */
  signing: { kid: string; key: KeyObject };
  /** Every key that tokens may still be signed with, by `kid`. */
  verifying: ReadonlyMap<string, KeyObject>;
  /** Makes refresh tokens that nobody else can make. */
  refresh: KeyObject;
  /** Mixed into each password before it is hashed. */
  pepper: KeyObject;
}

interface KeyFile {
  signing: { kid: string; secret: string }[];
  refresh: string;
  pepper: string;
}

const secretBytes = 32;
const newSecret = () => randomBytes(secretBytes).toString('base64');

function toKey(secret: string, name: string): KeyObject {
  const bytes = Buffer.from(secret, 'base64');
  // jsonwebtoken would sign with five bytes and say nothing.
  if (bytes.length < secretBytes) throw new Error(`keys.json: ${name} has less than ${secretBytes * 8} bits`);
  return createSecretKey(bytes);
}

/**
 * Reads `keys.json` of the data folder, or makes it (mode 600) at the first start. Two processes that
 * start at once end up with the same keys.
 */
export async function loadKeys(dataDir: string): Promise<Keys> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'keys.json');
  const file = (await readKeyFile(path)) ?? (await makeKeyFile(path));
  const signing = file.signing.map(({ kid, secret }) => ({ kid, key: toKey(secret, `signing key ${kid}`) }));
  const [newest] = signing;
  if (!newest) throw new Error(`${path} has no signing key. Restore it from a backup.`);
  return {
    signing: newest,
    verifying: new Map(signing.map(({ kid, key }) => [kid, key])),
    refresh: toKey(file.refresh, 'refresh'),
    pepper: toKey(file.pepper, 'pepper'),
  };
}

async function readKeyFile(path: string): Promise<KeyFile | undefined> {
  try {
    const file = JSON.parse(await readFile(path, 'utf8')) as KeyFile;
    await chmod(path, 0o600);
    return file;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) throw new Error(`${path} is damaged. Restore it from a backup.`);
    throw error;
  }
}

async function makeKeyFile(path: string): Promise<KeyFile> {
  const file: KeyFile = {
    signing: [{ kid: randomBytes(6).toString('base64url'), secret: newSecret() }],
    refresh: newSecret(),
    pepper: newSecret(),
  };
  // Not the process's id: two containers on one volume can have the same.
  const draft = `${path}.${randomBytes(6).toString('hex')}.new`;
  const handle = await open(draft, 'wx', 0o600);
  await handle.writeFile(`${JSON.stringify(file, null, 2)}\n`);
  await handle.sync();
  await handle.close();
  try {
    // Unlike a rename, a link never replaces what another process was quicker to make.
    await link(draft, path);
    return file;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const theirs = await readKeyFile(path);
    if (!theirs) throw error;
    return theirs;
  } finally {
    await unlink(draft);
  }
}
