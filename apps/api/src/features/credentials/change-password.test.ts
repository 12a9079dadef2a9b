import { expect, it } from 'vitest';
import { comeInDuring, renew, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { letterTo } from '../../../test/letters.js';
import { tokenFor } from '../../../test/links.js';
import { minute, startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { Audit } from '../instance/audit.model.js';

const app = await startApp();
const stranger = clientOf(app);
const another = 'a wholly different sentence 7';

it('changes it by the current one, stays signed in here, and signs out everywhere else', async () => {
  const ada = await signUp(app);
  const phone = await signInAgain(ada);
  // So that the session is known to be alive, and remembered as such.
  await phone.ok('readMe');
  const answered = await ada.call('changePassword', { body: { current: ada.password, password: another } });
  expect(answered.status).toBe(204);
  expect((await ada.call('readMe')).status).toBe(200);
  expect((await phone.call('readMe')).status).toBe(401);
  expect((await clientOf(app, undefined, phone.cookie).call('refreshSession')).status).toBe(401);
  const signIn = (password: string) => stranger.call('signIn', { body: { email: ada.email, password } });
  expect((await signIn(ada.password)).problem.code).toBe('wrong-credentials');
  expect((await signIn(another)).status).toBe(201);
  await letterTo(app, ada.email, 'password-changed');
  expect(await Audit.countDocuments({ actorId: ada.id, event: 'password-changed' })).toBe(1);
});

it.each([
  ['a wrong one', { current: 'not it', password: another }, 'wrong-credentials', undefined],
  ['none', { password: another }, 'invalid', 'current'],
  ['a short new one', { current: 'correct horse battery staple', password: 'short' }, 'invalid', 'password'],
  ['a common new one', { current: 'correct horse battery staple', password: 'password123' }, 'invalid', 'password'],
  ['its own name', { current: 'correct horse battery staple', password: 'ada example' }, 'invalid', 'password'],
])('refuses %s, and ends nothing', async (_, body, code, path) => {
  const ada = await signUp(app);
  const phone = await signInAgain(ada);
  const { problem } = await ada.call('changePassword', { body });
  expect([problem.code, problem.errors?.[0]?.path]).toEqual([code, path]);
  expect((await phone.call('readMe')).status).toBe(200);
  expect((await signInAgain(ada)).id).toBe(ada.id);
});

it('wants a step-up of who has no password yet', async () => {
  const ada = await signUp(app);
  await Account.updateOne({ _id: ada.id }, { $unset: { passwordHash: 1 } });
  const change = () => ada.call('changePassword', { body: { password: another } });
  app.advance(10 * minute);
  await renew(ada);
  expect((await change()).problem.code).toBe('step-up-required');
  app.advance(-10 * minute);
  await renew(ada);
  expect((await change()).status).toBe(204);
  expect((await ada.ok('readMe')).hasPassword).toBe(true);
});

it('lets one of ten at once change the same password', async () => {
  const ada = await signUp(app);
  const passwords = Array.from({ length: 10 }, (_, i) => `number ${i} of ten passwords`);
  const answers = await Promise.all(
    passwords.map((password) => ada.call('changePassword', { body: { current: ada.password, password } })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, ...Array.from({ length: 9 }, () => 401)]);
  const winner = passwords[answers.findIndex(({ status }) => status === 204)] ?? '';
  expect((await signInAgain({ ...ada, password: winner })).id).toBe(ada.id);
});

it('signs out who came in by the old password before the new one could be seen', async () => {
  const ada = await signUp(app);
  const late = await comeInDuring(app, ada, async () => {
    await ada.ok('changePassword', { body: { current: ada.password, password: another } });
  });
  expect((await late.call('readMe')).status).toBe(401);
  expect((await ada.ok('listSessions')).items.map(({ current }) => current)).toEqual([true]);
});

it('ends what somebody else may have in hand: a link to reset it, a change of address', async () => {
  const ada = await signUp(app);
  await stranger.ok('requestPasswordReset', { body: { email: ada.email } });
  const token = await tokenFor(app, ada.email, 'reset-password');
  const email = `new-${ada.email}`;
  await ada.ok('requestEmailChange', { body: { email } });
  const confirm = await tokenFor(app, email, 'confirm-new-email');
  await ada.ok('changePassword', { body: { current: ada.password, password: another } });
  expect((await stranger.call('resetPassword', { body: { token, password: another } })).status).toBe(422);
  expect((await stranger.call('confirmEmailChange', { body: { token: confirm } })).status).toBe(422);
  expect((await ada.ok('readMe')).pendingEmail).toBeNull();
});
