import { beforeEach, expect, it } from 'vitest';
import { goodPassword, newEmail, signedInOf, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { lettersTo } from '../../../test/letters.js';
import { setSignUp, tokenFor } from '../../../test/links.js';
import { testDatabaseUri } from '../../../test/name-database.js';
import { day, startApp } from '../../../test/start.js';
import { AddressRequest } from '../credentials/address-requests.model.js';
import { answerAddressRequests } from '../credentials/answer-address-requests.js';
import { hashToken, newToken } from '../credentials/links.js';
import { Invitation } from '../members/invitations.model.js';
import { Account } from './accounts.model.js';

const app = await startApp({}, testDatabaseUri('-policy'));
const stranger = clientOf(app);
const another = 'a wholly different sentence 7';

beforeEach(() => setSignUp({}));

function trySignUp(body: object = {}) {
  return stranger.call('signUp', { body: { name: 'Ada Example', email: newEmail(), password: goodPassword, ...body } });
}

const answer = () => answerAddressRequests(app.deps, app.now());
const trySignIn = (email: string, password = goodPassword) => stranger.call('signIn', { body: { email, password } });
const kindsTo = async (email: string) => (await lettersTo(app, email)).map(({ kind }) => kind);

async function invite(overrides: Partial<{ email: string; uses: number; usesLeft: number; revokedAt: Date }> = {}) {
  const token = newToken();
  const uses = overrides.uses ?? 1;
  const madeBy = '0123456789abcdef01234567';
  const times = { createdAt: app.now(), expiresAt: new Date(app.now().getTime() + 7 * day) };
  await Invitation.create({ hash: hashToken(token), note: '', uses, usesLeft: uses, madeBy, ...times, ...overrides });
  return { token, usesLeft: async () => (await Invitation.findOne({ hash: hashToken(token) }).orFail()).usesLeft };
}

it('signs up and in at once where anyone may, and mails a link that confirms the address', async () => {
  const email = newEmail();
  const { status, body } = await trySignUp({ email });
  expect([status, signedInOf(body).account.isVerified]).toEqual([201, false]);
  expect(await kindsTo(email)).toEqual(['verify-email']);
});

it('lets in by invitation alone, where the owner says so', async () => {
  await setSignUp({ who: 'invited' });
  const email = newEmail();
  expect((await trySignUp({ email })).problem.code).toBe('sign-up-closed');
  expect(await Account.countDocuments({ emailKey: email })).toBe(0);
  const { token } = await invite();
  expect((await trySignUp({ email, invitation: token })).status).toBe(201);
});

it.each([
  ['one that never was', async () => 'never-was'],
  ['one that is used up', async () => (await invite({ usesLeft: 0 })).token],
  ['one that was taken back', async () => (await invite({ revokedAt: app.now() })).token],
])('takes no invitation but a good one: not %s', async (_, tokenOf) => {
  await setSignUp({ who: 'invited' });
  const email = newEmail();
  expect((await trySignUp({ email, invitation: await tokenOf() })).problem.code).toBe('link-ended');
  expect(await Account.countDocuments({ emailKey: email })).toBe(0);
});

it('takes an invitation until its time is over', async () => {
  await setSignUp({ who: 'invited' });
  const { token } = await invite({ uses: 2 });
  app.advance(7 * day - 1);
  expect((await trySignUp({ invitation: token })).status).toBe(201);
  app.advance(1);
  expect((await trySignUp({ invitation: token })).problem.code).toBe('link-ended');
});

it('lets in as many as were invited, of fifty at once', async () => {
  await setSignUp({ who: 'invited' });
  const { token, usesLeft } = await invite({ uses: 5 });
  const before = await Account.countDocuments();
  const answers = await Promise.all(Array.from({ length: 50 }, () => trySignUp({ invitation: token })));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(5);
  expect(statuses.filter((status) => status === 422)).toHaveLength(45);
  expect([await usesLeft(), await Account.countDocuments()]).toEqual([0, before + 5]);
});

it('leaves the use of an invitation to whom no account was made', async () => {
  await setSignUp({ who: 'invited' });
  const { token, usesLeft } = await invite();
  await setSignUp({});
  const ada = await signUp(app);
  await setSignUp({ who: 'invited' });
  expect((await trySignUp({ email: ada.email, invitation: token })).problem.code).toBe('email-taken');
  expect(await usesLeft()).toBe(1);
});

it('takes the address as confirmed to which the invitation was mailed, and no other', async () => {
  await setSignUp({ who: 'invited', verifiedFirst: true });
  const email = newEmail();
  const { token } = await invite({ email, uses: 2 });
  const { status, body } = await trySignUp({ email: email.toUpperCase(), invitation: token });
  expect([status, signedInOf(body).account.isVerified]).toEqual([201, true]);
  expect(await kindsTo(email.toUpperCase())).toEqual([]);
  const elsewhere = await trySignUp({ invitation: token });
  expect([elsewhere.status, elsewhere.text]).toEqual([202, '{"next":"check-mail"}']);
});

it('lets in addresses of the listed domains, and after a letter to them only', async () => {
  await setSignUp({ who: 'domains', domains: ['example.org', 'xn--bcher-kva.example'] });
  const local = newEmail().split('@')[0];
  for (const domain of ['other.org', 'mail.example.org', 'example.org.evil.com', 'notexample.org']) {
    expect((await trySignUp({ email: `${local}@${domain}` })).problem.code, domain).toBe('sign-up-closed');
  }
  for (const domain of ['EXAMPLE.org', 'bücher.example']) {
    const email = `${local}@${domain}`;
    expect((await trySignUp({ email })).status, domain).toBe(202);
    const token = await tokenFor(app, email, 'verify-email');
    expect((await trySignIn(email)).problem.code).toBe('email-unverified');
    await stranger.ok('verifyEmail', { body: { token, password: goodPassword } });
    expect((await trySignIn(email)).status).toBe(201);
  }
  const { token } = await invite();
  expect((await trySignUp({ email: `${local}@other.org`, invitation: token })).status).toBe(202);
});

it('answers alike for a known and an unknown address, where addresses are confirmed first', async () => {
  const known = await signUp(app);
  await setSignUp({ verifiedFirst: true });
  await answer();
  const waiting = newEmail();
  await trySignUp({ email: waiting });
  await answer();
  const accounts = await Account.countDocuments();
  const answers: unknown[] = [];
  for (const email of [known.email, newEmail(), waiting]) {
    const { status, text, headers } = await trySignUp({ email });
    const { 'x-request-id': _id, date: _date, ...rest } = headers;
    expect(rest['set-cookie']).toBeUndefined();
    answers.push({ status, text, rest });
  }
  expect(answers[0]).toMatchObject({ status: 202, text: '{"next":"check-mail"}' });
  expect(answers).toEqual(answers.map(() => answers[0]));
  expect([await Account.countDocuments(), await AddressRequest.countDocuments()]).toEqual([accounts, 3]);
  await answer();
  expect(await Account.countDocuments()).toBe(accounts + 1);
  expect(await kindsTo(known.email)).toEqual(['verify-email', 'have-account']);
  await setSignUp({});
  expect((await signInAgain(known)).account.name).toBe(known.account.name);
});

it('takes who signs up again, before the address was confirmed, at the newest word', async () => {
  await setSignUp({ verifiedFirst: true });
  const email = newEmail();
  await trySignUp({ email, name: 'A Stranger' });
  const first = await tokenFor(app, email, 'verify-email');
  await trySignUp({ email, name: 'Ada Herself', password: another });
  const second = await tokenFor(app, email, 'verify-email');
  const verify = (token: string, password: string) => stranger.call('verifyEmail', { body: { token, password } });
  expect((await verify(first, goodPassword)).problem.code).toBe('link-ended');
  expect((await verify(second, goodPassword)).problem.code).toBe('wrong-credentials');
  expect((await verify(second, another)).status).toBe(204);
  expect((await trySignIn(email, goodPassword)).problem.code).toBe('wrong-credentials');
  expect((await trySignIn(email, another)).body.account.name).toBe('Ada Herself');
});

it('leaves a member who came in before their address was confirmed as they are', async () => {
  const ada = await signUp(app);
  await setSignUp({ verifiedFirst: true });
  await trySignUp({ email: ada.email, name: 'A Stranger', password: another });
  await answer();
  expect((await ada.ok('readMe')).name).toBe(ada.account.name);
  expect((await trySignIn(ada.email, another)).problem.code).toBe('wrong-credentials');
});

it('takes who came in meanwhile, since the owner asked for less, as a member like any other', async () => {
  await setSignUp({ verifiedFirst: true });
  const email = newEmail();
  await trySignUp({ email });
  const token = await tokenFor(app, email, 'verify-email');
  await setSignUp({});
  expect((await trySignIn(email)).status).toBe(201);
  await setSignUp({ verifiedFirst: true });
  await trySignUp({ email, password: another });
  await answer();
  expect((await trySignIn(email, another)).problem.code).toBe('wrong-credentials');
  expect((await stranger.call('verifyEmail', { body: { token } })).status, 'no password is asked for').toBe(204);
});

it('makes one account of ten sign-ups at once with one address, by several processes', async () => {
  await setSignUp({ verifiedFirst: true });
  const email = newEmail();
  const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await trySignUp({ email })).status));
  expect(new Set(statuses)).toEqual(new Set([202]));
  await Promise.all([answer(), answer(), answer()]);
  expect(await Account.countDocuments({ emailKey: email })).toBe(1);
  const token = await tokenFor(app, email, 'verify-email');
  await stranger.ok('verifyEmail', { body: { token, password: goodPassword } });
  expect((await trySignIn(email)).status).toBe(201);
});

it('gives two of one name that wait two handles', async () => {
  await setSignUp({ verifiedFirst: true });
  const emails = [newEmail(), newEmail()];
  await Promise.all(emails.map((email) => trySignUp({ email, name: 'Twin Of Waiting' })));
  await answer();
  const handles = await Account.distinct('handle', { name: 'Twin Of Waiting' });
  expect(handles).toHaveLength(2);
});

it('still refuses at once what cannot be taken', async () => {
  await setSignUp({ verifiedFirst: true });
  const { problem } = await trySignUp({ password: 'password123' });
  expect([problem.code, problem.errors?.[0]?.path]).toEqual(['invalid', 'password']);
});

it('lets nobody wait for a letter that cannot be sent', async () => {
  await setSignUp({ verifiedFirst: true });
  app.deps.env.isLoopback = false;
  const { problem } = await trySignUp();
  app.deps.env.isLoopback = true;
  expect(problem.code).toBe('sign-up-closed');
});
