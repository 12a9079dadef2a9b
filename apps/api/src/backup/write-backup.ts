import { rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { ClientSession, Db, MongoClient } from 'mongodb';
import { BackupError, type BackupHead, createBackupFile, readBackupFile } from './backup-file.js';
import { type CollectionSum, createSum, isSame } from './collection-sum.js';

/** Told as it goes: the collection, how much of it is done, and how much there is, about. */
export type OnProgress = (collection: string, done: number, of: number) => void;

/** Counts of tries, which are worth nothing tomorrow, and the mark of a restore that is under way. */
const leftOut = new Set(['ratelimits', 'restoring']);

interface Source {
  client: MongoClient;
  db: Db;
}

/**
 * Saves every collection as it was at one moment, while the server may go on writing. The file appears under its
 * name when it is whole. Throws where it cannot be written, and leaves nothing behind.
 */
export async function writeBackup(
  { client, db }: Source,
  path: string,
  head: BackupHead,
  onProgress: OnProgress,
): Promise<CollectionSum[]> {
  const draft = `${path}.part`;
  await rm(draft, { force: true });
  // Ctrl-C ends the process in the middle of it.
  const tidy = () => rmSync(draft, { force: true });
  process.once('exit', tidy);
  const file = await createBackupFile(draft, head);
  // Every read with this session sees the database of the first one.
  const session = client.startSession({ snapshot: true });
  try {
    const sums: CollectionSum[] = [];
    for (const name of await namesOf(db)) {
      const about = await db.collection(name).estimatedDocumentCount();
      sums.push(
        await file.addCollection(name, documentsOf(db, name, session), (done) => onProgress(name, done, about)),
      );
    }
    await file.finish();
    await rename(draft, path);
    return sums;
  } catch (error) {
    await file.abandon();
    await rm(draft, { force: true });
    throw explain(error);
  } finally {
    process.off('exit', tidy);
    await session.endSession();
  }
}

/** Reads the file again, from the disk, and holds every collection to the sum that was written with it. */
export async function checkBackup(path: string): Promise<{ head: BackupHead; sums: CollectionSum[] }> {
  const sums: CollectionSum[] = [];
  let head: BackupHead | undefined;
  let summing = createSum('');
  for await (const part of readBackupFile(path)) {
    if (part.kind === 'head') head = part.head;
    else if (part.kind === 'collection') summing = createSum(part.name);
    else if (part.kind === 'document') summing.add(part.bytes);
    else {
      if (!isSame(part.sum, summing.end())) {
        throw new BackupError(`${path} is damaged in “${part.sum.name}”. Use another backup.`);
      }
      sums.push(part.sum);
      summing = createSum('');
    }
  }
  if (!head) throw new BackupError(`${path} is no backup of Waymark.`);
  return { head, sums };
}

/** A collection's documents as they are stored, in the order of their ids. */
export function documentsOf(db: Db, name: string, session?: ClientSession): AsyncIterable<Uint8Array> {
  const found = db
    .collection(name)
    .find({}, { raw: true, sort: { _id: 1 }, hint: { _id: 1 }, ...(session && { session }) });
  // With `raw` the driver gives the bytes of each document, which its types do not say.
  return found as unknown as AsyncIterable<Uint8Array>;
}

/** The collections that a backup holds, by name. */
export async function namesOf(db: Db): Promise<string[]> {
  const found = await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  const names = found.map(({ name }) => name).filter((name) => !name.startsWith('system.') && !leftOut.has(name));
  return names.toSorted();
}

/** The server forgets how things were after five minutes, unless it is told to remember for longer. */
function explain(error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (code !== 239 && code !== 246) return error;
  return new BackupError(
    'The database is too large to be read within the time for which it remembers one moment. Raise its parameter ' +
      'minSnapshotHistoryWindowInSeconds, or use mongodump of MongoDB’s own tools together with a copy of keys.json.',
  );
}
