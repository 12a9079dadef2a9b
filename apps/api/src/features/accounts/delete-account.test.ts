import { expect, it } from 'vitest';
import { follow, project, renew, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { lettersTo, letterTo } from '../../../test/letters.js';
import { tokenFor } from '../../../test/links.js';
import { day, startApp } from '../../../test/start.js';
import { AddressRequest } from '../credentials/address-requests.model.js';
import { Link } from '../credentials/links.model.js';
import { Audit } from '../instance/audit.model.js';
import { Mail } from '../mail/mail.model.js';
import { Invitation } from '../members/invitations.model.js';
import { Account } from './accounts.model.js';
import { eraseAccounts } from './erase-accounts.js';

const app = await startApp();
const stranger = clientOf(app);
const keep = (token: string) => stranger.call('keepAccount', { body: { token } });

async function leaving() {
  const ada = await signUp(app);
  await ada.ok('deleteMe');
  return { ada, token: await tokenFor(app, ada.email, 'account-deleted') };
}

it('mails a link by which the account is kept, with all that is in it', async () => {
  const ada = await signUp(app);
  await follow(ada);
  await ada.ok('deleteMe');
  const token = await tokenFor(app, ada.email, 'account-deleted');
  expect((await letterTo(app, ada.email, 'account-deleted')).url).toBe(`${app.deps.env.publicUrl}/keep/${token}`);
  app.advance(7 * day - 1);
  expect((await keep(token)).status).toBe(204);
  app.advance(1);
  expect(await eraseAccounts(app.now())).toBe(0);
  const back = await signInAgain(ada);
  expect((await back.ok('listEnrolments')).items).toHaveLength(1);
  expect((await ada.call('readMe')).status, 'sessions of before stay ended').toBe(401);
  const events = (await Audit.find({ actorId: ada.id }).lean()).map(({ event }) => event);
  expect(events).toEqual(expect.arrayContaining(['account-deleted', 'account-kept']));
});

it('holds for seven days, whether the account is erased by then or not yet', async () => {
  const { token } = await leaving();
  app.advance(7 * day);
  expect((await keep(token)).problem.code).toBe('link-ended');
});

it('lets one of ten at once use the link', async () => {
  const { token } = await leaving();
  const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await keep(token)).status));
  expect(statuses.toSorted()).toEqual([204, ...Array.from({ length: 9 }, () => 422)]);
});

it('takes no link of another kind, and none of an account that stays', async () => {
  const { ada, token } = await leaving();
  await keep(token);
  const verify = await tokenFor(app, ada.email, 'verify-email');
  for (const wrong of [token, verify, 'never-was']) expect((await keep(wrong)).problem.code).toBe('link-ended');
});

it('is one deletion, with one letter, however often it was clicked', async () => {
  const ada = await signUp(app);
  const again = Array.from({ length: 5 }, () => ada.call('deleteMe'));
  await Promise.all(again);
  const first = (await Account.findById(ada.id).orFail()).eraseAfter;
  expect(first).toEqual(new Date(app.now().getTime() + 7 * day));
  expect((await lettersTo(app, ada.email)).filter(({ kind }) => kind === 'account-deleted')).toHaveLength(1);
});

it('lets no other link open an account that is to be erased', async () => {
  const ada = await signUp(app);
  const verify = await tokenFor(app, ada.email, 'verify-email');
  await stranger.ok('requestPasswordReset', { body: { email: ada.email } });
  const reset = await tokenFor(app, ada.email, 'reset-password');
  await ada.ok('deleteMe');
  const tries = [
    await stranger.call('verifyEmail', { body: { token: verify } }),
    await stranger.call('resetPassword', { body: { token: reset, password: 'a wholly different sentence 7' } }),
  ];
  for (const { problem } of tries) expect(problem.code).toBe('link-ended');
});

it('erases what was mailed and asked, and leaves lines in the audit log that name nobody', async () => {
  const ada = await signUp(app, { name: 'Once Here' });
  const other = await signUp(app);
  await project(ada);
  await ada.ok('requestEmailChange', { body: { email: other.email } });
  const invited = { note: '', uses: 1, usesLeft: 0, madeBy: other.id, createdAt: app.now(), expiresAt: app.now() };
  await Invitation.create({ ...invited, hash: ada.id, email: ada.email });
  await ada.ok('deleteMe');
  const othersLetters = (await lettersTo(app, other.email)).length;
  app.advance(7 * day);
  await stranger.ok('requestPasswordReset', { body: { email: ada.email } });
  await eraseAccounts(app.now());
  const left = [
    await Account.countDocuments({ _id: ada.id }),
    await Link.countDocuments({ accountId: ada.id }),
    await Mail.countDocuments({ to: ada.email }),
    await AddressRequest.countDocuments({ emailKey: ada.email }),
    await Invitation.countDocuments({ email: ada.email }),
  ];
  expect(left).toEqual([0, 0, 0, 0, 0]);
  expect((await lettersTo(app, other.email)).length, 'letters of somebody else stay').toBe(othersLetters);
  const lines = await Audit.find({ $or: [{ actorId: ada.id }, { targetId: ada.id }] }).lean();
  expect(lines.map(({ event }) => event)).toEqual(expect.arrayContaining(['account-deleted', 'account-erased']));
  expect(JSON.stringify(lines)).not.toMatch(new RegExp(`Once Here|${ada.email}`));
  expect(
    (await stranger.call('signUp', { body: { name: 'Ada', email: ada.email, password: ada.password } })).status,
  ).toBe(201);
  await renew(other);
  expect((await other.ok('readMe')).email).toBe(other.email);
});
