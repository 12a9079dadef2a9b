import type mongoose from 'mongoose';
import type { Env } from '../env.js';
import { connectDatabase } from './connect.js';
import { findMongod } from './embedded/find-mongod.js';
import { keepMongodRunning } from './embedded/keep-mongod-running.js';
import { startMongod } from './embedded/start-mongod.js';

export interface OpenDatabase {
  connection: mongoose.Connection;
  /** For a client of one's own; it may hold a password. */
  uri: string;
  /** What serves it, for people: `MongoDB 6.0.5 on 127.0.0.1:40123`. */
  description: string;
  close(patienceMs: number): Promise<void>;
}

interface Wishes {
  report(text: string): void;
  /** The embedded server is lost for good: the process cannot go on. */
  onLost(error: Error): void;
  /** The embedded server ended without being asked, and is started again. */
  onRestart(): void;
}

/**
 * The owner's replica set where MONGODB_URI names one, else our own mongod on the data folder, which this process has
 * locked.
 */
export async function openDatabase(env: Env, wishes: Wishes): Promise<OpenDatabase> {
  if (env.mongodbUri) {
    const connection = await connectDatabase(env.mongodbUri);
    return {
      connection,
      uri: env.mongodbUri,
      description: 'the MongoDB of MONGODB_URI',
      close: () => connection.close(),
    };
  }
  const { binary, version } = await findMongod({ ...env, report: wishes.report });
  const place = { binary, dataDir: env.dataDir };
  const mongod = await startMongod(place);
  const keeper = keepMongodRunning(mongod, () => startMongod({ ...place, port: mongod.port }), wishes);
  try {
    const connection = await connectDatabase(mongod.uri);
    return {
      connection,
      uri: mongod.uri,
      description: `MongoDB ${version} on 127.0.0.1:${mongod.port}`,
      close: async (patienceMs) => {
        await connection.close();
        await keeper.stop(patienceMs);
      },
    };
  } catch (error) {
    await keeper.stop(5000);
    throw error;
  }
}
