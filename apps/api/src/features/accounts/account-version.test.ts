import { expect, it } from 'vitest';
import { type Member, makeOwner, newEmail, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { tokenFor } from '../../../test/links.js';
import { turnOnTwoFactor } from '../../../test/second-factor.js';
import { startApp } from '../../../test/start.js';
import { makeLink } from '../credentials/links.js';
import { Account } from './accounts.model.js';

const app = await startApp();
const stranger = clientOf(app);
const password = 'a wholly different sentence 7';

const verify = async ({ email }: Member) =>
  stranger.ok('verifyEmail', { body: { token: await tokenFor(app, email, 'verify-email') } });

async function askForAddress(ada: Member): Promise<string> {
  const email = newEmail();
  await ada.ok('requestEmailChange', { body: { email } });
  return email;
}

async function confirmAddress(email: string): Promise<void> {
  const token = await tokenFor(app, email, 'confirm-new-email');
  await stranger.ok('confirmEmailChange', { body: { token } });
}

/** What happens to an account, to be seen by another device of its member: what has to be so, and then the act. */
const acts: Record<string, (ada: Member) => Promise<() => Promise<unknown>>> = {
  'its address was confirmed': async (ada) => () => verify(ada),
  'another address was asked for': async (ada) => () => askForAddress(ada),
  'another address was confirmed': async (ada) => {
    const email = await askForAddress(ada);
    return () => confirmAddress(email);
  },
  'its password was changed, and a wish for another address forgotten': async (ada) => {
    await askForAddress(ada);
    return () => ada.ok('changePassword', { body: { current: ada.password, password } });
  },
  'its password was reset': async (ada) => () => reset(ada),
  'the second factor was turned on': async (ada) => () => turnOnTwoFactor(ada),
  'the second factor was turned off': async (ada) => {
    await turnOnTwoFactor(ada);
    return () => ada.ok('endTwoFactor');
  },
  'its member became an owner': async (ada) => {
    const owner = await makeOwner(await signUp(app));
    return () => owner.ok('changeMember', { params: { id: ada.id }, body: { role: 'owner' } });
  },
  'its member claimed the instance': async (ada) => {
    await Account.updateMany({ role: 'owner' }, { $set: { role: 'member' } });
    const { token } = await makeLink({ kind: 'claim', accountId: null }, app.now());
    return () => ada.ok('claimInstance', { body: { token } });
  },
};

async function reset(ada: Member): Promise<void> {
  await stranger.ok('requestPasswordReset', { body: { email: ada.email } });
  await stranger.ok('resetPassword', { body: { token: await tokenFor(app, ada.email, 'reset-password'), password } });
}

it.each(Object.entries(acts))('is told anew once %s', async (_, prepare) => {
  const ada = await signUp(app);
  const act = await prepare(ada);
  const { version } = await ada.ok('readMe');
  const readAgain = (client: Member) => client.call('readMe', { headers: { 'if-none-match': `"${version}"` } });
  expect((await readAgain(ada)).status, 'nothing has happened yet').toBe(304);
  await act();
  // Some of these sign out everywhere.
  const isOut = (await ada.call('listSessions')).status === 401;
  const { email } = await Account.findById(ada.id).orFail();
  const answered = await readAgain(isOut ? await signInAgain({ ...ada, email, password }) : ada);
  expect(answered.status).toBe(200);
  expect(answered.body.version).toBe(version + 1);
});
