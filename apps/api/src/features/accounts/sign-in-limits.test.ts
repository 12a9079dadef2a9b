import mongoose from 'mongoose';
import { beforeEach, expect, it } from 'vitest';
import { type Member, newEmail, signUp } from '../../../test/build.js';
import { type Client, clientOf } from '../../../test/client.js';
import { day, startApp } from '../../../test/start.js';
import { makeLink } from '../credentials/links.js';

// A tenth of the tries: ten per address, one per account and address, ten per account over all addresses; one per known device.
const app = await startApp({ rateLimitFactor: 0.1, trustedProxies: ['loopback'] });
const secure = await startApp({
  isHttps: true,
  publicUrl: 'https://way.example',
  publicOrigins: ['https://way.example'],
});

beforeEach(async () => {
  await app.deps.connection.collection('ratelimits').deleteMany({});
});

function from(address: string, cookie?: string): Client {
  const client = clientOf(app, undefined, cookie);
  const { call } = client;
  client.call = (name, asking = {}) =>
    call(name, { ...asking, headers: { ...asking.headers, 'x-forwarded-for': address } });
  return client;
}

function trySignIn(client: Client, email: string, password = 'wrong') {
  return client.call('signIn', { body: { email, password } });
}

const deviceOf = (setCookie: readonly string[] | undefined) =>
  setCookie?.find((cookie) => /^(__Host-)?waymark-device=/.test(cookie))?.split(';')[0];

/** A member, and the cookie that their browser keeps when the session is over. */
async function memberWithDevice(): Promise<{ member: Member; device: string }> {
  const member = await signUp(app);
  await app.deps.connection.collection('ratelimits').deleteMany({});
  const answered = await trySignIn(from('192.0.2.1'), member.email, member.password);
  await app.deps.connection.collection('ratelimits').deleteMany({});
  return { member, device: deviceOf(answered.headers['set-cookie']) ?? '' };
}

/** Guesses at once, each from an address of its own. */
function guessEverywhere(email: string, times: number) {
  return Promise.all(Array.from({ length: times }, (_, i) => trySignIn(from(`198.51.100.${i}`), email)));
}

const countOf = (answers: readonly { status: number }[], status: number) =>
  answers.filter((answer) => answer.status === status).length;

it.each([
  ['a known address', async () => (await signUp(app)).email],
  ['an unknown address', async () => newEmail()],
])('lets exactly ten of fifty guesses at once from everywhere reach %s', async (_, makeEmail) => {
  const answers = await guessEverywhere(await makeEmail(), 50);
  expect([countOf(answers, 401), countOf(answers, 429)]).toEqual([10, 40]);
});

it('never locks the owner out: a device that signed in before has tries of its own', async () => {
  const { member, device } = await memberWithDevice();
  const somebodyElse = await memberWithDevice();
  await guessEverywhere(member.email, 20);
  // At the owner's own address, too.
  for (let i = 0; i < 12; i += 1) await trySignIn(from('192.0.2.1'), member.email);

  expect((await trySignIn(from('192.0.2.1'), member.email, member.password)).status, 'a new device waits').toBe(429);
  expect((await trySignIn(from('192.0.2.1', somebodyElse.device), member.email, member.password)).status).toBe(429);
  expect((await trySignIn(from('192.0.2.1', device), member.email, member.password)).status).toBe(201);
  expect((await trySignIn(from('203.0.113.7', device), member.email, member.password)).status).toBe(201);
});

it('slows a known device as well, wherever it asks from, and forgets its tries after a right one', async () => {
  const { member, device } = await memberWithDevice();
  for (let round = 0; round < 3; round += 1) {
    expect((await trySignIn(from('192.0.2.1', device), member.email, member.password)).status).toBe(201);
  }
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => trySignIn(from(`198.51.100.${i}`, device), member.email)),
  );
  expect([countOf(answers, 401), countOf(answers, 429)]).toEqual([1, 49]);
  expect((await trySignIn(from('192.0.2.1', device), member.email, member.password)).status).toBe(429);
  expect((await trySignIn(from('192.0.2.1'), member.email, member.password)).status, 'nobody else is slowed').toBe(201);
});

it.each([
  ['changed', (device: string) => `${device.slice(0, -1)}${device.endsWith('A') ? 'B' : 'A'}`],
  ['with a longer life', (device: string) => device.replace(/\.\d+\./, '.9999999999.')],
  ['of another device', (device: string) => device.replace(/=.{16}/, `=${'A'.repeat(16)}`)],
  ['of nonsense', () => 'waymark-device=x'],
])('takes no cookie %s', async (_, change) => {
  const { member, device } = await memberWithDevice();
  await guessEverywhere(member.email, 20);
  expect((await trySignIn(from('192.0.2.1', change(device)), member.email, member.password)).status).toBe(429);
  expect((await trySignIn(from('192.0.2.1', device), member.email, member.password)).status).toBe(201);
});

it('knows a device for a year', async () => {
  const { member, device } = await memberWithDevice();
  await guessEverywhere(member.email, 20);
  app.advance(365 * day - 1000);
  expect((await trySignIn(from('192.0.2.1', device), member.email, member.password)).status).toBe(201);
  app.advance(1000);
  expect((await trySignIn(from('192.0.2.1', device), member.email, member.password)).status).toBe(429);
});

it('marks the device at each sign-in, hidden from scripts and other sites, and never for a wrong password', async () => {
  const { email, password } = await signUp(secure);
  const answered = await clientOf(secure).call('signIn', { body: { email, password } });
  const marks = answered.headers['set-cookie']?.filter((cookie) => cookie.includes('device'));
  expect(marks).toEqual([
    expect.stringMatching(
      /^__Host-waymark-device=[\w-]{16}\.\d+\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure; Max-Age=31536000$/,
    ),
  ]);
  expect(marks?.join()).not.toContain(email.split('@')[0]);
  const wrong = await clientOf(secure).call('signIn', { body: { email, password: 'wrong' } });
  expect(wrong.headers['set-cookie']).toBeUndefined();
});

it('lets the owner in on a new device, too, once they set a password by mail there', async () => {
  const member = await signUp(app);
  await guessEverywhere(member.email, 20);
  expect((await trySignIn(from('192.0.2.1'), member.email, member.password)).status).toBe(429);
  const { token } = await makeLink({ kind: 'reset', accountId: new mongoose.Types.ObjectId(member.id) }, app.now());
  const body = { token, password: 'eight slow lanterns' };
  const device = deviceOf((await from('192.0.2.1').call('resetPassword', { body })).headers['set-cookie']);
  expect((await trySignIn(from('192.0.2.1', device), member.email, body.password)).status).toBe(201);
});

it('opens nothing: a device without the password stays out', async () => {
  const { device } = await memberWithDevice();
  expect((await from('192.0.2.1', device).call('refreshSession')).status).toBe(401);
  expect((await from('192.0.2.1', device).call('readMe')).status).toBe(401);
});

it('does not count who signs in rightly, however often', async () => {
  const member = await signUp(app);
  await app.deps.connection.collection('ratelimits').deleteMany({});
  for (let i = 0; i < 15; i += 1) {
    expect((await trySignIn(from(`192.0.2.${i}`), member.email, member.password)).status).toBe(201);
  }
});
