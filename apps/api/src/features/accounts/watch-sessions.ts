import { setTimeout as delay } from 'node:timers/promises';
import { type ChangeStream, MongoClient } from 'mongodb';
import type { Logger } from 'pino';
import { STREAM_OPTIONS } from '../../database/connect.js';
import type { Sessions } from './sessions.js';
import { Session } from './sessions.model.js';

const pauseMs = 500;

interface Watched {
  /** The address of the database, with its name. */
  uri: string;
  /** The name, which the address may leave out. */
  database: string;
  sessions: Pick<Sessions, 'forget' | 'forgetAll'>;
  log: Logger;
}

export interface Watching {
  close(): Promise<void>;
}

/**
 * Sees every session that changes or ends, whichever process did it, and has it looked up at its next request: a
 * sign-out holds at once everywhere. While the stream is down the cache's five seconds are what is left.
 */
export function watchSessions(watched: Watched): Watching {
  const client = new MongoClient(watched.uri, STREAM_OPTIONS);
  const closing = new AbortController();
  const following = follow(client, watched, closing.signal);
  return {
    async close() {
      closing.abort();
      // Ends the wait for the next change.
      await client.close();
      await following;
    },
  };
}

/** Again and again: a stream that the driver could not resume is begun anew. */
async function follow(client: MongoClient, watched: Watched, closing: AbortSignal): Promise<void> {
  const { sessions, log, database } = watched;
  while (!closing.aborted) {
    try {
      const collection = client.db(database).collection(Session.collection.collectionName);
      // What is new is in no cache yet.
      const stream = collection.watch([
        { $match: { operationType: { $ne: 'insert' } } },
        { $project: { documentKey: 1 } },
      ]);
      await hear(stream, sessions, closing);
    } catch (error) {
      if (closing.aborted) return;
      log.warn({ name: (error as Error).name, message: (error as Error).message }, 'sessions are not watched just now');
    }
    sessions.forgetAll();
    await delay(pauseMs, undefined, { signal: closing }).catch(() => undefined);
  }
}

async function hear(stream: ChangeStream, sessions: Watched['sessions'], closing: AbortSignal): Promise<void> {
  // The first answer says that the server listens; what happened before it was seen by nobody.
  let change = await stream.tryNext();
  sessions.forgetAll();
  while (!closing.aborted) {
    // An event without a document is one of the whole collection.
    if (change && 'documentKey' in change) sessions.forget(String(change.documentKey._id));
    else if (change) sessions.forgetAll();
    change = await stream.next();
  }
}
