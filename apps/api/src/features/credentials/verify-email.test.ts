import { expect, it } from 'vitest';
import { goodPassword, newEmail, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { letterTo } from '../../../test/letters.js';
import { setSignUp, tokenFor } from '../../../test/links.js';
import { testDatabaseUri } from '../../../test/name-database.js';
import { hour, startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { Audit } from '../instance/audit.model.js';

const app = await startApp({}, testDatabaseUri('-verify'));
const stranger = clientOf(app);

function verify(token: string, password?: string) {
  return stranger.call('verifyEmail', { body: { token, ...(password !== undefined && { password }) } });
}

it('confirms the address by the link of the sign-up', async () => {
  await setSignUp({});
  const ada = await signUp(app);
  expect(ada.account.isVerified).toBe(false);
  const token = await tokenFor(app, ada.email, 'verify-email');
  expect((await letterTo(app, ada.email, 'verify-email')).url).toBe(`${app.deps.env.publicUrl}/verify/${token}`);
  expect((await verify(token)).status).toBe(204);
  expect(await ada.ok('readMe')).toMatchObject({ isVerified: true, version: 2 });
  expect(await Audit.countDocuments({ actorId: ada.id, event: 'email-verified' })).toBe(1);
  expect((await ada.call('readMe')).status, 'nobody is signed out').toBe(200);
});

it('lets one of ten at once use the link', async () => {
  const ada = await signUp(app);
  const token = await tokenFor(app, ada.email, 'verify-email');
  const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await verify(token)).status));
  expect(statuses.toSorted()).toEqual([204, ...Array.from({ length: 9 }, () => 422)]);
  expect(await Audit.countDocuments({ actorId: ada.id, event: 'email-verified' })).toBe(1);
});

it('holds for a day, and only the newest', async () => {
  const [ada, bob] = await Promise.all([signUp(app), signUp(app)]);
  const older = await tokenFor(app, ada.email, 'verify-email');
  await stranger.ok('requestVerification', { body: { email: ada.email } });
  const newer = await tokenFor(app, ada.email, 'verify-email');
  const bobs = await tokenFor(app, bob.email, 'verify-email');
  expect((await verify(older)).problem.code).toBe('link-ended');
  app.advance(24 * hour - 1);
  expect((await verify(newer)).status).toBe(204);
  app.advance(1);
  expect((await verify(bobs)).problem.code).toBe('link-ended');
});

it('takes no link of another kind, and none that was never made', async () => {
  const ada = await signUp(app);
  await stranger.ok('requestPasswordReset', { body: { email: ada.email } });
  const token = await tokenFor(app, ada.email, 'reset-password');
  for (const wrong of [token, 'never-was']) expect((await verify(wrong)).problem.code).toBe('link-ended');
});

it('confirms no other address than the one that it was mailed to', async () => {
  const ada = await signUp(app);
  const token = await tokenFor(app, ada.email, 'verify-email');
  await Account.updateOne({ _id: ada.id }, { $set: { email: newEmail(), emailKey: newEmail() } });
  expect((await verify(token)).problem.code).toBe('link-ended');
  expect((await ada.ok('readMe')).isVerified).toBe(false);
});

it('lets nobody in by the click of a stranger whose address they took', async () => {
  await setSignUp({ verifiedFirst: true });
  const [email, password] = [newEmail(), 'known to the thief alone 9'];
  await stranger.ok('signUp', { body: { name: 'Not Ada', email, password } });
  const token = await tokenFor(app, email, 'verify-email');
  expect((await stranger.call('signIn', { body: { email, password } })).problem.code).toBe('email-unverified');
  for (const wrong of [undefined, goodPassword, '']) {
    expect((await verify(token, wrong)).problem.code).toBe('wrong-credentials');
  }
  expect((await stranger.call('signIn', { body: { email, password } })).problem.code).toBe('email-unverified');
  const account = await Account.findOne({ emailKey: email }).orFail();
  const unverified = { actorId: account._id, event: 'sign-in-refused', 'detail.reason': 'unverified' } as const;
  expect(await Audit.countDocuments(unverified), 'the log says why').toBe(2);
  expect((await verify(token, password)).status, 'a wrong password leaves the link as it is').toBe(204);
  expect((await stranger.call('signIn', { body: { email, password } })).status).toBe(201);
});

it('asks no password of who came in before the owner asked for addresses first', async () => {
  await setSignUp({});
  const ada = await signUp(app);
  await setSignUp({ verifiedFirst: true });
  expect((await verify(await tokenFor(app, ada.email, 'verify-email'))).status).toBe(204);
});
