import { expect, it } from 'vitest';
import { goodPassword, newEmail, signInAgain, signUp } from '../../../test/build.js';
import { type Client, clientOf } from '../../../test/client.js';
import { startApp } from '../../../test/start.js';
import { Account } from './accounts.model.js';

const app = await startApp({ bcryptCost: 10 });
const strict = await startApp({ rateLimitFactor: 1 });
const proxied = await startApp({ rateLimitFactor: 1, trustedProxies: ['loopback'] });
const ada = await signUp(app);

function trySignIn(client: Client, email: string, password: string, headers: Record<string, string> = {}) {
  return client.call('signIn', { body: { email, password }, headers });
}

function forgetTries() {
  return strict.deps.connection.collection('ratelimits').deleteMany({});
}

const withoutId = (text: string) => text.replace(/"requestId":"[^"]+"/, '');

it('answers alike whether the address or the password is wrong', async () => {
  const wrongPassword = await trySignIn(clientOf(app), ada.email, 'not it at all');
  const answers = await Promise.all([
    trySignIn(clientOf(app), newEmail(), goodPassword),
    trySignIn(clientOf(app), 'no address', goodPassword),
    trySignIn(clientOf(app), '', ''),
    trySignIn(clientOf(app), ada.email, ''),
    trySignIn(clientOf(app), ada.email, goodPassword.toUpperCase()),
  ]);
  for (const { status, text, headers } of answers) {
    expect([status, withoutId(text)]).toEqual([401, withoutId(wrongPassword.text)]);
    expect(headers['set-cookie']).toBeUndefined();
  }
});

it('takes as long for an address that nobody has', async () => {
  const time = async (email: string) => {
    const startedAt = performance.now();
    await trySignIn(clientOf(app), email, 'not it at all');
    return performance.now() - startedAt;
  };
  const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    known.push(await time(ada.email));
    unknown.push(await time(newEmail()));
  }
  // A hash of cost 10 takes some 50 ms; without it the answer would come within 5.
  expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
  expect(median(unknown) / median(known)).toBeLessThan(2);
});

it('lets exactly ten of fifty wrong tries at once reach an account, and says when to come back', async () => {
  await forgetTries();
  const member = await signUp(strict);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => trySignIn(clientOf(strict), member.email, 'wrong')),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect([answers.filter(({ status }) => status === 401).length, refused.length]).toEqual([10, 40]);
  for (const { headers, problem } of refused) {
    expect(problem.code).toBe('too-many-requests');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(900);
  }
  const right = await trySignIn(clientOf(strict), member.email, member.password);
  expect(right.status, 'the right password waits, too').toBe(429);
  const somebodyElse = await signUp(strict);
  expect((await trySignIn(clientOf(strict), somebodyElse.email, somebodyElse.password)).status).toBe(201);
});

it('forgets the tries of an account after a right one', async () => {
  await forgetTries();
  const member = await signUp(strict);
  for (let round = 0; round < 3; round += 1) {
    for (let i = 0; i < 7; i += 1) expect((await trySignIn(clientOf(strict), member.email, 'wrong')).status).toBe(401);
    expect((await trySignIn(clientOf(strict), member.email, member.password)).status).toBe(201);
  }
});

it('counts an unknown address as a known one', async () => {
  await forgetTries();
  const email = newEmail();
  const statuses = [];
  for (let i = 0; i < 12; i += 1) statuses.push((await trySignIn(clientOf(strict), email, 'wrong')).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
});

it('does not believe X-Forwarded-For, unless the owner lists the proxy', async () => {
  await forgetTries();
  const tryFrom = (client: Client, email: string, i: number) =>
    trySignIn(client, email, 'wrong', { 'x-forwarded-for': `203.0.113.${i}` });
  const [one, two] = [newEmail(), newEmail()];
  for (let i = 0; i < 10; i += 1) await tryFrom(clientOf(strict), one, i);
  expect((await tryFrom(clientOf(strict), one, 99)).status).toBe(429);
  for (let i = 0; i < 10; i += 1) await tryFrom(clientOf(proxied), two, 7);
  expect((await tryFrom(clientOf(proxied), two, 7)).status).toBe(429);
  expect((await tryFrom(clientOf(proxied), two, 8)).status, 'another address is not held up').toBe(401);
});

it('limits sign-ups by address', async () => {
  await forgetTries();
  const body = { name: 'x', email: 'not an address', password: 'x' };
  for (let i = 0; i < 3; i += 1) expect((await clientOf(strict).call('signUp', { body })).status).toBe(422);
  const taken = { name: 'Ada', email: ada.email, password: goodPassword };
  // What breaks the schema costs nothing; the 60 of an hour are used up by tries that could have been right.
  await strict.deps.connection
    .collection('ratelimits')
    .updateOne({ key: 'sign-up:127.0.0.1' }, { $set: { points: 59 } });
  await clientOf(strict).call('signUp', { body: { ...taken, password: 'password' } });
  await strict.deps.connection
    .collection('ratelimits')
    .updateOne({ key: 'sign-up:127.0.0.1' }, { $set: { points: 59 } });
  expect((await clientOf(strict).call('signUp', { body: taken })).status).toBe(409);
  expect((await clientOf(strict).call('signUp', { body: taken })).problem.code).toBe('too-many-requests');
});

it('hashes anew at the next sign-in when the cost grows', async () => {
  const member = await signUp(app);
  const hashOf = async () => (await Account.findById(member.id).lean())?.passwordHash;
  const before = await hashOf();
  app.deps.env.bcryptCost = 11;
  expect((await trySignIn(clientOf(app), member.email, 'wrong')).status).toBe(401);
  expect(await hashOf()).toBe(before);
  await signInAgain(member);
  app.deps.env.bcryptCost = 10;
  expect(await hashOf()).toMatch(/^\$2b\$11\$/);
  await signInAgain(member);
});
