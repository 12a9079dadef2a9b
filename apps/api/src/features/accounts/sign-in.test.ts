import { expect, it } from 'vitest';
import { goodPassword, newEmail, signInAgain, signUp } from '../../../test/build.js';
import { type Client, clientOf } from '../../../test/client.js';
import { startApp } from '../../../test/start.js';
import { Audit } from '../instance/audit.model.js';
import { Account } from './accounts.model.js';
import { hashPassword } from './passwords.js';

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

/** Everybody whom a wrong password is tried on must look the same from outside. */
const kinds: Record<string, () => Promise<string>> = {
  'nobody has': async () => newEmail(),
  'a provider alone opens': async () => {
    const { id, email } = await signUp(app);
    await Account.updateOne({ _id: id }, { $unset: { passwordHash: 1 } });
    return email;
  },
  'an owner disabled': async () => {
    const { id, email } = await signUp(app);
    await Account.updateOne({ _id: id }, { $set: { disabledAt: app.now() } });
    return email;
  },
  'is to be erased': async () => {
    const { id, email } = await signUp(app);
    await Account.updateOne({ _id: id }, { $set: { eraseAfter: app.now() } });
    return email;
  },
  'has a hash of before the cost was raised': async () => {
    const { id, email, password } = await signUp(app);
    const passwordHash = await hashPassword(password, app.deps.keys.pepper, 7);
    await Account.updateOne({ _id: id }, { $set: { passwordHash } });
    return email;
  },
};

it('answers alike whether the address or the password is wrong', async () => {
  const wrongPassword = await trySignIn(clientOf(app), ada.email, 'not it at all');
  const answers = await Promise.all([
    ...Object.values(kinds).map(async (make) => trySignIn(clientOf(app), await make(), 'not it at all')),
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

it('takes as long for all of them', async () => {
  const emails = [ada.email, ...(await Promise.all(Object.values(kinds).map((make) => make())))];
  const times = emails.map((): number[] => []);
  for (let round = 0; round < 7; round += 1) {
    for (const [index, email] of emails.entries()) {
      const startedAt = performance.now();
      await trySignIn(clientOf(app), email, 'not it at all');
      times[index]?.push(performance.now() - startedAt);
    }
  }
  const [known = 0, ...others] = times.map((each) => each.toSorted((a, b) => a - b)[3] ?? 0);
  // A hash of cost 10 takes some 50 ms; without it the answer would come within 5, and one of cost 7 within 12.
  const ratios = others.map((other) => other / known);
  expect(Math.min(...ratios)).toBeGreaterThan(0.5);
  expect(Math.max(...ratios)).toBeLessThan(2);
});

it('writes down who was refused, and never the whole of what was typed', async () => {
  const since = await Audit.countDocuments();
  const headers = { 'user-agent': 'A telephone' };
  const typed = 'Secret.Person@Example.org';
  await trySignIn(clientOf(app), ada.email, 'wrong', headers);
  await trySignIn(clientOf(app), typed, 'wrong', headers);
  await trySignIn(clientOf(app), 'hunter2', 'wrong', headers);
  const lines = await Audit.find().sort({ _id: 1 }).skip(since).lean();
  const by = { event: 'sign-in-refused', at: app.now(), address: '127.0.0.1', device: 'A telephone' };
  expect(lines.map(({ _id, ...line }) => ({ ...line, actorId: line.actorId && String(line.actorId) }))).toEqual([
    { ...by, actorId: ada.id, detail: {} },
    { ...by, actorId: undefined, detail: { address: 's…@example.org' } },
    { ...by, actorId: undefined, detail: {} },
  ]);
});

it('writes down why the right password opens nothing, and a refused step-up', async () => {
  const member = await signUp(app);
  expect((await member.call('stepUp', { body: { password: 'wrong' } })).problem.code).toBe('wrong-credentials');
  expect((await member.call('stepUp', { body: { password: member.password } })).status).toBe(204);
  await Account.updateOne({ _id: member.id }, { $set: { disabledAt: app.now() } });
  expect((await trySignIn(clientOf(app), member.email, member.password)).problem.code).toBe('account-disabled');
  const lines = await Audit.find({ actorId: member.id }).sort({ _id: 1 }).lean();
  expect(lines.map(({ event, detail }) => [event, detail])).toEqual([
    ['signed-up', { by: 'sign-up' }],
    ['step-up-refused', {}],
    ['sign-in-refused', { by: 'password', reason: 'disabled' }],
  ]);
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
