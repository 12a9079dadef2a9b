import { scopes } from '@waymark/contract';
import { expect, it } from 'vitest';
import { type Member, renew, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { lettersTo, letterTo } from '../../../test/letters.js';
import { day, minute, second, startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { eraseAccounts } from '../accounts/erase-accounts.js';
import { Audit } from '../instance/audit.model.js';
import { AccessToken } from './access-tokens.model.js';

const app = await startApp();

function make(member: Member, overrides: Record<string, unknown> = {}) {
  return member.call('createAccessToken', {
    body: { name: 'Laptop', scopes: ['profile:read'], expiresInDays: 30, ...overrides },
  });
}

async function made(member: Member, overrides: Record<string, unknown> = {}) {
  const { token, row } = (await make(member, overrides)).body;
  return { ...row, token, client: clientOf(app, token) };
}

const read = (token: string) => clientOf(app, token).call('readMe');

it('is shown once, and stored as a hash alone', async () => {
  const ada = await signUp(app);
  const { token, ...row } = await made(ada, { scopes: ['projects:write', 'profile:read', 'projects:write'] });
  expect(token).toMatch(/^waymark_[\w-]{43}$/);
  expect(row).toMatchObject({
    name: 'Laptop',
    scopes: ['profile:read', 'projects:write'],
    createdAt: app.now().toISOString(),
    expiresAt: new Date(app.now().getTime() + 30 * day).toISOString(),
    lastUsedAt: null,
  });
  const { client: _, ...listed } = row;
  const answered = await ada.call('listAccessTokens');
  expect(answered.body).toEqual({ items: [listed], nextCursor: null });
  expect(answered.text).not.toContain(token.slice(8));
  const stored = JSON.stringify(await AccessToken.find({ accountId: ada.id }).lean());
  expect(stored).not.toContain(token.slice(8, 30));
  expect((await made(ada)).token).not.toBe(token);
});

it('lets its holder in, and nobody else', async () => {
  const [ada, bob] = await Promise.all([signUp(app), signUp(app)]);
  const [hers, his] = await Promise.all([made(ada), made(bob)]);
  expect((await read(hers.token)).body.id).toBe(ada.id);
  expect((await read(his.token)).body.id).toBe(bob.id);
});

it('says by mail that there is a new one, without it, and in the audit log', async () => {
  const ada = await signUp(app);
  const { token, id } = await made(ada, { name: 'My script' });
  const letter = await letterTo(app, ada.email, 'access-token-made');
  expect(letter.text).toContain('My script');
  expect(letter.text).toContain(`${app.address}/settings#access-tokens`);
  expect(letter.text + letter.html).not.toContain(token.slice(8));
  await ada.ok('endAccessToken', { params: { id } });
  const events = await Audit.find({ actorId: ada.id }).sort({ _id: 1 }).lean();
  const told = events.filter(({ event }) => event.startsWith('access-token'));
  expect(told.map(({ event, detail }) => [event, detail])).toEqual([
    ['access-token-made', { scopes: 'profile:read' }],
    ['access-token-ended', { scopes: 'profile:read' }],
  ]);
});

it('is ended by its member alone, at the next request', async () => {
  const [ada, bob] = await Promise.all([signUp(app), signUp(app)]);
  const [one, two] = [await made(ada), await made(ada, { name: 'Phone' })];
  await read(one.token);
  expect((await bob.call('endAccessToken', { params: { id: one.id } })).problem.code).toBe('not-found');
  expect((await read(one.token)).status).toBe(200);
  await ada.ok('endAccessToken', { params: { id: one.id } });
  expect((await read(one.token)).problem.code).toBe('not-signed-in');
  expect((await read(two.token)).status).toBe(200);
  expect((await ada.call('endAccessToken', { params: { id: one.id } })).problem.code).toBe('not-found');
  expect((await ada.ok('listAccessTokens')).items.map(({ id }) => id)).toEqual([two.id]);
});

it('ends by itself after its days, to the second', async () => {
  const ada = await signUp(app);
  const { token, id } = await made(ada, { expiresInDays: 1 });
  const longer = await made(ada, { expiresInDays: 366 });
  app.advance(day - second);
  expect((await read(token)).status).toBe(200);
  app.advance(second);
  expect((await read(token)).problem.code).toBe('not-signed-in');
  expect((await read(longer.token)).status).toBe(200);
  const again = await signInAgain(ada);
  expect((await again.ok('listAccessTokens')).items.map((row) => row.id)).toEqual([longer.id]);
  expect((await again.call('endAccessToken', { params: { id } })).status).toBe(404);
});

it('goes with its member: not while disabled, not once leaving, erased with the rest', async () => {
  const [ada, bob] = await Promise.all([signUp(app), signUp(app)]);
  const [hers, his] = await Promise.all([made(ada), made(bob)]);
  await Account.updateOne({ _id: ada.id }, { $set: { disabledAt: app.now() } });
  expect((await read(hers.token)).problem.code).toBe('not-signed-in');
  await Account.updateOne({ _id: ada.id }, { $unset: { disabledAt: 1 } });
  expect((await read(hers.token)).status, 'nothing is lost').toBe(200);
  await ada.ok('deleteMe');
  expect((await read(hers.token)).problem.code).toBe('not-signed-in');
  app.advance(8 * day);
  await eraseAccounts(app.now());
  expect(await AccessToken.countDocuments({ accountId: ada.id })).toBe(0);
  expect((await read(his.token)).status).toBe(200);
});

it('outlives sign-out: it is no session', async () => {
  const ada = await signUp(app);
  const { token, client } = await made(ada);
  await ada.ok('endSessions', { query: { also: 'here' } });
  expect((await read(token)).status).toBe(200);
  expect((await client.call('signOut')).problem.code, 'and ends none').toBe('not-signed-in');
  expect((await read(token)).status).toBe(200);
});

it('wants the password of the last ten minutes, and is made by no other token', async () => {
  const ada = await signUp(app);
  const { client } = await made(ada, { scopes: [...scopes] });
  const body = { name: 'More', scopes: [...scopes], expiresInDays: 366 };
  expect((await client.call('createAccessToken', { body })).problem.code).toBe('not-allowed');
  expect((await client.call('listAccessTokens')).problem.code).toBe('not-allowed');
  app.advance(10 * minute);
  await renew(ada);
  expect((await make(ada)).problem.code).toBe('step-up-required');
  await ada.ok('stepUp', { body: { password: ada.password } });
  expect((await make(ada)).status).toBe(201);
});

it('is one of twenty at most; those that ended do not count', async () => {
  const ada = await signUp(app);
  for (let i = 0; i < 14; i += 1) await made(ada, { name: `Script ${i}` });
  const short = await made(ada, { expiresInDays: 1 });
  const answers = await Promise.all(Array.from({ length: 12 }, () => make(ada)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([
    ...Array.from({ length: 5 }, () => 201),
    ...Array.from({ length: 7 }, () => 409),
  ]);
  expect(answers.find(({ status }) => status === 409)?.problem).toMatchObject({
    code: 'conflict',
    detail: expect.stringContaining('20'),
  });
  expect(await AccessToken.countDocuments({ accountId: ada.id })).toBe(20);
  expect((await lettersTo(app, ada.email)).filter(({ kind }) => kind === 'access-token-made')).toHaveLength(20);
  await ada.ok('endAccessToken', { params: { id: short.id } });
  expect((await make(ada, { expiresInDays: 1 })).status).toBe(201);
  expect((await make(ada)).status).toBe(409);
  app.advance(day);
  expect((await make(await signInAgain(ada))).status).toBe(201);
});

it('is listed newest first, in pages', async () => {
  const ada = await signUp(app);
  const ids: string[] = [];
  for (let i = 0; i < 5; i += 1) ids.unshift((await made(ada, { name: `Script ${i}` })).id);
  const found: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await ada.ok('listAccessTokens', { query: { limit: 2, ...(cursor && { cursor }) } });
    found.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(found).toEqual(ids);
});

it('says when it was used last, to the minute, without a write for each request', async () => {
  const ada = await signUp(app);
  const { token } = await made(ada);
  let writes = 0;
  const watch = app.deps.connection.collection('accesstokens').watch();
  watch.on('change', () => {
    writes += 1;
  });
  await Promise.all(Array.from({ length: 10 }, () => read(token)));
  const first = app.now();
  const lastUsed = async () => (await ada.ok('listAccessTokens')).items[0]?.lastUsedAt;
  expect(await lastUsed()).toBe(first.toISOString());
  app.advance(minute - second);
  const asked: string[] = [];
  app.deps.connection.set('debug', (collection: string, method: string) => asked.push(`${collection}.${method}`));
  await read(token);
  app.deps.connection.set('debug', false);
  expect(asked).toContain('accesstokens.findOne');
  expect(asked).not.toContain('accesstokens.updateOne');
  expect(await lastUsed()).toBe(first.toISOString());
  app.advance(second);
  await read(token);
  expect(await lastUsed()).toBe(app.now().toISOString());
  // What was written before this one has been told before it.
  await made(ada);
  await expect.poll(() => writes).toBe(3);
  await watch.close();
});

it.each([
  [{ name: '' }, 'name'],
  [{ name: 'x'.repeat(81) }, 'name'],
  [{ scopes: [] }, 'scopes'],
  [{ scopes: ['everything'] }, 'scopes.0'],
  [{ scopes: Array.from({ length: 8 }, () => 'profile:read') }, 'scopes'],
  [{ expiresInDays: 0 }, 'expiresInDays'],
  [{ expiresInDays: 367 }, 'expiresInDays'],
  [{ expiresInDays: 1.5 }, 'expiresInDays'],
  [{ token: `waymark_${'a'.repeat(43)}` }, 'token'],
])('is not made of %j', async (overrides, path) => {
  const { problem } = await make(await signUp(app), overrides);
  expect(problem.code).toBe('invalid');
  expect(problem.errors?.map((issue) => issue.path)).toContain(path);
});

it('is in the export by name and dates, never itself or its hash', async () => {
  const ada = await signUp(app);
  const { token, client: _, ...row } = await made(ada, { name: 'My script' });
  const { text } = await ada.call('exportMe');
  expect((JSON.parse(text) as { accessTokens: unknown }).accessTokens).toEqual([row]);
  const hash = (await AccessToken.findById(row.id).lean())?.hash ?? '';
  for (const secret of [token, token.slice(8), hash]) expect(text).not.toContain(secret);
});

it('is never in the log', async () => {
  const ada = await signUp(app);
  const { token } = await made(ada);
  await read(token);
  await read(`${token.slice(0, -1)}!`);
  expect(app.logged()).not.toContain(token.slice(8, 40));
});
