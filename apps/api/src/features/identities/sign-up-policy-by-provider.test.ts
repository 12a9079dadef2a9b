import { afterAll, afterEach, expect, it } from 'vitest';
import { makeOwner, newEmail, signUp } from '../../../test/build.js';
import { settingsFor, Traveller } from '../../../test/by-provider.js';
import { letterTo } from '../../../test/letters.js';
import { setSignUp } from '../../../test/links.js';
import { testDatabaseUri } from '../../../test/name-database.js';
import { startOidc } from '../../../test/oidc.js';
import { startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { Identity } from './identities.model.js';

const oidc = await startOidc();
afterAll(() => oidc.stop());
// The policy is the instance's: a database of its own.
const app = await startApp({ providers: settingsFor(oidc) }, testDatabaseUri('-policy'));
oidc.serve(`${app.address}/sign-in/callback/oidc`);
const owner = await makeOwner(await signUp(app));
afterEach(() => setSignUp({}));

/** Somebody with this address at the provider, confirmed there or not. */
function person(email: string, isConfirmed = true): string {
  oidc.people.set(`${email} ${isConfirmed}`, { name: 'Ines', email, email_verified: isConfirmed });
  return `${email} ${isConfirmed}`;
}

async function come(as: string, invitation?: string) {
  return new Traveller(app).travel({ as }, { ...(invitation !== undefined && { invitation }) });
}

async function expectNobody(as: string): Promise<void> {
  expect(await Identity.countDocuments({ subject: as })).toBe(0);
}

async function invite(body: { email?: string; uses?: number } = {}): Promise<string> {
  const { url: shown } = await owner.ok('createInvitation', { body });
  const url = shown ?? (await letterTo(app, body.email ?? '', 'invitation')).url;
  return url.slice(url.lastIndexOf('/') + 1);
}

it('lets nobody sign up who was not invited, where the owner wants that', async () => {
  await setSignUp({ who: 'invited' });
  const as = person(newEmail());
  expect((await come(as)).problem.code).toBe('sign-up-closed');
  expect((await come(as, 'never-was')).problem.code).toBe('link-ended');
  await expectNobody(as);
  const invitation = await invite({ uses: 1 });
  expect((await come(as, invitation)).status).toBe(200);
  // Whoever is in comes again without one, and it is used up.
  expect((await come(as)).status).toBe(200);
  expect((await come(person(newEmail()), invitation)).problem.code).toBe('link-ended');
});

it('uses no invitation up where nobody gets in by it', async () => {
  const invitation = await invite({ uses: 1 });
  const taken = person(owner.email);
  expect((await come(taken, invitation)).problem.code).toBe('identity-not-linked');
  expect((await come(person(newEmail()), invitation)).status).toBe(200);
});

it('lets exactly as many of ten at once in as were invited', async () => {
  await setSignUp({ who: 'invited' });
  const invitation = await invite({ uses: 3 });
  const people = Array.from({ length: 10 }, () => person(newEmail()));
  const statuses = await Promise.all(people.map(async (as) => (await come(as, invitation)).status));
  expect(statuses.toSorted()).toEqual([200, 200, 200, ...Array.from({ length: 7 }, () => 422)]);
});

it('takes a domain only where the provider has confirmed the address', async () => {
  await setSignUp({ who: 'domains', domains: ['school.example'] });
  const [inside, unconfirmed, outside] = [
    person('ines@school.example'),
    person('ida@school.example', false),
    person('ines@other.example'),
  ];
  expect((await come(inside)).body.signedIn?.account.isVerified).toBe(true);
  const { problem } = await come(unconfirmed);
  expect([problem.code, problem.detail]).toEqual(['email-unverified', expect.stringContaining('School')]);
  expect((await come(outside)).problem.code).toBe('sign-up-closed');
  expect((await come(person('ines@evil.school.example'))).problem.code).toBe('sign-up-closed');
  for (const as of [unconfirmed, outside]) await expectNobody(as);
});

it('answers alike for an address that has an account and one that has none, until it is confirmed', async () => {
  await setSignUp({ verifiedFirst: true });
  const seen = async (as: string) => {
    const { code, detail, title, status } = (await come(as)).problem;
    return { code, detail, title, status };
  };
  expect(await seen(person(owner.email, false))).toEqual(await seen(person(newEmail(), false)));
  expect((await seen(person(owner.email))).code).toBe('identity-not-linked');
  expect((await come(person(newEmail()))).status).toBe(200);
});

it('takes an invitation that was mailed there for the confirmation', async () => {
  await setSignUp({ verifiedFirst: true });
  const email = newEmail();
  const invitation = await invite({ email });
  expect((await come(person(email, false), invitation)).body.signedIn?.account.isVerified).toBe(true);
  const elsewhere = await invite({ email: newEmail() });
  expect((await come(person(newEmail(), false), elsewhere)).problem.code).toBe('email-unverified');
});

it('asks who came before the owner wanted a confirmed address for it', async () => {
  const as = person(newEmail(), false);
  expect((await come(as)).status).toBe(200);
  await setSignUp({ verifiedFirst: true });
  expect((await come(as)).problem.code).toBe('email-unverified');
  await Account.updateOne({ email: as.slice(0, as.indexOf(' ')) }, { $set: { verifiedAt: app.now() } });
  expect((await come(as)).status).toBe(200);
});
