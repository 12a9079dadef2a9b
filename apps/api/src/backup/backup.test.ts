import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Binary, BSON, type Db, Decimal128, Double, Int32, Long, MongoClient, ObjectId } from 'mongodb';
import mongoose from 'mongoose';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { testDatabaseUri } from '../../test/name-database.js';
import { connectDatabase } from '../database/connect.js';
import type { BackupHead } from './backup-file.js';
import { refuseHalfRestored } from './refuse-half-restored.js';
import { RESTORING, restoreBackup } from './restore-backup.js';
import { checkBackup, writeBackup } from './write-backup.js';

const folder = mkdtempSync(join(tmpdir(), 'waymark-backup-'));
const client = await MongoClient.connect(testDatabaseUri('-from'));
const from = client.db();
const to = client.db(`${from.databaseName}-to`);
const file = join(folder, 'one.backup');
const head: BackupHead = {
  format: 'waymark-backup',
  formatVersion: 1,
  madeAt: new Date('2040-01-02T10:00:00Z'),
  version: '0.1.0',
  keys: '{"pepper":"x"}',
};
const silent = () => undefined;

beforeEach(async () => {
  await Promise.all([from.dropDatabase(), to.dropDatabase()]);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});

afterAll(async () => {
  await Promise.all([from.dropDatabase(), to.dropDatabase()]);
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});

async function fill(db: Db): Promise<void> {
  await db.collection('accounts').insertMany([
    {
      name: 'Ada',
      at: new Date(),
      whole: new Int32(7),
      long: Long.fromString('9007199254740993'),
      real: new Double(7),
      money: Decimal128.fromString('12.30'),
      bytes: new Binary(Buffer.from([0, 1, 255])),
      pattern: /^a+$/i,
      nothing: null,
      list: [1, [new ObjectId()], { a: { b: 'ü 路 \u0000' } }],
    },
    { name: 'Ben' },
  ]);
  const many = Array.from({ length: 2500 }, (_, i) => ({ i, text: 'x'.repeat(i % 900) }));
  await db.collection('activity').insertMany(many);
  await db.createCollection('projects');
  // An image, as GridFS lays it out: more of it than is put back at once.
  const piece = () => ({ files_id: new ObjectId(), n: 0, data: new Binary(Buffer.alloc(255 * 1024, 7)) });
  await db.collection('images.files').insertOne({ length: 255 * 1024, chunkSize: 255 * 1024, metadata: { width: 9 } });
  await db.collection('images.chunks').insertMany(Array.from({ length: 80 }, piece));
}

/** What the database itself says that two collections have in common: their hash. */
async function hashesOf(db: Db): Promise<Record<string, string>> {
  return (await db.command({ dbHash: 1 })).collections;
}

const save = (path = file) => writeBackup({ client, db: from }, path, head, silent);

async function load(db: Db, path = file): Promise<void> {
  const { sums } = await checkBackup(path);
  await restoreBackup(db, path, sums, silent);
}

it('brings everything back, to the byte, whatever its type', async () => {
  await fill(from);
  const sums = await save();
  expect(sums.map(({ name, count }) => [name, count])).toEqual([
    ['accounts', 2],
    ['activity', 2500],
    ['images.chunks', 80],
    ['images.files', 1],
    ['projects', 0],
  ]);
  const checked = await checkBackup(file);
  expect(checked).toMatchObject({ head, sums });
  const putBack: number[] = [];
  await restoreBackup(to, file, checked.sums, (name, done) => {
    if (name === 'images.chunks') putBack.push(done);
  });
  expect(await hashesOf(to)).toEqual(await hashesOf(from));
  // Never more of the pictures in memory than one batch: twenty megabytes are two.
  expect(putBack).toEqual([expect.any(Number), 80]);
});

it('leaves out what is worth nothing tomorrow: the counts of tries', async () => {
  await fill(from);
  await from.collection('ratelimits').insertOne({ key: 'x' });
  expect((await save()).map(({ name }) => name)).not.toContain('ratelimits');
});

it('saves one moment: what is written meanwhile is in it as a whole, or not at all', async () => {
  await fill(from);
  await Promise.all(['left', 'right'].map((name) => from.createCollection(name)));
  let isOver = false;
  let written = 0;
  const writing = (async () => {
    while (!isOver) {
      await client.withSession((session) =>
        session.withTransaction(async () => {
          await from.collection('right').insertOne({ n: written }, { session });
          await from.collection('left').insertOne({ n: written }, { session });
        }),
      );
      written += 1;
    }
  })();
  const inEach: [number, number][] = [];
  for (let round = 0; round < 5; round += 1) {
    const sums = await save(join(folder, `${round}.backup`));
    const countOf = (name: string) => sums.find((sum) => sum.name === name)?.count ?? -1;
    inEach.push([countOf('left'), countOf('right')]);
  }
  isOver = true;
  await writing;
  expect(written).toBeGreaterThan(10);
  for (const [left, right] of inEach) expect(left).toBe(right);
  expect(inEach.at(-1)?.[0]).toBeGreaterThan(inEach[0]?.[0] ?? 0);
});

it('is for its owner’s eyes only, and nothing half-written stays behind', async () => {
  await fill(from);
  await save();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await expect(save(join(folder, 'no-such-folder', 'x.backup'))).rejects.toThrow(/ENOENT/);
  expect(readdirSync(folder).toSorted()).toEqual(['one.backup']);
});

/** The same backup with something done to it. */
function damaged(change: (bytes: Buffer) => Buffer): string {
  const path = join(folder, 'damaged.backup');
  writeFileSync(path, change(readFileSync(file)));
  return path;
}

const damages: Record<string, [(bytes: Buffer) => Buffer, RegExp]> = {
  'cut short': [(bytes) => bytes.subarray(0, bytes.length - 300), /ends early/],
  'cut short before it was packed': [(bytes) => gzipSync(gunzipSync(bytes).subarray(0, 5000)), /ends early/],
  'with a bit turned': [
    (bytes) => {
      const plain = gunzipSync(bytes);
      const at = plain.indexOf('Ada');
      plain.writeUInt8(plain.readUInt8(at) + 1, at);
      return gzipSync(plain);
    },
    /damaged in “accounts”/,
  ],
  'of another program': [() => gzipSync('hello, this is a text and nothing else'), /damaged|no backup/],
  'not packed at all': [() => Buffer.from('hello'), /damaged, or no backup/],
  empty: [() => Buffer.alloc(0), /ends early/],
  'of a newer Waymark': [
    () => gzipSync(Buffer.concat([Buffer.of(1), BSON.serialize({ ...head, formatVersion: 2, version: '9.0.0' })])),
    /newer Waymark \(9\.0\.0\)/,
  ],
};

it.each(Object.entries(damages))(
  'refuses a backup that is %s, and touches no database',
  async (_, [change, reason]) => {
    await fill(from);
    await save();
    await expect(load(to, damaged(change))).rejects.toThrow(reason);
    expect(await to.listCollections().toArray()).toEqual([]);
    await expect(load(to, join(folder, 'none.backup'))).rejects.toThrow(/There is no file/);
    await load(to);
  },
);

it('goes into no database that somebody uses, and changes nothing there', async () => {
  await fill(from);
  await save();
  await to.collection('accounts').insertOne({ name: 'Somebody' });
  const before = await hashesOf(to);
  await expect(load(to)).rejects.toThrow(/has accounts in it.*Nothing was changed/);
  await to.collection('accounts').drop();
  await to.collection('shop').insertOne({ price: 1 });
  await expect(load(to)).rejects.toThrow(/does not know \(shop\)/);
  expect(await hashesOf(to)).toMatchObject({ shop: expect.any(String) });
  expect(before).toMatchObject({ accounts: expect.any(String) });
});

it('takes the empty database of a first start, on which nobody has an account yet', async () => {
  await fill(from);
  await save();
  await to.createCollection('accounts');
  await to.collection('projects').insertOne({ left: 'over' });
  await load(to);
  expect(await hashesOf(to)).toEqual(await hashesOf(from));
});

it('lets nobody start on a restore that was cut off, and begins it anew', async () => {
  await fill(from);
  await save();
  await to.collection(RESTORING).insertOne({ since: new Date() });
  await to.collection('accounts').insertOne({ name: 'The half that got through' });
  const connection = await connectDatabase(testDatabaseUri('-from-to'));
  await expect(refuseHalfRestored(connection)).rejects.toThrow(/cut short.*npm run restore/s);
  await load(to);
  await refuseHalfRestored(connection);
  expect(await hashesOf(to)).toEqual(await hashesOf(from));
  await mongoose.disconnect();
});

it('keeps nothing of a restore that failed', async () => {
  await fill(from);
  const sums = await save();
  const wrong = sums.map((sum) => (sum.name === 'activity' ? { ...sum, sha256: 'other' } : sum));
  await expect(restoreBackup(to, file, wrong, silent)).rejects.toThrow(/came out of the database other/);
  expect(await to.listCollections().toArray()).toEqual([]);
});

it('tells how far it is', async () => {
  await fill(from);
  const told: [string, number, number][] = [];
  await writeBackup({ client, db: from }, file, head, (...progress) => told.push(progress));
  expect(told).toContainEqual(['activity', 1000, 2500]);
  expect(told).toContainEqual(['activity', 2500, 2500]);
});
