import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db, MongoClient } from 'mongodb';
import { connectDatabase, DatabaseError } from '../database/connect.js';
import { findMongod } from '../database/embedded/find-mongod.js';
import { identifyProcess } from '../database/embedded/identify-process.js';
import { lockDataFolder } from '../database/embedded/lock-data-folder.js';
import { startMongod } from '../database/embedded/start-mongod.js';
import { isMongodOn } from '../database/embedded/stop-left-behind-mongod.js';
import type { Env } from '../env.js';

export interface Reached {
  client: MongoClient;
  db: Db;
  /** For people. */
  description: string;
  /** A Waymark serves it now. */
  isServing: boolean;
  close(): Promise<void>;
}

/**
 * The database of these settings, for a command beside the server: the one of MONGODB_URI, the embedded one of a
 * Waymark that runs, or else the embedded one, started for as long as it takes.
 */
export async function reachDatabase(env: Env, report: (text: string) => void): Promise<Reached> {
  if (env.mongodbUri) return connect(env.mongodbUri, 'the MongoDB of MONGODB_URI', false, async () => undefined);
  const running = findRunning(env.dataDir);
  if (running) return connect(running, 'the database of the Waymark that runs', true, async () => undefined);
  const lock = await lockDataFolder(env.dataDir, 0);
  try {
    const { binary } = await findMongod({ ...env, report });
    const mongod = await startMongod({ binary, dataDir: env.dataDir });
    return await connect(mongod.uri, `the database in ${env.dataDir}`, false, async () => {
      await mongod.stop();
      lock.release();
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function connect(uri: string, description: string, isServing: boolean, after: () => Promise<void>) {
  const connection = await connectDatabase(uri);
  const client = connection.getClient();
  const close = async () => {
    await connection.close();
    await after();
  };
  return { client, db: client.db(connection.name), description, isServing, close };
}

/** The address of a mongod of ours that is up on this folder; its process is looked at, not only its note. */
function findRunning(dataDir: string): string | undefined {
  try {
    const { port, pid } = JSON.parse(readFileSync(join(dataDir, 'mongod.json'), 'utf8')) as {
      port: number;
      pid: number;
    };
    const found = identifyProcess(pid);
    if (!found || !isMongodOn(found.command, join(dataDir, 'mongodb'))) return undefined;
    return `mongodb://127.0.0.1:${port}/waymark?directConnection=true`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new DatabaseError(`${join(dataDir, 'mongod.json')} cannot be read.`, { cause: error });
  }
}
