import { beforeAll, expect, it } from 'vitest';
import { type Member, makeOwner, renew, signInAgain, signUp } from '../../../test/build.js';
import { day, minute, startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';

const app = await startApp();
let owner: Member;
const people: Record<string, Member> = {};

beforeAll(async () => {
  await Account.deleteMany({});
  owner = await makeOwner(await signUp(app, { name: 'Oda Owner', email: 'oda@owners.example' }));
  for (const [name, email] of [
    ['Ada Lovelace', 'ada@example.org'],
    ['Zoë Ångström', 'zoe@example.org'],
    ['adam smith', 'ad.am@Other.Example'],
    ['Ada Lovelace', 'second.ada@example.org'],
    ['Bob.* $gt {"a":1}', 'bob+tag@example.org'],
  ] as const) {
    people[email] = await signUp(app, { name, email });
  }
});

const find = async (query: Record<string, string | number>) =>
  (await owner.ok('listMembers', { query })).items.map(({ email }) => email);

it('lists the members by name, with nothing of what they learn', async () => {
  const { items, nextCursor } = await owner.ok('listMembers');
  expect(nextCursor).toBeNull();
  expect(items.map(({ name }) => name)).toEqual([
    'Ada Lovelace',
    'Ada Lovelace',
    'Bob.* $gt {"a":1}',
    'Oda Owner',
    'Zoë Ångström',
    'adam smith',
  ]);
  expect(items[3]).toEqual({
    id: owner.id,
    name: 'Oda Owner',
    handle: 'oda-owner',
    email: 'oda@owners.example',
    role: 'owner',
    isVerified: false,
    hasTwoFactor: false,
    createdAt: owner.account.createdAt,
    lastUsedAt: owner.account.createdAt,
    disabledAt: null,
    eraseAfter: null,
  });
});

it.each([
  ['ada', ['ada@example.org', 'second.ada@example.org', 'ad.am@Other.Example']],
  ['ADA L', ['ada@example.org', 'second.ada@example.org']],
  ['lovel', ['ada@example.org', 'second.ada@example.org']],
  ['smith', ['ad.am@Other.Example']],
  ['angstrom', ['zoe@example.org']],
  ['ÅNG', ['zoe@example.org']],
  ['zoe', ['zoe@example.org']],
  ['ad.am@other', ['ad.am@Other.Example']],
  ['oda-ow', ['oda@owners.example']],
  ['second.', ['second.ada@example.org']],
  ['  ada  ', ['ada@example.org', 'second.ada@example.org', 'ad.am@Other.Example']],
  ['bob.*', ['bob+tag@example.org']],
  ['bob+', ['bob+tag@example.org']],
  ['$gt', ['bob+tag@example.org']],
  ['{"a":', ['bob+tag@example.org']],
  // Not the middle, not a pattern, not an operator.
  ['elace', []],
  ['.*', []],
  ['^ada', []],
  ['a.a', []],
  ['[a-z]+', []],
  ['(a+)+$', []],
  ['{"$gt":""}', []],
  ['\\', []],
  ['\u{10ffff}', []],
  ['\u0000', []],
  ['x'.repeat(100), []],
])('finds by the beginning of a name, a word, a handle or an address: %s', async (q, expected) => {
  expect((await find({ q })).toSorted()).toEqual(expected.toSorted());
});

it('finds by all where nothing is asked for', async () => {
  for (const q of ['', '   ', '\u0301']) expect(await find({ q })).toHaveLength(6);
});

it('pages by name and id, each member once, also with others of the same name', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await owner.ok('listMembers', { query: { limit: 1, ...(cursor && { cursor }) } });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual((await owner.ok('listMembers')).items.map(({ id }) => id));
  expect(new Set(seen).size).toBe(6);
  const first = await owner.ok('listMembers', { query: { q: 'ada', limit: 2 } });
  const rest = await owner.ok('listMembers', { query: { q: 'ada', limit: 2, cursor: first.nextCursor ?? '' } });
  expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual([
    'Ada Lovelace',
    'Ada Lovelace',
    'adam smith',
  ]);
});

it.each([
  ['cursor', 'garbage'],
  ['cursor', Buffer.from('["a"]').toString('base64url')],
  ['cursor', Buffer.from('["a","b"]').toString('base64url')],
  ['cursor', Buffer.from('[1,"fedcba9876543210fedcba98"]').toString('base64url')],
  ['cursor', Buffer.from('[{"$gt":""},"fedcba9876543210fedcba98"]').toString('base64url')],
  ['cursor', 'x'.repeat(513)],
  ['limit', '0'],
  ['limit', '101'],
  ['limit', '1e9'],
  ['q', 'x'.repeat(101)],
  ['role', 'admin'],
  ['state', 'gone'],
  ['q[$gt]', ''],
  ['sort', 'email'],
])('takes no %s of %s', async (name, value) => {
  expect((await owner.call('listMembers', { query: { [name]: value } })).problem.code).toBe('bad-request');
});

it('filters by role and by state', async () => {
  const [ada, zoe, bob] = ['ada@example.org', 'zoe@example.org', 'bob+tag@example.org'].map((email) => people[email]);
  if (!ada || !zoe || !bob) throw new Error('somebody is missing');
  await Account.updateOne({ _id: ada.id }, { $set: { verifiedAt: app.now() } });
  await owner.ok('changeMember', { params: { id: bob.id }, body: { disabled: true } });
  await zoe.ok('deleteMe');
  expect(await find({ role: 'owner' })).toEqual(['oda@owners.example']);
  expect(await find({ role: 'member', q: 'ada' })).toHaveLength(3);
  expect(await find({ state: 'disabled' })).toEqual(['bob+tag@example.org']);
  expect(await find({ state: 'leaving' })).toEqual(['zoe@example.org']);
  expect(await find({ state: 'active' })).toEqual([
    'ada@example.org',
    'second.ada@example.org',
    'oda@owners.example',
    'ad.am@Other.Example',
  ]);
  expect(await find({ state: 'unverified' })).not.toContain('ada@example.org');
  expect(await find({ state: 'unverified' })).toHaveLength(3);
  const rows = (await owner.ok('listMembers')).items;
  expect(rows.filter(({ isVerified }) => isVerified).map(({ id }) => id)).toEqual([ada.id]);
  expect(rows.find(({ id }) => id === bob.id)).toMatchObject({ lastUsedAt: null, disabledAt: app.now().toISOString() });
  const left = rows.find(({ id }) => id === zoe.id);
  expect(left?.eraseAfter).toBe(new Date(app.now().getTime() + 7 * day).toISOString());
});

it('says when somebody was last here, by the sessions that still are', async () => {
  const [ada] = (await owner.ok('listMembers', { query: { q: 'ada@example.org' } })).items;
  const member = people['ada@example.org'];
  if (!ada || !member) throw new Error('Ada is missing');
  app.advance(minute);
  await renew(member);
  const read = () => owner.ok('readMember', { params: { id: ada.id } });
  expect((await read()).lastUsedAt).toBe(app.now().toISOString());
  await owner.ok('endMemberSessions', { params: { id: ada.id } });
  expect(await read()).toEqual({ ...ada, isVerified: true, lastUsedAt: null });
  // The sessions of the others are still stored, but nobody has used them for longer than they live.
  app.advance(15 * day);
  const back = await signInAgain(owner);
  const { items } = await back.ok('listMembers');
  expect(items.filter(({ lastUsedAt }) => lastUsedAt !== null).map(({ id }) => id)).toEqual([owner.id]);
});
