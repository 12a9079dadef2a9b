import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';
import { launchProduct } from './launch-product.mjs';
import { ROOT } from './paths.mjs';

/**
 * The built product on a free port and an empty database that goes away with it: its own mongod on a temporary folder,
 * or a fresh database on MONGODB_URI. Its log is `.cache/<log>.log`.
 * Gives `{ address, stop() }`; it also stops when this process is gone.
 *
 * @param {{ log?: string, env?: object, onEvent?: (said: any) => void, nodeArgs?: string[], entry?: string }} options
 */
export async function startForTest({ log = 'product-under-test', env = {}, ...launch } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-test-'));
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const output = openSync(join(ROOT, '.cache', `${log}.log`), 'w');
  const port = await freePort();
  const mongodbUri = freshDatabase(process.env.MONGODB_URI);
  const product = launchProduct({
    ...launch,
    stdout: output,
    env: {
      ...withoutOwnersSettings(),
      HOST: '127.0.0.1',
      PORT: String(port),
      WAYMARK_DATA_DIR: dataDir,
      WAYMARK_PUBLIC_URL: '',
      WAYMARK_MODE: 'development',
      // The least that is allowed: the tests sign up many, and the cost of a password is tested elsewhere.
      WAYMARK_BCRYPT_COST: '10',
      ...(mongodbUri && { MONGODB_URI: mongodbUri }),
      ...env,
    },
  });
  const stop = async () => {
    product.stop();
    await product.exited;
    if (mongodbUri) await dropDatabase(mongodbUri);
    rmSync(dataDir, { recursive: true, force: true });
    closeSync(output);
  };
  try {
    return { address: await product.ready, dataDir, product, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the owner set for the real one (a mail server, an address) is none of a test's. Empty counts as unset. */
function withoutOwnersSettings() {
  const names = Object.keys(process.env).filter((name) => name.startsWith('WAYMARK_'));
  return Object.fromEntries(names.map((name) => [name, '']));
}

function freshDatabase(uri) {
  if (!uri) return undefined;
  const url = new URL(uri);
  url.pathname = `/waymark-test-${randomBytes(6).toString('hex')}`;
  return url.toString();
}

async function dropDatabase(uri) {
  const { MongoClient } = await import('mongodb');
  const client = await MongoClient.connect(uri);
  await client.db().dropDatabase();
  await client.close();
}
