import { expect, it } from 'vitest';
import { goodPassword, newEmail, signedInOf, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { startApp } from '../../../test/start.js';
import { Account } from './accounts.model.js';

const app = await startApp();
const stranger = clientOf(app);

function trySignUp(body: object) {
  return stranger.call('signUp', { body: { name: 'Ada Example', email: newEmail(), password: goodPassword, ...body } });
}

async function issuesOf(body: object): Promise<string[]> {
  const { problem } = await trySignUp(body);
  expect(problem.code).toBe('invalid');
  return [...new Set(problem.errors?.map(({ path }) => path))];
}

it('makes an account and signs in: 201, token, cookie, and what the account is', async () => {
  const email = newEmail().replace('m', 'M');
  const answered = await trySignUp({ name: '  Ada Lovelace ', email, timeZone: 'Europe/Berlin' });
  expect(answered.status).toBe(201);
  const { account, accessToken, expiresIn } = signedInOf(answered.body);
  expect(account).toMatchObject({ name: 'Ada Lovelace', email, timeZone: 'Europe/Berlin', role: 'member', version: 1 });
  expect(account.handle).toMatch(/^ada-lovelace/);
  expect(expiresIn).toBe(600);
  expect(answered.headers['set-cookie']?.map((cookie) => cookie.split('=')[0])).toEqual(['waymark', 'waymark-device']);
  expect((await clientOf(app, accessToken).ok('readMe')).id).toBe(account.id);
});

it('takes UTC where no zone is said, and makes a handle of any name', async () => {
  for (const name of ['Ünï Çödé', '路', 'A', '---', 'x'.repeat(80), 'admin']) {
    const { account } = signedInOf((await trySignUp({ name })).body);
    expect(account.timeZone).toBe('UTC');
    expect(account.handle).toMatch(/^[a-z0-9][a-z0-9-]{1,28}[a-z0-9]$/);
  }
});

it('gives two of one name two handles', async () => {
  const [one, two] = await Promise.all([signUp(app, { name: 'Twin Name' }), signUp(app, { name: 'Twin Name' })]);
  expect(one.account.handle).not.toBe(two.account.handle);
});

it.each([
  ['7 characters', { password: 'a1!b2?c' }, 'password'],
  ['129 characters', { password: `${'aB3!'.repeat(32)}x` }, 'password'],
  ['a common one', { password: 'password123' }, 'password'],
  ['a common one in capitals', { password: 'PASSWORD123' }, 'password'],
  ['the name', { name: 'Maximilian', password: 'Maximilian1' }, 'password'],
  ['the e-mail address', { email: `hopper.grace.${newEmail()}`, password: 'gracehopper-1' }, 'password'],
  ['no address', { email: 'nobody' }, 'email'],
  ['two @', { email: 'a@b@example.org' }, 'email'],
  ['a space', { email: 'a b@example.org' }, 'email'],
  ['no domain', { email: 'a@' }, 'email'],
  ['a domain that is none', { email: 'a@exa_mple.org' }, 'email'],
  ['no printable ASCII before the @', { email: 'é@example.org' }, 'email'],
  ['an address of 255', { email: `${'a'.repeat(60)}@${'b'.repeat(190)}.org` }, 'email'],
  ['an empty name', { name: '   ' }, 'name'],
  ['a name of 81', { name: 'x'.repeat(81) }, 'name'],
  ['a name that runs the other way', { name: 'Ada\u202egro' }, 'name'],
  ['an unknown zone', { timeZone: 'Mars/Base' }, 'timeZone'],
  ['a role', { role: 'owner' }, 'role'],
])('refuses %s', async (_, body, path) => {
  expect(await issuesOf(body)).toEqual([path]);
});

it.each([
  ['8 characters', 'k7!vQ2?z'],
  ['128 characters', 'aB3!'.repeat(32)],
  ['spaces around it', '  two  spaces  '],
  ['a NUL in it', 'before\u0000after-it'],
  ['any script', '密碼は長いです🔑🔑'],
  ['the name, with enough beside it', 'Ada Example and seven others'],
])('takes a password of %s, and only that one', async (_, password) => {
  const email = newEmail();
  expect((await trySignUp({ email, password })).status).toBe(201);
  expect((await stranger.call('signIn', { body: { email, password } })).status).toBe(201);
  for (const other of [
    `${password} `,
    password.trim() === password ? ` ${password}` : password.trim(),
    password.slice(0, -1),
  ]) {
    expect((await stranger.call('signIn', { body: { email, password: other } })).status).toBe(401);
  }
});

it('knows an address again by case and punycode, and by nothing else', async () => {
  const [local] = newEmail().split('@');
  await signUp(app, { email: `${local}@bücher.example` });
  for (const same of [
    `${local}@BÜCHER.example`,
    `${local?.toUpperCase()}@xn--bcher-kva.example`,
    `${local}@xn--bcher-kva.example.`,
  ]) {
    expect((await trySignUp({ email: same })).problem.code, same).toBe('email-taken');
    const signedIn = await stranger.call('signIn', { body: { email: same, password: goodPassword } });
    expect(signedIn.status, same).toBe(201);
  }
  for (const another of [
    `${local}+tag@bücher.example`,
    `${local?.slice(0, 3)}.${local?.slice(3)}@bücher.example`,
    `${local}@bucher.example`,
  ]) {
    expect((await trySignUp({ email: another })).status, another).toBe(201);
  }
});

it('lets exactly one of ten at once have an address', async () => {
  const email = newEmail();
  const statuses = await Promise.all(
    Array.from(
      { length: 10 },
      async (_, i) => (await trySignUp({ email: i % 2 ? email.toUpperCase() : email })).status,
    ),
  );
  expect(statuses.toSorted()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  expect(await Account.countDocuments({ emailKey: email })).toBe(1);
});

it('stores no password, and shows no hash', async () => {
  const member = await signUp(app, { password: 'only once in this test 77' });
  const stored = JSON.stringify(await Account.findById(member.id).lean());
  expect(stored).not.toContain('only once');
  expect(stored).toMatch(/"passwordHash":"\$2b\$04\$/);
  expect((await member.call('readMe')).text).not.toContain('$2b$');
  expect(app.logged()).not.toContain('only once');
});
