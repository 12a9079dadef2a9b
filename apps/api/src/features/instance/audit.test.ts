import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { type Member, makeOwner, signUp } from '../../../test/build.js';
import { day, hour, minute, startApp } from '../../../test/start.js';
import { Audit, recordAudit } from './audit.model.js';

const app = await startApp();
const client = { address: '192.0.2.7', device: 'A browser' };
let owner: Member;
let ada: Member;
let bob: Member;
/** A moment that no other line is near. */
const start = new Date('2041-05-05T00:00:00Z');
const at = (ms: number) => new Date(start.getTime() + ms);

beforeAll(async () => {
  owner = await makeOwner(await signUp(app, { name: 'Oda Owner' }));
  [ada, bob] = await Promise.all([signUp(app, { name: 'Ada' }), signUp(app, { name: 'Bob' })]);
  await Audit.collection.deleteMany({});
  await recordAudit('signed-in', { actor: ada.id, client, detail: { by: 'password' } }, at(0));
  await recordAudit('role-changed', { actor: owner.id, target: ada.id, client, detail: { role: 'owner' } }, at(hour));
  // Three of one moment.
  for (const who of [ada, bob, ada]) await recordAudit('signed-out', { actor: who.id, client }, at(2 * hour));
  await recordAudit('keys-rotated', {}, at(day - 1));
  await recordAudit('signed-in', { actor: bob.id, client }, at(day));
});

const list = async (query: Record<string, string | number> = {}) => (await owner.ok('listAudit', { query })).items;
const events = async (query: Record<string, string | number>) => (await list(query)).map(({ event }) => event);

it('lists who did what to whom, the newest first', async () => {
  const rows = await list();
  expect(rows.map(({ event }) => event)).toEqual([
    'signed-in',
    'keys-rotated',
    'signed-out',
    'signed-out',
    'signed-out',
    'role-changed',
    'signed-in',
  ]);
  expect(rows[5]).toEqual({
    id: expect.any(String),
    at: at(hour).toISOString(),
    event: 'role-changed',
    actor: { id: owner.id, name: 'Oda Owner' },
    target: { id: ada.id, name: 'Ada' },
    ...client,
    detail: { role: 'owner' },
  });
  expect(rows[1]).toMatchObject({ actor: null, target: null, address: '', device: '', detail: {} });
});

it('filters by event, by who did it or to whom, and by whole days in UTC', async () => {
  expect(await events({ event: 'signed-in' })).toHaveLength(2);
  expect(await events({ account: ada.id })).toEqual(['signed-out', 'signed-out', 'role-changed', 'signed-in']);
  expect(await events({ account: bob.id, event: 'signed-in' })).toEqual(['signed-in']);
  expect(await events({ from: '2041-05-05', to: '2041-05-05' })).toHaveLength(6);
  expect(await events({ from: '2041-05-06' })).toEqual(['signed-in']);
  expect(await events({ to: '2041-05-04' })).toEqual([]);
  expect(await events({ from: '2041-05-06', to: '2041-05-05' })).toEqual([]);
  expect(await events({ account: ada.id, from: '2041-05-06' })).toEqual([]);
});

it.each([{}, { account: 'ada' }, { event: 'signed-out' }, { from: '2041-05-05', to: '2041-05-05' }])(
  'pages through %j, each line once',
  async (given) => {
    const query = { ...given, ...('account' in given && { account: ada.id }) };
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      // The rows of this table are typed as what a query may be, not as this one's.
      const page = await owner.ok('listAudit', { query: { ...query, limit: 1, ...(cursor && { cursor }) } as never });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual((await list(query)).map(({ id }) => id));
    expect(seen.length).toBeGreaterThan(2);
  },
);

it.each([
  ['event', 'signed-up-and-away'],
  ['account', 'ada'],
  ['account', '{"$ne":null}'],
  ['from', '2041-02-30'],
  ['from', 'yesterday'],
  ['to', '2041-05-05T00:00:00Z'],
  ['cursor', 'garbage'],
  ['cursor', Buffer.from('["2041","fedcba9876543210fedcba98"]').toString('base64url')],
  ['cursor', Buffer.from('[1,"$ne"]').toString('base64url')],
  ['cursor', Buffer.from('[9e99,"fedcba9876543210fedcba98"]').toString('base64url')],
  ['limit', '101'],
])('takes no %s of %s', async (name, value) => {
  expect((await owner.call('listAudit', { query: { [name]: value } })).problem.code).toBe('bad-request');
});

it('takes the first and the last day that there are', async () => {
  expect(await events({ from: '0000-01-01', to: '9999-12-31' })).toHaveLength(7);
});

it('reads only the lines of its page, however long the log is and whatever is asked for', async () => {
  const db = app.deps.connection.getClient().db(app.deps.connection.name);
  const long = await signUp(app);
  for (let i = 0; i < 300; i += 1) {
    await recordAudit('signed-in', i % 2 ? { actor: long.id } : { actor: owner.id, target: long.id }, at(-i * minute));
  }
  const examined = async (query: Record<string, string | number>) => {
    await db.command({ profile: 2 });
    await list({ limit: 3, ...query });
    await db.command({ profile: 0 });
    const profile = db.collection('system.profile');
    const [entry] = await profile.find({ 'command.find': 'audit' }).sort({ ts: -1 }).limit(1).toArray();
    await profile.drop();
    return entry?.docsExamined;
  };
  const { nextCursor } = await owner.ok('listAudit', { query: { limit: 50 } });
  const queries = [
    {},
    { event: 'signed-in' },
    { account: long.id },
    { to: '2041-05-04' },
    { cursor: nextCursor ?? '' },
  ];
  for (const query of queries) {
    for (const each of [query, { ...query, account: long.id, event: 'signed-in' }]) {
      const count = await examined(each as Record<string, string>);
      expect(count, JSON.stringify(each)).toBeGreaterThanOrEqual(3);
      expect(count, JSON.stringify(each)).toBeLessThanOrEqual(10);
    }
  }
});

it('notes that a member asked for what is the owner’s, once an hour and member', async () => {
  const eve = await signUp(app);
  const of = async (member: Member) =>
    (await Audit.find({ event: 'access-refused', actorId: member.id }).lean()).length;
  await Promise.all(Array.from({ length: 10 }, () => eve.call('listMembers')));
  expect(await of(eve)).toBe(1);
  await eve.call('readSettings');
  expect(await of(eve)).toBe(1);
  const [line] = await list({ event: 'access-refused', account: eve.id });
  expect(line?.detail).toEqual({ asked: 'listMembers' });
  await ada.call('readHealth');
  expect(await of(ada), 'another member').toBe(1);
  app.advance(hour);
  const again = await signUp(app);
  await again.call('listMembers');
  const back = await makeOwner(again);
  await back.ok('listMembers');
  expect(await of(again)).toBe(1);
});

it('notes the same member again in another hour', async () => {
  const eve = await signUp(app);
  await eve.call('listMembers');
  for (let passed = 0; passed < 60; passed += 9) {
    app.advance(9 * minute);
    const answered = await eve.call('refreshSession');
    eve.token = answered.body.accessToken;
    eve.cookie = answered.headers['set-cookie']?.[0]?.split(';')[0];
    await eve.call('listMembers');
  }
  expect(await Audit.countDocuments({ event: 'access-refused', actorId: eve.id })).toBe(2);
});

it('is append-only: the model refuses to change or delete a line', async () => {
  const [line] = await Audit.find().lean();
  const _id = line?._id ?? null;
  for (const attempt of [
    () => Audit.updateOne({ _id }, { $set: { event: 'signed-in' } }),
    () => Audit.updateMany({}, { $set: { detail: {} } }),
    () => Audit.replaceOne({ _id }, { at: start, event: 'signed-in' }),
    () => Audit.findOneAndUpdate({ _id }, { $set: { event: 'signed-in' } }),
    () => Audit.deleteOne({ _id }),
    () => Audit.deleteMany({}),
    () => Audit.findOneAndDelete({ _id }),
  ]) {
    await expect(attempt()).rejects.toThrow(/append-only/);
  }
  expect(await Audit.findById(_id).lean()).toEqual(line);
});

it('is append-only: no code goes around the model', async () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const files = (await readdir(root, { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const around =
    /\bAudit\s*\.\s*(collection|bulkWrite|bulkSave|hydrate|db)\b|collection[^\n]*\(\s*['"`]audit['"`](?!\)\s*\.insertOne\()/;
  const guilty: string[] = [];
  for (const name of files) if (around.test(await readFile(join(root, name), 'utf8'))) guilty.push(name);
  expect(files.length).toBeGreaterThan(100);
  expect(guilty).toEqual([]);
  expect('await Audit.collection.deleteMany({})').toMatch(around);
  expect("connection.collection('audit').drop()").toMatch(around);
});
