import { setTimeout as delay } from 'node:timers/promises';
import { type Db, MongoClient, MongoServerError } from 'mongodb';

export const REPLICA_SET = 'waymark';

const NOT_YET_INITIALIZED = 94;

/**
 * Brings a mongod to where it takes writes: first start (initiate), later start (wait), start on another port than the
 * stored configuration names (reconfigure). It looks afresh in each round, because a node says "not yet
 * initialised" while it still reads a stored configuration, and drops connections while it counts itself as removed.
 */
export async function becomePrimary(port: number, deadline: number): Promise<void> {
  let last: unknown = new Error('it was not asked yet');
  while (Date.now() < deadline) {
    const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
      serverSelectionTimeoutMS: 2000,
      connectTimeoutMS: 2000,
      socketTimeoutMS: 5000,
    });
    try {
      await client.connect();
      while (Date.now() < deadline) {
        if (await takeStep(client.db('admin'), `127.0.0.1:${port}`)) return;
        await delay(25);
      }
    } catch (error) {
      last = error;
      await delay(25);
    } finally {
      await client.close();
    }
  }
  throw new Error(`it did not become primary in time (${last instanceof Error ? last.message : String(last)})`);
}

async function takeStep(admin: Db, host: string): Promise<boolean> {
  const hello = await admin.command({ hello: 1 });
  if (hello.isWritablePrimary) return true;
  const stored = await storedConfig(admin);
  if (stored === null) {
    await admin
      .command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] } })
      .catch(ignoreServerError);
  } else if (stored.members.length !== 1 || stored.members[0]?.host !== host) {
    const config = { ...stored, version: stored.version + 1, members: [{ _id: 0, host }] };
    await admin.command({ replSetReconfig: config, force: true }).catch(ignoreServerError);
  }
  return false;
}

interface StoredConfig {
  version: number;
  members: { host: string }[];
}

async function storedConfig(admin: Db): Promise<StoredConfig | null> {
  try {
    return (await admin.command({ replSetGetConfig: 1 })).config;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === NOT_YET_INITIALIZED) return null;
    throw error;
  }
}

/** "Already initialised", "busy": the next look decides. A lost connection is thrown on, for a new client. */
function ignoreServerError(error: unknown): void {
  if (!(error instanceof MongoServerError)) throw error;
}
