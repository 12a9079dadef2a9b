import { expect, it } from 'vitest';
import { type Member, newEmail, renew, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { lettersTo, letterTo } from '../../../test/letters.js';
import { tokenFor } from '../../../test/links.js';
import { day, hour, minute, startApp } from '../../../test/start.js';
import { AccessToken } from '../access-tokens/access-tokens.model.js';
import { Account } from '../accounts/accounts.model.js';
import { Identity } from '../identities/identities.model.js';
import { Audit } from '../instance/audit.model.js';

const app = await startApp();
const stranger = clientOf(app);
const another = 'a wholly different sentence 7';

async function verified(): Promise<Member> {
  const member = await signUp(app);
  await stranger.ok('verifyEmail', { body: { token: await tokenFor(app, member.email, 'verify-email') } });
  return member;
}

/** The link that was mailed to the new address. */
async function askedFor(member: Member, email: string): Promise<string> {
  await member.ok('requestEmailChange', { body: { email } });
  return tokenFor(app, email, 'confirm-new-email');
}

const confirm = (token: string) => stranger.call('confirmEmailChange', { body: { token } });
const undo = (token: string) => stranger.call('undoEmailChange', { body: { token } });

/** Changes the address; the link that takes it back. */
async function changed(member: Member, email: string): Promise<string> {
  const before = (await member.ok('readMe')).email;
  expect((await confirm(await askedFor(member, email))).status).toBe(204);
  return tokenFor(app, before, 'email-changed');
}

it('changes the address once the new one is confirmed', async () => {
  const ada = await verified();
  const email = `New.${newEmail()}`;
  const token = await askedFor(ada, email);
  expect(await ada.ok('readMe')).toMatchObject({ email: ada.email, pendingEmail: email, version: 3 });
  expect((await signInAgain(ada)).id, 'the old one still holds').toBe(ada.id);
  expect((await confirm(token)).status).toBe(204);
  expect(await ada.ok('readMe')).toMatchObject({ email, pendingEmail: null, isVerified: true, version: 4 });
  expect((await signInAgain({ ...ada, email: email.toLowerCase() })).id).toBe(ada.id);
  const old = await stranger.call('signIn', { body: { email: ada.email, password: ada.password } });
  expect(old.problem.code).toBe('wrong-credentials');
  const { searchKeys } = await Account.findById(ada.id).orFail();
  expect(searchKeys).toContain(email.toLowerCase());
  expect(searchKeys).not.toContain(ada.email);
  const events = (await Audit.find({ actorId: ada.id }).lean()).map(({ event }) => event);
  expect(events).toEqual(expect.arrayContaining(['email-change-asked', 'email-changed']));
});

it.each([
  ['no address', 'nobody'],
  ['a domain that is none', 'a@exa_mple.org'],
])('refuses %s', async (_, email) => {
  const ada = await signUp(app);
  const { problem } = await ada.call('requestEmailChange', { body: { email } });
  expect([problem.code, problem.errors?.[0]?.path]).toEqual(['invalid', 'email']);
});

it('refuses the address that it is already', async () => {
  const ada = await signUp(app);
  const { problem } = await ada.call('requestEmailChange', { body: { email: ada.email.toUpperCase() } });
  expect([problem.code, problem.errors?.[0]?.path]).toEqual(['invalid', 'email']);
});

it('wants the password again ten minutes after it was given', async () => {
  const ada = await signUp(app);
  app.advance(10 * minute);
  await renew(ada);
  const { problem } = await ada.call('requestEmailChange', { body: { email: newEmail() } });
  expect(problem.code).toBe('step-up-required');
  expect((await ada.ok('readMe')).pendingEmail).toBeNull();
});

it('does not tell whether the new address has an account: only its letter differs', async () => {
  const [ada, bob, known] = await Promise.all([verified(), verified(), verified()]);
  const asked = [
    { who: ada, email: known.email },
    { who: bob, email: newEmail() },
  ];
  const seen = [];
  for (const { who, email } of asked) {
    const { status, text, headers } = await who.call('requestEmailChange', { body: { email } });
    const { 'x-request-id': _id, date: _date, ...rest } = headers;
    const { pendingEmail, version } = await who.ok('readMe');
    expect(pendingEmail).toBe(email);
    seen.push({ status, text, rest, version });
  }
  expect(seen[0]).toEqual(seen[1]);
  expect((await lettersTo(app, known.email)).map(({ kind }) => kind)).toEqual(['verify-email', 'have-account']);
});

it('lets one of ten at once use the link', async () => {
  const ada = await verified();
  const token = await askedFor(ada, newEmail());
  const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await confirm(token)).status));
  expect(statuses.toSorted()).toEqual([204, ...Array.from({ length: 9 }, () => 422)]);
  expect((await lettersTo(app, ada.email)).filter(({ kind }) => kind === 'email-changed')).toHaveLength(1);
});

it('holds for a day, and for the newest wish alone', async () => {
  const [ada, bob] = await Promise.all([verified(), verified()]);
  const emails = [newEmail(), newEmail(), newEmail()] as const;
  const first = await askedFor(ada, emails[0]);
  const second = await askedFor(ada, emails[1]);
  const bobs = await askedFor(bob, emails[2]);
  expect((await confirm(first)).problem.code).toBe('link-ended');
  app.advance(24 * hour - 1);
  expect((await confirm(second)).status).toBe(204);
  app.advance(1);
  expect((await confirm(bobs)).problem.code).toBe('link-ended');
});

it('takes no link of another kind', async () => {
  const ada = await signUp(app);
  const token = await tokenFor(app, ada.email, 'verify-email');
  expect((await confirm(token)).problem.code).toBe('link-ended');
  expect((await undo(token)).problem.code).toBe('link-ended');
  expect((await confirm('never-was')).problem.code).toBe('link-ended');
});

it('says so where somebody took the address meanwhile, to all of ten who wanted it but one', async () => {
  const members = await Promise.all(Array.from({ length: 5 }, verified));
  const email = newEmail();
  const tokens = [];
  for (const member of members) tokens.push(await askedFor(member, email));
  const answers = await Promise.all(tokens.map(confirm));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409, 409, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('email-taken');
  expect(await Account.countDocuments({ emailKey: email })).toBe(1);
  const loser = members[answers.findIndex(({ status }) => status === 409)];
  expect((await loser?.ok('readMe'))?.email).toBe(loser?.email);
});

it('ends links that were mailed to the address of before', async () => {
  const ada = await verified();
  await stranger.ok('requestPasswordReset', { body: { email: ada.email } });
  const token = await tokenFor(app, ada.email, 'reset-password');
  await changed(ada, newEmail());
  const answered = await stranger.call('resetPassword', { body: { token, password: another } });
  expect(answered.problem.code).toBe('link-ended');
});

it('offers the account to no address that nobody ever confirmed', async () => {
  const ada = await signUp(app);
  await confirm(await askedFor(ada, newEmail()));
  expect((await lettersTo(app, ada.email)).map(({ kind }) => kind)).toEqual(['verify-email']);
});

it('takes the old address back: everybody is out, and a letter there sets a new password', async () => {
  const ada = await verified();
  const thief = newEmail();
  const token = await changed(ada, thief);
  expect((await letterTo(app, ada.email, 'email-changed')).url).toBe(`${app.deps.env.publicUrl}/undo-email/${token}`);
  app.advance(7 * day - 1);
  const stolen = await signInAgain({ ...ada, email: thief });
  await plantWaysIn(ada.id);
  expect((await undo(token)).status).toBe(204);
  expect((await stolen.call('readMe')).status).toBe(401);
  for (const email of [thief, ada.email]) {
    const answered = await stranger.call('signIn', { body: { email, password: ada.password } });
    expect(answered.problem.code, 'the password may be known to them').toBe('wrong-credentials');
  }
  const reset = await tokenFor(app, ada.email, 'reset-password');
  await stranger.ok('resetPassword', { body: { token: reset, password: another } });
  const back = await signInAgain({ ...ada, password: another });
  expect(back.account).toMatchObject({ email: ada.email, isVerified: true, pendingEmail: null, hasTwoFactor: false });
  expect(await AccessToken.countDocuments({ accountId: ada.id })).toBe(0);
  expect(await Identity.countDocuments({ accountId: ada.id })).toBe(0);
  expect(await Audit.countDocuments({ actorId: ada.id, event: 'email-change-undone' })).toBe(1);
  app.advance(-(7 * day - 1));
});

it('holds for seven days', async () => {
  const ada = await verified();
  const token = await changed(ada, newEmail());
  app.advance(7 * day);
  expect((await undo(token)).problem.code).toBe('link-ended');
  app.advance(-7 * day);
});

it('lets one of ten at once take it back', async () => {
  const ada = await verified();
  const token = await changed(ada, newEmail());
  const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await undo(token)).status));
  expect(statuses.toSorted()).toEqual([204, ...Array.from({ length: 9 }, () => 422)]);
});

it('gives the account to the first address, whichever of two changes is undone first', async () => {
  for (let round = 0; round < 5; round += 1) {
    const ada = await verified();
    const thief = newEmail();
    const first = await changed(ada, thief);
    app.advance(1000);
    const second = await changed(ada, newEmail());
    await Promise.all([undo(second), undo(first)]);
    expect((await Account.findById(ada.id).orFail()).email).toBe(ada.email);
    expect((await undo(second)).problem.code).toBe('link-ended');
  }
});

it('stops a change that waits when an earlier one is undone at the same time', async () => {
  for (let round = 0; round < 5; round += 1) {
    const ada = await verified();
    const token = await changed(ada, newEmail());
    const waiting = await askedFor(ada, newEmail());
    const [undone] = await Promise.all([undo(token), confirm(waiting)]);
    expect(undone.status).toBe(204);
    expect((await Account.findById(ada.id).orFail()).email).toBe(ada.email);
    expect((await confirm(waiting)).problem.code).toBe('link-ended');
  }
});

it('says so where the old address belongs to somebody else by now', async () => {
  const ada = await verified();
  const token = await changed(ada, newEmail());
  const next = await signUp(app, { email: ada.email });
  expect((await undo(token)).problem.code).toBe('email-taken');
  expect((await next.ok('readMe')).email).toBe(ada.email);
});

it('is promised to nobody where no mail can be sent', async () => {
  const ada = await signUp(app);
  app.deps.env.isLoopback = false;
  const { problem } = await ada.call('requestEmailChange', { body: { email: newEmail() } });
  app.deps.env.isLoopback = true;
  expect(problem.code).toBe('no-mail');
});

async function plantWaysIn(accountId: string): Promise<void> {
  const at = app.now();
  const expiresAt = new Date(at.getTime() + 1e9);
  await AccessToken.create({ accountId, name: 'x', hash: `of ${accountId}`, scopes: [], createdAt: at, expiresAt });
  await Identity.create({ accountId, provider: 'oidc', subject: accountId, label: 'x', linkedAt: at });
  const twoFactor = { sealedSeed: 'x', confirmedAt: at, lastStep: 0, recoveryHashes: [] };
  await Account.updateOne({ _id: accountId }, { $set: { twoFactor } });
}
