import { expect, it } from 'vitest';
import { newEmail, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { lettersTo, letterTo } from '../../../test/letters.js';
import { startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { Mail } from '../mail/mail.model.js';
import { AddressRequest } from './address-requests.model.js';
import { answerAddressRequests } from './answer-address-requests.js';

const app = await startApp();
const stranger = clientOf(app);
const asking = ['requestPasswordReset', 'requestVerification'] as const;
const answer = () => answerAddressRequests(app.deps, app.now());

async function kindsTo(email: string): Promise<string[]> {
  return (await lettersTo(app, email)).map(({ kind }) => kind);
}

it.each(asking)('%s answers alike for a known address, an unknown one, and none at all', async (name) => {
  const ada = await signUp(app);
  const gone = await signUp(app);
  await gone.ok('deleteMe');
  const answers: unknown[] = [];
  for (const email of [ada.email, ada.email.toUpperCase(), newEmail(), gone.email, 'nobody', '', 'a@b@c', '\u0000']) {
    const { status, text, headers } = await stranger.call(name, { body: { email } });
    const { 'x-request-id': _id, date: _date, ...rest } = headers;
    answers.push({ status, text, rest });
  }
  expect(answers[0]).toMatchObject({ status: 202, text: '{"next":"check-mail"}' });
  expect(answers).toEqual(answers.map(() => answers[0]));
});

it.each(asking)('%s writes one small document before it answers, and nothing else, whoever has it', async (name) => {
  const ada = await signUp(app);
  await answer();
  const count = async () => {
    const collections = await app.deps.connection.db?.collections();
    const counts = await Promise.all(
      (collections ?? []).map(async (each) => [each.collectionName, await each.countDocuments()] as const),
    );
    return new Map(counts.filter(([collection]) => collection !== 'ratelimits'));
  };
  for (const email of [ada.email, newEmail()]) {
    const before = await count();
    await stranger.ok(name, { body: { email } });
    const after = await count();
    const changed = [...after].filter(([collection, number]) => number !== before.get(collection));
    expect(changed).toEqual([['addressrequests', 1]]);
    await answer();
  }
});

it('mails to the address as it was stored, and to nobody else', async () => {
  const ada = await signUp(app, { email: `Capital.${newEmail()}` });
  await answer();
  const before = await Mail.countDocuments();
  await stranger.ok('requestPasswordReset', { body: { email: ada.email.toUpperCase() } });
  await stranger.ok('requestPasswordReset', { body: { email: newEmail() } });
  await answer();
  await letterTo(app, ada.email, 'reset-password');
  expect(await Mail.countDocuments()).toBe(before + 1);
});

it('mails a link to confirm the address until it is confirmed', async () => {
  const ada = await signUp(app);
  await ada.ok('requestVerification', { body: { email: ada.email } });
  await answer();
  expect(await kindsTo(ada.email)).toEqual(['verify-email', 'verify-email']);
  await Account.updateOne({ _id: ada.id }, { $set: { verifiedAt: app.now() } });
  await ada.ok('requestVerification', { body: { email: ada.email } });
  await answer();
  expect(await kindsTo(ada.email)).toHaveLength(2);
});

it('shows who is about to be erased the way back, and sets no password', async () => {
  const ada = await signUp(app);
  await ada.ok('deleteMe');
  for (const name of asking) await stranger.ok(name, { body: { email: ada.email } });
  await answer();
  expect(await kindsTo(ada.email)).toEqual(['verify-email', 'account-deleted', 'account-deleted']);
});

it('answers each request once, however many processes do it at the same time', async () => {
  const members = await Promise.all(Array.from({ length: 8 }, () => signUp(app)));
  await Promise.all(members.map(({ email }) => stranger.ok('requestPasswordReset', { body: { email } })));
  const answered = await Promise.all(Array.from({ length: 4 }, answer));
  expect(answered.reduce((sum, each) => sum + each, 0)).toBe(8);
  for (const { email } of members) expect(await kindsTo(email)).toEqual(['verify-email', 'reset-password']);
  expect(await AddressRequest.countDocuments()).toBe(0);
});

it('loses no request to a process that dies in the middle, nor lets a broken one hold up the others', async () => {
  const [ada, bob] = await Promise.all([signUp(app), signUp(app)]);
  await stranger.ok('requestPasswordReset', { body: { email: ada.email } });
  await stranger.ok('requestPasswordReset', { body: { email: bob.email } });
  // A letter that cannot be sealed stands for whatever ends a process after it took the request.
  let isFirst = true;
  const breaking = {
    ...app.deps.keys,
    get seal() {
      if (!isFirst) return app.deps.keys.seal;
      isFirst = false;
      throw new Error('ended in the middle');
    },
  };
  expect(await answerAddressRequests({ ...app.deps, keys: breaking }, app.now())).toBe(1);
  expect(await AddressRequest.countDocuments()).toBe(1);
  await answer();
  for (const { email } of [ada, bob]) expect(await kindsTo(email)).toEqual(['verify-email', 'reset-password']);
});

it.each(asking)('%s promises no letter where none can be sent', async (name) => {
  const ada = await signUp(app);
  const before = await AddressRequest.countDocuments();
  app.deps.env.isLoopback = false;
  try {
    for (const email of [ada.email, newEmail()]) {
      expect((await stranger.call(name, { body: { email } })).problem).toMatchObject({ status: 409, code: 'no-mail' });
    }
  } finally {
    app.deps.env.isLoopback = true;
  }
  expect(await AddressRequest.countDocuments()).toBe(before);
});
