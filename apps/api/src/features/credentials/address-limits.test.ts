import { expect, it } from 'vitest';
import { goodPassword, newEmail, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { tokenFor } from '../../../test/links.js';
import { startApp } from '../../../test/start.js';

const app = await startApp({ rateLimitFactor: 1, trustedProxies: ['loopback'] });
let household = 0;

/** Somebody at an address of their own. */
function stranger() {
  household += 1;
  const headers = { 'x-forwarded-for': `198.51.${Math.floor(household / 250)}.${household % 250}` };
  const client = clientOf(app);
  return {
    call: ((name, asking = {}) => client.call(name, { ...asking, headers })) as typeof client.call,
  };
}

it.each(['requestPasswordReset', 'requestVerification'] as const)(
  '%s floods no mailbox: three letters in fifteen minutes, whoever asks from wherever',
  async (name) => {
    for (const email of [newEmail(), newEmail()]) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          stranger().call(name, { body: { email: i % 2 ? email : email.toUpperCase() } }),
        ),
      );
      const statuses = answers.map(({ status }) => status).toSorted();
      expect(statuses).toEqual([202, 202, 202, ...Array.from({ length: 7 }, () => 429)]);
      const refused = answers.find(({ status }) => status === 429);
      expect(Number(refused?.headers['retry-after'])).toBeLessThanOrEqual(900);
    }
  },
);

it('lets one household ask sixty times an hour', async () => {
  const one = stranger();
  const statuses = [];
  for (let i = 0; i < 62; i += 1) {
    statuses.push((await one.call('requestPasswordReset', { body: { email: newEmail() } })).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 60 }, () => 202), 429, 429]);
  expect((await stranger().call('requestPasswordReset', { body: { email: newEmail() } })).status).toBe(202);
});

it.each([
  ['resetPassword', { password: goodPassword }],
  ['verifyEmail', {}],
  ['confirmEmailChange', {}],
  ['undoEmailChange', {}],
  ['keepAccount', {}],
] as const)('%s lets one household try a hundred links in fifteen minutes', async (name, more) => {
  const one = stranger();
  const statuses = await Promise.all(
    Array.from({ length: 110 }, async (_, i) => (await one.call(name, { body: { token: `no ${i}`, ...more } })).status),
  );
  expect(statuses.filter((status) => status === 422)).toHaveLength(100);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  expect((await stranger().call(name, { body: { token: 'no', ...more } })).status).toBe(422);
});

it('lets a member ask three times in fifteen minutes for one new address', async () => {
  const ada = await signUp(app);
  const email = newEmail();
  const statuses = [];
  for (let i = 0; i < 5; i += 1) statuses.push((await ada.call('requestEmailChange', { body: { email } })).status);
  expect(statuses).toEqual([202, 202, 202, 429, 429]);
  expect((await ada.call('requestEmailChange', { body: { email: newEmail() } })).status).toBe(202);
});

it('counts wrong passwords of a change as it does those of a sign-in', async () => {
  const ada = await signUp(app);
  const change = (current: string) =>
    ada.call('changePassword', { body: { current, password: 'another good sentence 8' } });
  const statuses = [];
  for (let i = 0; i < 12; i += 1) statuses.push((await change(`wrong ${i}`)).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
  expect((await change(ada.password)).status, 'not even with the right one').toBe(429);
});

it('still has a link for whom somebody flooded', async () => {
  const ada = await signUp(app);
  for (let i = 0; i < 5; i += 1) await stranger().call('requestPasswordReset', { body: { email: ada.email } });
  const token = await tokenFor(app, ada.email, 'reset-password');
  const answered = await stranger().call('resetPassword', { body: { token, password: 'another good sentence 8' } });
  expect(answered.status).toBe(204);
});
