import { afterAll, expect, it } from 'vitest';
import { cookieOf, newEmail, signUp } from '../../../test/build.js';
import { comeIn, settingsFor, Traveller } from '../../../test/by-provider.js';
import { clientOf } from '../../../test/client.js';
import { lettersTo } from '../../../test/letters.js';
import { type Claims, startOidc } from '../../../test/oidc.js';
import { startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { Session } from '../accounts/sessions.model.js';
import { Audit } from '../instance/audit.model.js';
import { Identity } from './identities.model.js';

const oidc = await startOidc();
afterAll(() => oidc.stop());
const app = await startApp({ providers: settingsFor(oidc) });
oidc.serve(`${app.address}/sign-in/callback/oidc`);

it('makes an account of what the provider says, without a password, and signs in', async () => {
  const email = newEmail();
  const subject = `subject of ${email}`;
  oidc.people.set(subject, { name: ' Grace\u202e Hopper ', email, email_verified: true, preferred_username: 'grace' });
  const headers = { 'time-zone': 'America/New_York' };
  const answered = await new Traveller(app).travel({ as: subject }, { next: '/projects?sort=new#top' }, { headers });
  expect(answered.status).toBe(200);
  expect(answered.body).toMatchObject({ purpose: 'sign-in', next: '/projects?sort=new#top' });
  const { signedIn } = answered.body;
  expect(signedIn?.account).toMatchObject({
    ...{ name: 'Grace  Hopper', email, timeZone: 'America/New_York', role: 'member' },
    ...{ isVerified: true, hasPassword: false },
  });
  const client = clientOf(app, signedIn?.accessToken, cookieOf(answered.headers['set-cookie']));
  expect((await client.ok('readMe')).email).toBe(email);
  expect((await client.ok('refreshSession')).accessToken).toBeTruthy();
  const { items } = await client.ok('listIdentities');
  expect(items).toEqual([
    {
      id: expect.any(String),
      provider: 'oidc',
      providerName: 'School',
      label: email,
      linkedAt: app.now().toISOString(),
    },
  ]);
  const event = await Audit.findOne({ event: 'signed-up', actorId: signedIn?.account.id ?? '' }).lean();
  expect(event).not.toBeNull();
});

it('knows the same person again, by what the provider never gives to another', async () => {
  const subject = newEmail();
  const first = await comeIn(app, subject);
  // Name and address may change there; neither is what they are known by, nor what changes here.
  oidc.people.set(subject, { name: 'Another Name', email: newEmail(), email_verified: true });
  const again = await comeIn(app, subject);
  expect(again.account).toMatchObject({ id: first.id, name: first.account.name, email: subject });
  expect((await comeIn(app, newEmail())).id).not.toBe(first.id);
});

it('signs in for the browser session alone where that was asked for', async () => {
  const subject = newEmail();
  const stays = await new Traveller(app).travel({ as: subject }, { staySignedIn: true });
  const passes = await new Traveller(app).travel({ as: subject }, { staySignedIn: false });
  expect(stays.headers['set-cookie']?.[0]).toContain('Expires=');
  expect(passes.headers['set-cookie']?.[0]).not.toContain('Expires=');
});

it('never takes an account for theirs by its address', async () => {
  const member = await signUp(app);
  oidc.people.set('somebody', { name: 'Ada', email: member.email.toUpperCase(), email_verified: true });
  const before = await Account.countDocuments();
  const { problem } = await new Traveller(app).travel({ as: 'somebody' });
  expect(problem.code).toBe('identity-not-linked');
  expect(problem.detail).toContain('School');
  expect(await Identity.countDocuments({ subject: 'somebody' })).toBe(0);
  expect(await Account.countDocuments()).toBe(before);
});

it('mails a link to an address that the provider has not confirmed', async () => {
  const email = newEmail();
  oidc.people.set('unconfirmed', { name: 'Uma', email, email_verified: 'true' });
  const { signedIn } = (await new Traveller(app).travel({ as: 'unconfirmed' })).body;
  expect(signedIn?.account).toMatchObject({ email, isVerified: false });
  expect((await lettersTo(app, email)).map(({ kind }) => kind)).toEqual(['verify-email']);
  // Once the provider vouches for it, it is confirmed; for another address that says nothing.
  oidc.people.set('unconfirmed', { name: 'Uma', email: newEmail(), email_verified: true });
  expect((await new Traveller(app).travel({ as: 'unconfirmed' })).body.signedIn?.account.isVerified).toBe(false);
  oidc.people.set('unconfirmed', { name: 'Uma', email, email_verified: true });
  expect((await new Traveller(app).travel({ as: 'unconfirmed' })).body.signedIn?.account.isVerified).toBe(true);
});

it.each<[string, Claims]>([
  ['no address', { name: 'Nobody' }],
  ['an address that is none', { name: 'Nobody', email: 'nobody', email_verified: true }],
  ['an address that is no text', { name: 'Nobody', email: { $gt: '' }, email_verified: true }],
])('says so where the provider tells %s', async (what, claims) => {
  oidc.people.set(`has ${what}`, claims);
  const { problem } = await new Traveller(app).travel({ as: `has ${what}` });
  expect(problem.code).toBe('bad-request');
  expect(problem.detail).toMatch(/School tells no address/);
});

it.each([
  ['no name', {}, 'm0'],
  ['only a user name', { preferred_username: 'gracie' }, 'gracie'],
  ['a name of spaces', { name: '   ' }, 'm0'],
  ['a name that is far too long', { name: 'x'.repeat(500) }, 'x'.repeat(80)],
])('finds a name where the provider has %s', async (what, claims, name) => {
  const email = newEmail();
  oidc.people.set(`${what} ${email}`, { ...claims, email, email_verified: true });
  const { signedIn } = (await new Traveller(app).travel({ as: `${what} ${email}` })).body;
  expect(signedIn?.account.name).toBe(name === 'm0' ? email.split('@')[0] : name);
});

it('makes one account of ten first sign-ins at once', async () => {
  const email = newEmail();
  const travellers = Array.from({ length: 10 }, () => new Traveller(app));
  const queries = await Promise.all(
    travellers.map(async (each) => each.go((await each.start()).body.url, { as: email })),
  );
  const answers = await Promise.all(travellers.map((each, i) => each.finish(queries[i] ?? '')));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(new Set(answers.map(({ body }) => body.signedIn?.account.id)).size).toBe(1);
  expect(await Account.countDocuments({ emailKey: email })).toBe(1);
  expect(await Identity.countDocuments({ subject: email })).toBe(1);
});

it('lets nobody in whose account is disabled, or waits to be erased', async () => {
  const disabled = await comeIn(app, newEmail());
  await Account.updateOne({ _id: disabled.id }, { $set: { disabledAt: app.now() } });
  expect((await new Traveller(app).travel({ as: disabled.email })).problem.code).toBe('account-disabled');
  await Account.updateOne({ _id: disabled.id }, { $unset: { disabledAt: 1 } });
  expect((await new Traveller(app).travel({ as: disabled.email })).status).toBe(200);
  const leaving = await comeIn(app, newEmail());
  await leaving.ok('deleteMe');
  const { problem } = await new Traveller(app).travel({ as: leaving.email });
  expect(problem.code).toBe('account-disabled');
  expect(await Session.countDocuments({ accountId: leaving.id })).toBe(0);
  const refusals = await Audit.find({ event: 'sign-in-refused' }).sort({ _id: 1 }).lean();
  expect(refusals.map(({ actorId, detail }) => [String(actorId), detail])).toEqual([
    [disabled.id, { by: 'oidc', reason: 'disabled' }],
    [leaving.id, { by: 'oidc', reason: 'deleted' }],
  ]);
});
