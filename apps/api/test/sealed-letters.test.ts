import { expect, it } from 'vitest';
import { Account } from '../src/features/accounts/accounts.model.js';
import { answerAddressRequests } from '../src/features/credentials/answer-address-requests.js';
import { makeOwner, newEmail, signUp } from './build.js';
import { clientOf } from './client.js';
import { lettersTo } from './letters.js';
import { startApp } from './start.js';

const app = await startApp();

/** Everything that the database holds, as text. */
async function wholeDatabase(): Promise<string> {
  const { db } = app.deps.connection;
  const collections = (await db?.collections()) ?? [];
  const contents = await Promise.all(collections.map((each) => each.find().toArray()));
  return JSON.stringify(contents);
}

it('keeps no link and no word of a letter in the clear, in any collection or in the log', async () => {
  const owner = await makeOwner(await signUp(app, { name: 'Olga Canary' }));
  const leaver = await signUp(app, { name: 'Lena Canary' });
  const [invited, moved] = [newEmail(), newEmail()];
  await owner.ok('sendTestMail');
  await owner.ok('createInvitation', { body: { email: invited, note: 'a note by hand' } });
  await owner.ok('requestEmailChange', { body: { email: moved } });
  await clientOf(app).ok('requestPasswordReset', { body: { email: owner.email } });
  await clientOf(app).ok('requestVerification', { body: { email: owner.email } });
  await leaver.ok('deleteMe');
  await answerAddressRequests(app.deps, app.now());

  const to = [owner.email, leaver.email, invited, moved];
  const letters = (await Promise.all(to.map((email) => lettersTo(app, email)))).flat();
  const kinds = ['account-deleted', 'confirm-new-email', 'invitation', 'reset-password', 'test', 'verify-email'];
  expect([...new Set(letters.map(({ kind }) => kind))].sort()).toEqual(kinds);
  const tokens = letters.flatMap(({ url }) => /[\w-]{43}$/.exec(url)?.[0] ?? []);
  expect(tokens.length).toBeGreaterThanOrEqual(5);
  // What is said in the clear somewhere is found: this test can fail.
  const kept = (await wholeDatabase()) + app.logged();
  expect(kept).toContain(owner.email);
  expect(await Account.countDocuments({ email: owner.email })).toBe(1);
  for (const secret of [...tokens, ...letters.map(({ subject }) => subject), 'Sent by', 'You get this letter'])
    expect(kept.includes(secret), secret).toBe(false);
});
