import type { MongoClientOptions } from 'mongodb';
import mongoose from 'mongoose';

/**
 * With these a lost primary is noticed in about 4 seconds (31 with the driver's defaults), and an acknowledged write
 * is on the disk of a majority. `timeoutMS` is left out on purpose: with it one member's answer could reach another.
 */
export const CLIENT_OPTIONS = {
  writeConcern: { w: 'majority', journal: true },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  retryWrites: true,
  serverSelectionTimeoutMS: 5000,
  connectTimeoutMS: 2000,
  socketTimeoutMS: 20_000,
  heartbeatFrequencyMS: 2000,
  waitQueueTimeoutMS: 2000,
} satisfies MongoClientOptions;

/** For a change stream's own client, which gives up a lost server sooner than a request would. */
export const STREAM_OPTIONS = {
  ...CLIENT_OPTIONS,
  serverSelectionTimeoutMS: 3000,
  maxPoolSize: 1,
} satisfies MongoClientOptions;

/** No query of ours should take a second; one that takes longer than a caller waits is ended by the server. */
export const MOST_QUERY_MS = 8000;

/** Something that the owner has to mend; its message says what to do and is printed without a stack. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

/** A connection to a replica set (or sharded cluster), or a `DatabaseError`. */
export async function connectDatabase(uri: string): Promise<mongoose.Connection> {
  mongoose.set('sanitizeFilter', true);
  mongoose.set('strictQuery', true);
  mongoose.set('maxTimeMS', MOST_QUERY_MS);
  // Within a transaction every operation takes its session from there, so none can be forgotten.
  mongoose.set('transactionAsyncLocalStorage', true);
  const connection = mongoose.connection;
  try {
    await mongoose.connect(uri, { ...CLIENT_OPTIONS, autoIndex: false, autoCreate: false });
    await refuseStandalone(connection);
  } catch (error) {
    await mongoose.disconnect().catch(() => undefined);
    throw error instanceof DatabaseError ? error : new DatabaseError(unreachable(uri, error), { cause: error });
  }
  return connection;
}

async function refuseStandalone(connection: mongoose.Connection): Promise<void> {
  const hello = await connection.getClient().db('admin').command({ hello: 1 });
  // A router of a sharded cluster has no set of its own, and says `isdbgrid`.
  if (hello.setName || hello.msg === 'isdbgrid') return;
  throw new DatabaseError(
    'MONGODB_URI points to a standalone MongoDB. Waymark keeps two documents in step by transactions, which need a ' +
      'replica set (one node is enough): start that mongod with --replSet, run rs.initiate() once, and try again. ' +
      'Or leave MONGODB_URI unset, and Waymark runs its own.',
  );
}

function unreachable(uri: string, error: unknown): string {
  const hosts = /@?([^/@]+)(?:\/|\?|$)/.exec(uri.replace(/^[^:]+:\/\//, ''))?.[1] ?? 'that address';
  const reason = error instanceof Error ? error.message : String(error);
  return `No MongoDB answered at ${hosts}: ${reason.split(uri).join('MONGODB_URI')}. Check MONGODB_URI, its user and password, and that the server runs.`;
}
