import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { BSON } from 'mongodb';
import { type CollectionSum, createSum } from './collection-sum.js';

/** A backup that cannot be taken for one: not ours, damaged, cut short. */
export class BackupError extends Error {
  override name = 'BackupError';
}

/** What stands at the head of a backup. */
export interface BackupHead {
  format: 'waymark-backup';
  formatVersion: 1;
  madeAt: Date;
  /** Of Waymark. */
  version: string;
  /** The text of `keys.json`; `null` where the keys come from elsewhere. Without them no password holds. */
  keys: string | null;
}

// One byte says what follows: a document of ours, or one of the database's, which is kept as it is.
const kinds = { head: 1, collection: 2, document: 3, sum: 4, end: 5 } as const;
type Kind = (typeof kinds)[keyof typeof kinds];

/** A gzip of frames, each a byte and a BSON document, streamed: what is saved in years need not fit in memory. */
export async function createBackupFile(path: string, head: BackupHead) {
  // Readable by its owner alone: it holds addresses, and the keys of all sessions.
  const file = await open(path, 'wx', 0o600);
  const gzip = createGzip({ level: 4 });
  const out = file.createWriteStream({ flush: true });
  const failed = new Promise<never>((_, reject) => {
    gzip.on('error', reject);
    out.on('error', reject);
  });
  failed.catch(() => undefined);
  gzip.pipe(out);
  const put = async (kind: Kind, document: Uint8Array) => {
    gzip.write(Buffer.of(kind));
    if (!gzip.write(document)) await Promise.race([once(gzip, 'drain'), failed]);
  };
  await put(kinds.head, BSON.serialize(head));
  return {
    async addCollection(name: string, documents: AsyncIterable<Uint8Array>, onCount: (count: number) => void) {
      const summing = createSum(name);
      await put(kinds.collection, BSON.serialize({ name }));
      for await (const document of documents) {
        const count = summing.add(document);
        await put(kinds.document, document);
        if (count % 1000 === 0) onCount(count);
      }
      const sum = summing.end();
      onCount(sum.count);
      await put(kinds.sum, BSON.serialize(sum));
      return sum;
    },
    async finish() {
      await put(kinds.end, BSON.serialize({ end: true }));
      gzip.end();
      await Promise.race([once(out, 'close'), failed]);
    },
    async abandon() {
      gzip.destroy();
      out.destroy();
      await file.close().catch(() => undefined);
    },
  };
}

export type BackupPart =
  | { kind: 'head'; head: BackupHead }
  | { kind: 'collection'; name: string }
  | { kind: 'document'; bytes: Buffer }
  | { kind: 'sum'; sum: CollectionSum };

/** Reads a backup from its head to its end; throws a `BackupError` where it is not whole. */
export async function* readBackupFile(path: string): AsyncGenerator<BackupPart> {
  let isFirst = true;
  for await (const { kind, bytes } of framesOf(path)) {
    if (isFirst !== (kind === kinds.head)) throw new BackupError(`${path} is no backup of Waymark.`);
    isFirst = false;
    if (kind === kinds.end) return;
    if (kind === kinds.document) yield { kind: 'document', bytes };
    else if (kind === kinds.collection) yield { kind: 'collection', name: String(BSON.deserialize(bytes).name) };
    else if (kind === kinds.sum) yield { kind: 'sum', sum: BSON.deserialize(bytes) as CollectionSum };
    else yield { kind: 'head', head: checkHead(path, BSON.deserialize(bytes)) };
  }
  throw new BackupError(`${path} ends early: it was not written to its end, or not copied whole. Use another backup.`);
}

function checkHead(path: string, head: BSON.Document): BackupHead {
  if (head.format !== 'waymark-backup') throw new BackupError(`${path} is no backup of Waymark.`);
  if (head.formatVersion === 1) return head as BackupHead;
  throw new BackupError(`${path} was made by a newer Waymark (${head.version}). Restore it with that version.`);
}

const longestDocument = 17 * 1024 * 1024;

async function* framesOf(path: string): AsyncGenerator<{ kind: number; bytes: Buffer }> {
  let rest: Buffer = Buffer.alloc(0);
  // Unlike `pipe`, it passes on what fails in reading.
  const plain = pipeline(createReadStream(path), createGunzip(), () => undefined);
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      let at = 0;
      while (rest.length - at >= 5) {
        const length = rest.readInt32LE(at + 1);
        if (length < 5 || length > longestDocument) throw new BackupError(`${path} is damaged. Use another backup.`);
        if (rest.length - at < length + 1) break;
        yield { kind: rest.readUInt8(at), bytes: rest.subarray(at + 1, at + 1 + length) };
        at += length + 1;
      }
      rest = rest.subarray(at);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') throw new BackupError(`There is no file ${path}.`);
    if (!code.startsWith('Z_')) throw error;
    const reason = code === 'Z_BUF_ERROR' ? 'ends early' : 'is damaged, or no backup of Waymark';
    throw new BackupError(`${path} ${reason}. Use another backup.`);
  }
}
