import { setTimeout as delay } from 'node:timers/promises';
import { MongoClient, MongoNetworkError, MongoServerSelectionError, type ResumeToken } from 'mongodb';
import type { Logger } from 'pino';
import { STREAM_OPTIONS } from '../../database/connect.js';
import { changeEvent, followedCollections, type SeenChange } from './change-event.js';
import type { Changes } from './changes.js';

const pauseMs = 500;

const fields = [
  'learnerId',
  'mentorId',
  'mentorIds',
  'memberId',
  'heldBy',
  'asked',
  'told',
  'isLive',
  'roadmap',
  'topicId',
];
const few = (document: string) => fields.map((field) => [`${document}.${field}`, 1] as const);

const pipeline = [
  {
    $match: {
      $or: [
        {
          'ns.coll': { $in: followedCollections },
          operationType: { $in: ['insert', 'update', 'replace', 'delete'] },
        },
        { operationType: 'invalidate' },
      ],
    },
  },
  // What was written stays in the database: the stream says where to look.
  {
    $project: {
      operationType: 1,
      'ns.coll': 1,
      documentKey: 1,
      'updateDescription.updatedFields.isLive': 1,
      ...Object.fromEntries([...few('fullDocument'), ...few('fullDocumentBeforeChange')]),
    },
  },
];

interface Watched {
  /** The address of the database, with its name. */
  uri: string;
  /** The name, which the address may leave out. */
  database: string;
  changes: Pick<Changes, 'begin' | 'publish'>;
  log: Logger;
}

/** Follows everything that learners own, for as long as the process lives: one stream for all who listen. */
export function watchChanges(watched: Watched): { close(): Promise<void> } {
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

const textOf = (token: ResumeToken): string => (token as { _data: string })._data;

/** Again and again, from where it was; where the server cannot go back that far, anew, and everybody reads again. */
async function follow(client: MongoClient, watched: Watched, closing: AbortSignal): Promise<void> {
  const { changes, log, database } = watched;
  let reached: ResumeToken | undefined;
  while (!closing.aborted) {
    try {
      const stream = client.db(database).watch(pipeline, {
        fullDocument: 'updateLookup',
        fullDocumentBeforeChange: 'whenAvailable',
        ...(reached !== undefined && { resumeAfter: reached }),
      });
      // The first answer says that the server listens, and from where.
      let change = await stream.tryNext();
      if (reached === undefined) changes.begin(textOf(change?._id ?? stream.resumeToken));
      reached = change?._id ?? stream.resumeToken;
      while (!closing.aborted) {
        // The pipeline lets through these fields alone, which the driver's types cannot know.
        if (change) publish(change as unknown as SeenChange & { _id: ResumeToken }, changes);
        change = await stream.next();
        reached = change._id;
      }
    } catch (error) {
      if (closing.aborted) return;
      const { name, message } = error as Error;
      log.warn({ name, message }, 'changes are not followed just now');
      const isAway = error instanceof MongoNetworkError || error instanceof MongoServerSelectionError;
      if (!isAway) reached = undefined;
      await delay(pauseMs, undefined, { signal: closing }).catch(() => undefined);
    }
  }
}

function publish(change: SeenChange & { _id: ResumeToken }, changes: Watched['changes']): void {
  if (!change.documentKey) return;
  const seen = changeEvent(change);
  if (seen) changes.publish({ token: textOf(change._id), event: seen.event }, seen.memberIds);
}
