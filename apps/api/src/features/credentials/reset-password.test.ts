import { expect, it } from 'vitest';
import { comeInDuring, type Member, newEmail, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { lettersTo, letterTo } from '../../../test/letters.js';
import { tokenFor } from '../../../test/links.js';
import { minute, startApp } from '../../../test/start.js';
import { AccessToken } from '../access-tokens/access-tokens.model.js';
import { Account } from '../accounts/accounts.model.js';
import { enter } from '../accounts/enter.js';
import { createSessions } from '../accounts/sessions.js';
import { Session } from '../accounts/sessions.model.js';
import { Identity } from '../identities/identities.model.js';
import { Audit } from '../instance/audit.model.js';
import { makeLink } from './links.js';

const app = await startApp();
const stranger = clientOf(app);
const another = 'a wholly different sentence 7';

async function askedBy({ email }: Pick<Member, 'email'>): Promise<string> {
  await stranger.ok('requestPasswordReset', { body: { email } });
  return tokenFor(app, email, 'reset-password');
}

function reset(token: string, password = another) {
  return stranger.call('resetPassword', { body: { token, password } });
}

function trySignIn(email: string, password: string) {
  return stranger.call('signIn', { body: { email, password } });
}

/** A member whose address was confirmed long ago. */
async function verified(): Promise<Member> {
  const member = await signUp(app);
  const token = await tokenFor(app, member.email, 'verify-email');
  await stranger.ok('verifyEmail', { body: { token } });
  return member;
}

it('sets a new password by the link in the letter, and signs out everywhere', async () => {
  const ada = await verified();
  const phone = await signInAgain(ada);
  const token = await askedBy(ada);
  expect((await letterTo(app, ada.email, 'reset-password')).url).toBe(`${app.deps.env.publicUrl}/reset/${token}`);
  expect((await ada.call('readMe')).status, 'asking changes nothing').toBe(200);
  expect((await reset(token)).status).toBe(204);
  for (const client of [ada, phone]) {
    expect((await client.call('readMe')).status).toBe(401);
    expect((await clientOf(app, undefined, client.cookie).call('refreshSession')).status).toBe(401);
  }
  expect((await trySignIn(ada.email, ada.password)).problem.code).toBe('wrong-credentials');
  expect((await trySignIn(ada.email, another)).status).toBe(201);
});

it('tells the member by mail, and writes both acts into the audit log', async () => {
  const ada = await verified();
  await reset(await askedBy(ada));
  await letterTo(app, ada.email, 'password-changed');
  const events = await Audit.find({ $or: [{ actorId: ada.id }, { targetId: ada.id }] }).lean();
  expect(events.find(({ event }) => event === 'password-reset-asked')).toMatchObject({ address: '127.0.0.1' });
  expect(events.filter(({ event }) => event === 'password-reset')).toHaveLength(1);
});

it('lets one of ten at once use the link', async () => {
  const ada = await verified();
  const token = await askedBy(ada);
  const passwords = Array.from({ length: 10 }, (_, i) => `number ${i} of ten passwords`);
  const answers = await Promise.all(passwords.map((password) => reset(token, password)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, ...Array.from({ length: 9 }, () => 422)]);
  const winner = passwords[answers.findIndex(({ status }) => status === 204)] ?? '';
  expect((await trySignIn(ada.email, winner)).status).toBe(201);
  expect((await lettersTo(app, ada.email)).filter(({ kind }) => kind === 'password-changed')).toHaveLength(1);
});

it('holds for thirty minutes', async () => {
  const [ada, bob] = await Promise.all([verified(), verified()]);
  const tokens = [await askedBy(ada), await askedBy(bob)] as const;
  app.advance(30 * minute - 1);
  expect((await reset(tokens[0])).status).toBe(204);
  app.advance(1);
  expect((await reset(tokens[1])).problem.code).toBe('link-ended');
});

it('takes the newest link alone', async () => {
  const ada = await verified();
  const first = await askedBy(ada);
  const second = await askedBy(ada);
  expect((await reset(first)).problem.code).toBe('link-ended');
  expect((await reset(second)).status).toBe(204);
});

it.each(['no-such-token', 'x', 'a'.repeat(128), '{"$gt":""}'])('takes no %s', async (token) => {
  expect((await reset(token)).problem.code).toBe('link-ended');
});

it('takes no link of another kind', async () => {
  const ada = await signUp(app);
  expect((await reset(await tokenFor(app, ada.email, 'verify-email'))).problem.code).toBe('link-ended');
});

it('keeps the link while a password cannot be taken', async () => {
  const ada = await verified();
  const token = await askedBy(ada);
  for (const password of ['short', 'password123', 'ada example']) {
    const { problem } = await reset(token, password);
    expect([problem.code, problem.errors?.map(({ path }) => path)], password).toEqual(['invalid', ['password']]);
  }
  expect((await reset(token)).status).toBe(204);
});

it('ends with the address that it was mailed to', async () => {
  const ada = await verified();
  const token = await askedBy(ada);
  await Account.updateOne({ _id: ada.id }, { $set: { email: newEmail(), emailKey: newEmail() } });
  expect((await reset(token)).problem.code).toBe('link-ended');
});

it('confirms the address, and ends what a stranger had set up who signed up with it first', async () => {
  const victim = newEmail();
  const account = await signUp(app, { email: victim });
  await plantWaysIn(account.id);
  await reset(await askedBy({ email: victim }));
  expect(await waysInto(account.id)).toEqual({ tokens: 0, identities: 0, hasTwoFactor: false });
  const after = await signInAgain({ ...account, password: another });
  expect(after.account.isVerified).toBe(true);
});

it('keeps what a member with a confirmed address set up', async () => {
  const ada = await verified();
  await plantWaysIn(ada.id);
  expect((await reset(await askedBy(ada))).status).toBe(204);
  expect(await waysInto(ada.id)).toEqual({ tokens: 1, identities: 1, hasTwoFactor: true });
});

it('takes the link that an owner made by hand, and gives a password to who had none', async () => {
  const ada = await verified();
  await Account.updateOne({ _id: ada.id }, { $unset: { passwordHash: 1 } });
  const stored = await Account.findById(ada.id).orFail();
  const { token } = await makeLink({ kind: 'reset', accountId: stored._id }, app.now());
  expect((await reset(token)).status).toBe(204);
  expect((await trySignIn(ada.email, another)).status).toBe(201);
});

it('leaves no session to a sign-in that had checked the old password before', async () => {
  const ada = await verified();
  const token = await askedBy(ada);
  const read = (await Account.findById(ada.id).orFail()).toObject();
  await reset(token);
  const client = { address: '', device: '', cookies: new Map(), host: '', isLocal: true };
  const entering = { account: read, client, staySignedIn: true, by: 'password' };
  const late = enter(app.deps, createSessions(app.deps), entering, app.now());
  await expect(late).rejects.toThrow('wrong-credentials');
  expect(await Session.countDocuments({ accountId: ada.id })).toBe(0);
});

it('signs out who came in by the old password before the new one could be seen', async () => {
  const ada = await verified();
  const token = await askedBy(ada);
  const late = await comeInDuring(app, ada, async () => {
    expect((await reset(token)).status).toBe(204);
  });
  expect((await late.call('readMe')).status).toBe(401);
  expect(await Session.countDocuments({ accountId: ada.id })).toBe(0);
});

it('logs no token and no password', async () => {
  const ada = await verified();
  const token = await askedBy(ada);
  await reset(token, 'seen nowhere but here 42');
  expect(app.logged()).not.toContain(token);
  expect(app.logged()).not.toContain('seen nowhere');
});

async function plantWaysIn(accountId: string): Promise<void> {
  const [hash, expiresAt] = [`hash of ${accountId}`, new Date(app.now().getTime() + 1e9)];
  const at = app.now();
  await AccessToken.create({ accountId, name: 'x', hash, scopes: [], createdAt: at, expiresAt });
  await Identity.create({ accountId, provider: 'oidc', subject: accountId, label: 'x', linkedAt: at });
  const twoFactor = { sealedSeed: 'x', confirmedAt: at, lastStep: 0, recoveryHashes: [] };
  await Account.updateOne({ _id: accountId }, { $set: { twoFactor } });
}

async function waysInto(accountId: string) {
  const account = await Account.findById(accountId).orFail();
  return {
    tokens: await AccessToken.countDocuments({ accountId }),
    identities: await Identity.countDocuments({ accountId }),
    hasTwoFactor: account.toObject().twoFactor?.confirmedAt !== undefined,
  };
}
