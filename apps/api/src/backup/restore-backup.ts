import { BSON, type Db } from 'mongodb';
import { BackupError, readBackupFile } from './backup-file.js';
import { type CollectionSum, createSum, isSame } from './collection-sum.js';
import { documentsOf, namesOf, type OnProgress } from './write-backup.js';

/** Exists while a restore is under way: a start on half of a database would look like lost work. */
export const RESTORING = 'restoring';

const batchSize = 500;
/** Pieces of images are large: five hundred of them at once would be more than a small machine has. */
const batchBytes = 16_000_000;

/** Every type comes back as it was: a whole number of 64 bits must not become one of 53. */
const faithful = { promoteValues: false, promoteBuffers: false, bsonRegExp: true } as const;

/**
 * Puts a checked backup into a database that nobody uses yet, and reads it again to see that each document is the
 * same to the byte. What was written goes away again where that fails. `sums`: as `checkBackup` gave them.
 */
export async function restoreBackup(
  db: Db,
  path: string,
  sums: readonly CollectionSum[],
  onProgress: OnProgress,
): Promise<void> {
  await refuseUsed(db, sums);
  await clear(db);
  await db.collection(RESTORING).insertOne({ since: new Date() });
  try {
    await fill(db, path, sums, onProgress);
    for (const sum of sums) await compare(db, sum);
  } catch (error) {
    await clear(db);
    await db.collection(RESTORING).drop();
    throw error;
  }
  await db.collection(RESTORING).drop();
}

/** Somebody's accounts, or somebody else's collections, are not ours to write over. */
export async function refuseUsed(db: Db, sums: readonly CollectionSum[]): Promise<void> {
  const names = await namesOf(db);
  const wasCutShort = (await db.collection(RESTORING).estimatedDocumentCount()) > 0;
  if (wasCutShort) return;
  const known = new Set(sums.map(({ name }) => name));
  const foreign = names.filter((name) => !known.has(name));
  const isUsed = names.includes('accounts') && (await db.collection('accounts').findOne()) !== null;
  if (!isUsed && foreign.length === 0) return;
  const what = isUsed ? 'has accounts in it' : `has collections that the backup does not know (${foreign.join(', ')})`;
  throw new BackupError(
    `The database ${what}. A restore goes into an empty one: name another WAYMARK_DATA_DIR, or another database in ` +
      'MONGODB_URI. Nothing was changed.',
  );
}

async function clear(db: Db): Promise<void> {
  for (const name of await namesOf(db)) await db.collection(name).drop();
}

async function fill(db: Db, path: string, sums: readonly CollectionSum[], onProgress: OnProgress): Promise<void> {
  const totals = new Map(sums.map(({ name, count }) => [name, count]));
  let name = '';
  let done = 0;
  let batch: BSON.Document[] = [];
  let bytes = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    await db.collection(name).insertMany(batch, { ordered: true });
    done += batch.length;
    batch = [];
    bytes = 0;
    onProgress(name, done, totals.get(name) ?? 0);
  };
  for await (const part of readBackupFile(path)) {
    if (part.kind === 'collection') {
      name = part.name;
      done = 0;
      await db.createCollection(name);
    } else if (part.kind === 'document') {
      batch.push(BSON.deserialize(part.bytes, faithful));
      bytes += part.bytes.length;
      if (batch.length >= batchSize || bytes >= batchBytes) await flush();
    } else if (part.kind === 'sum') await flush();
  }
}

async function compare(db: Db, sum: CollectionSum): Promise<void> {
  const summing = createSum(sum.name);
  for await (const document of documentsOf(db, sum.name)) summing.add(document);
  if (isSame(sum, summing.end())) return;
  throw new BackupError(`“${sum.name}” came out of the database other than it went in. Nothing was kept; try again.`);
}
