import { afterAll, expect, it } from 'vitest';
import { newEmail, renew, signUp } from '../../../test/build.js';
import { settingsFor, Traveller } from '../../../test/by-provider.js';
import { clientOf } from '../../../test/client.js';
import { lettersTo, letterTo } from '../../../test/letters.js';
import { startOidc } from '../../../test/oidc.js';
import { setTwoFactorPolicy } from '../../../test/second-factor.js';
import { day, minute, second, startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { eraseAccounts } from '../accounts/erase-accounts.js';
import { Audit } from '../instance/audit.model.js';
import { Identity } from './identities.model.js';

const oidc = await startOidc();
afterAll(() => oidc.stop());
const app = await startApp({ providers: settingsFor(oidc) });
oidc.serve(`${app.address}/sign-in/callback/oidc`);

type Member = Awaited<ReturnType<typeof signUp>>;

function link(member: Member, as: string) {
  return new Traveller(app, member).travel({ as }, { purpose: 'link', next: '/settings' });
}

async function idsOf(member: Member): Promise<string[]> {
  return (await member.ok('listIdentities')).items.map(({ id }) => id);
}

/** Takes the password away, as if the member had come by the provider. */
async function forgetPassword(member: Member): Promise<void> {
  await Account.updateOne({ _id: member.id }, { $unset: { passwordHash: 1 } });
}

it('links, signs in by it, and unlinks; the member is told and the log knows', async () => {
  const member = await signUp(app);
  const as = newEmail();
  const linked = await link(member, as);
  expect(linked.body).toEqual({ purpose: 'link', next: '/settings', signedIn: null });
  expect((await member.ok('listIdentities')).items).toMatchObject([{ providerName: 'School', label: as }]);
  const letter = await letterTo(app, member.email, 'identity-linked');
  expect(letter.text).toContain('School');
  expect(letter.url).toBe(`${app.deps.env.publicUrl}/settings#identities`);
  const { signedIn } = (await new Traveller(app).travel({ as })).body;
  expect(signedIn?.account.id).toBe(member.id);
  const [id = ''] = await idsOf(member);
  await member.ok('unlinkIdentity', { params: { id } });
  expect(await idsOf(member)).toEqual([]);
  // Mongoose takes a pattern where the record has one of a few words; its types do not.
  const events = await Audit.find({ actorId: member.id, event: /^identity-/ as never })
    .sort({ _id: 1 })
    .lean();
  expect(events.map(({ event, detail }) => [event, detail])).toEqual([
    ['identity-linked', { provider: 'oidc' }],
    ['identity-unlinked', { provider: 'oidc' }],
  ]);
  expect((await new Traveller(app).travel({ as })).body.signedIn?.account.id).not.toBe(member.id);
});

it('links the same one again without a second letter', async () => {
  const member = await signUp(app);
  const as = newEmail();
  for (let i = 0; i < 2; i += 1) expect((await link(member, as)).status).toBe(200);
  expect(await idsOf(member)).toHaveLength(1);
  expect((await lettersTo(app, member.email)).filter(({ kind }) => kind === 'identity-linked')).toHaveLength(1);
});

it('does not link what is another member’s', async () => {
  const [first, other] = [await signUp(app), await signUp(app)];
  const as = newEmail();
  expect((await link(first, as)).status).toBe(200);
  expect((await link(other, as)).problem.code).toBe('identity-taken');
  expect(await idsOf(other)).toEqual([]);
  expect((await new Traveller(app).travel({ as })).body.signedIn?.account.id).toBe(first.id);
});

it('lets one of ten members who link the same at once have it', async () => {
  const as = newEmail();
  const members = await Promise.all(Array.from({ length: 10 }, () => signUp(app)));
  const answers = await Promise.all(members.map((member) => link(member, as)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
  expect(await Identity.countDocuments({ subject: as })).toBe(1);
});

it('wants a member who has given the password lately, in a browser, and no access token', async () => {
  const member = await signUp(app);
  const start = (client = clientOf(app)) => new Traveller(app, client).start({ purpose: 'link' });
  expect((await start()).problem.code).toBe('not-signed-in');
  const { token } = await member.ok('createAccessToken', {
    body: { name: 'script', scopes: ['profile:read'], expiresInDays: 1 },
  });
  expect((await start(clientOf(app, token))).problem.code).toBe('not-signed-in');
  expect((await start(member)).status).toBe(200);
  app.advance(11 * minute);
  await renew(member);
  expect((await start(member)).problem.code).toBe('step-up-required');
  await member.ok('stepUp', { body: { password: member.password } });
  expect((await start(member)).status).toBe(200);
});

it('is not begun by who has to set a second factor up first', async () => {
  const member = await signUp(app);
  const start = async () => (await new Traveller(app, member).start({ purpose: 'link' })).status;
  expect(await start()).toBe(200);
  await setTwoFactorPolicy('everyone');
  app.advance(5 * second);
  try {
    const { problem } = await new Traveller(app, member).start({ purpose: 'link' });
    expect(problem.code).toBe('two-factor-required');
  } finally {
    await setTwoFactorPolicy('optional');
  }
  app.advance(5 * second);
  expect(await start()).toBe(200);
});

it('links to who began, and to nobody else who sits at the browser by then', async () => {
  const [member, other] = [await signUp(app), await signUp(app)];
  const as = newEmail();
  for (const headers of [{ authorization: `Bearer ${other.token}` }, { authorization: 'Bearer none' }]) {
    const traveller = new Traveller(app, member);
    const query = await traveller.go((await traveller.start({ purpose: 'link' })).body.url, { as });
    expect((await traveller.finish(query, { headers })).problem.code).toBe('not-signed-in');
    expect((await traveller.finish(query)).problem.code).toBe('link-ended');
  }
  expect(await Identity.countDocuments({ subject: as })).toBe(0);
});

it('keeps the last way in', async () => {
  const member = await signUp(app);
  await link(member, newEmail());
  await link(member, newEmail());
  const [first = '', last = ''] = await idsOf(member);
  await forgetPassword(member);
  await member.ok('unlinkIdentity', { params: { id: first } });
  expect((await member.call('unlinkIdentity', { params: { id: last } })).problem.code).toBe('last-way-in');
  expect(await idsOf(member)).toEqual([last]);
});

it('does not take what the owner switched off for a way in', async () => {
  const member = await signUp(app);
  await link(member, newEmail());
  await Identity.create({ accountId: member.id, provider: 'gone', subject: 'x', label: 'x', linkedAt: app.now() });
  const [id = '', gone = ''] = await idsOf(member);
  expect((await member.ok('listIdentities')).items[1]).toMatchObject({ provider: 'gone', providerName: 'gone' });
  await forgetPassword(member);
  expect((await member.call('unlinkIdentity', { params: { id } })).problem.code).toBe('last-way-in');
  await member.ok('unlinkIdentity', { params: { id: gone } });
});

it('keeps one of two that are unlinked at once', async () => {
  const member = await signUp(app);
  await forgetPassword(member);
  for (let round = 0; round < 5; round += 1) {
    await Identity.deleteMany({ accountId: member.id });
    await Identity.create(
      ['one', 'two'].map((name) => ({
        ...{ accountId: member.id, provider: 'oidc', subject: `${name} ${newEmail()}` },
        ...{ label: name, linkedAt: app.now() },
      })),
    );
    const ids = await idsOf(member);
    const answers = await Promise.all(ids.map((id) => member.call('unlinkIdentity', { params: { id } })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    expect(await idsOf(member)).toHaveLength(1);
  }
});

it('unlinks what is one’s own alone, with the password given lately', async () => {
  const [member, other] = [await signUp(app), await signUp(app)];
  await link(member, newEmail());
  const [id = ''] = await idsOf(member);
  const theirs = await other.call('unlinkIdentity', { params: { id } });
  expect(theirs.problem.code).toBe('not-found');
  app.advance(11 * minute);
  await renew(member);
  expect((await member.call('unlinkIdentity', { params: { id } })).problem.code).toBe('step-up-required');
  expect(await idsOf(member)).toEqual([id]);
});

it('is in what a member takes with them, and erased with the account', async () => {
  const member = await signUp(app);
  const as = newEmail();
  await link(member, as);
  const { identities } = JSON.parse((await member.call('exportMe')).text) as { identities: unknown };
  expect(identities).toEqual([{ provider: 'oidc', subject: as, label: as, linkedAt: app.now().toISOString() }]);
  await member.ok('deleteMe');
  app.advance(7 * day);
  await eraseAccounts(app.now());
  expect(await Identity.countDocuments({ subject: as })).toBe(0);
  expect((await new Traveller(app).travel({ as })).body.signedIn?.account.id).not.toBe(member.id);
});
