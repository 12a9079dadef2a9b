import { expect, it } from 'vitest';
import { type Member, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { lettersTo } from '../../../test/letters.js';
import { codeOf, turnOnTwoFactor, wrongCodeOf } from '../../../test/second-factor.js';
import { second, startApp, type TestApp } from '../../../test/start.js';
import { Session } from '../accounts/sessions.model.js';
import { Audit } from '../instance/audit.model.js';

const app = await startApp();
const strict = await startApp({ rateLimitFactor: 1, trustedProxies: ['loopback'] });

async function protectedMember(on: TestApp = app) {
  const member = await signUp(on);
  return { member, ...(await turnOnTwoFactor(member)) };
}

function trySignIn(member: Member, code?: string, more: { password?: string; from?: string } = {}) {
  const { email, password } = { ...member, ...more };
  const body = { email, password, ...(code !== undefined && { code }) };
  return clientOf(member.app).call('signIn', { body, headers: more.from ? { 'x-forwarded-for': more.from } : {} });
}

const forgetTries = () => strict.deps.connection.collection('ratelimits').deleteMany({});
const sessionsOf = ({ id }: Member) => Session.countDocuments({ accountId: id });
const eventsOf = async ({ id }: Member) =>
  (await Audit.find({ actorId: id }).sort({ _id: 1 }).lean()).map(({ event }) => event);

it('gives no session, cookie or token for the password alone', async () => {
  const { member, secret } = await protectedMember();
  const before = await sessionsOf(member);
  const asked = await trySignIn(member);
  expect([asked.status, asked.problem.code]).toEqual([401, 'code-required']);
  expect(asked.headers['set-cookie']).toBeUndefined();
  expect(asked.text).not.toMatch(/token/i);
  const wrong = await trySignIn(member, wrongCodeOf(secret, app.now()));
  expect([wrong.status, wrong.problem.code, wrong.problem.errors?.[0]?.path]).toEqual([401, 'wrong-code', 'code']);
  expect(wrong.headers['set-cookie']).toBeUndefined();
  expect(await sessionsOf(member)).toBe(before);
  expect((await trySignIn(member, codeOf(secret, app.now()))).status).toBe(201);
  expect(await sessionsOf(member)).toBe(before + 1);
});

it('asks for the password first: a right code does not help who has a wrong one, and is not used up', async () => {
  const { member, secret, recoveryCodes } = await protectedMember();
  const code = codeOf(secret, app.now());
  const plain = await trySignIn(await signUp(app), undefined, { password: 'wrong' });
  const strip = (text: string) => text.replace(/"requestId":"[^"]+"/, '');
  for (const each of [code, recoveryCodes[0], '000000']) {
    const answered = await trySignIn(member, each, { password: 'wrong' });
    expect([answered.status, strip(answered.text)]).toEqual([401, strip(plain.text)]);
  }
  expect((await trySignIn(member, code)).status).toBe(201);
  expect((await trySignIn(member, recoveryCodes[0])).status).toBe(201);
});

it('takes each code once, of this step and the one before, never of one to come', async () => {
  const { member, secret } = await protectedMember();
  app.advance(60 * second);
  const [before, now, next] = [-1, 0, 1].map((steps) => codeOf(secret, app.now(), steps));
  expect((await trySignIn(member, codeOf(secret, app.now(), -2))).status).toBe(401);
  expect((await trySignIn(member, next)).status).toBe(401);
  expect((await trySignIn(member, before)).status).toBe(201);
  expect((await trySignIn(member, before)).problem.code).toBe('wrong-code');
  expect((await trySignIn(member, now)).status).toBe(201);
  for (const used of [now, before]) expect((await trySignIn(member, used)).status).toBe(401);
  app.advance(30 * second);
  expect((await trySignIn(member, now)).status, 'still the one before, but used').toBe(401);
  expect((await trySignIn(member, next)).status).toBe(201);
});

it('does not take the code that turned it on for a sign-in', async () => {
  const member = await signUp(app);
  const { secret } = await member.ok('beginTwoFactor');
  const code = codeOf(secret, app.now());
  await member.ok('confirmTwoFactor', { body: { code } });
  expect((await trySignIn(member, code)).problem.code).toBe('wrong-code');
  app.advance(30 * second);
  expect((await trySignIn(member, codeOf(secret, app.now()))).status).toBe(201);
});

it('lets exactly one of ten in that come at once with the same code', async () => {
  const { member, secret } = await protectedMember();
  for (let round = 0; round < 3; round += 1) {
    app.advance(30 * second);
    const code = codeOf(secret, app.now());
    const answers = await Promise.all(Array.from({ length: 10 }, () => trySignIn(member, code)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 401);
    expect(refused.map(({ problem }) => problem.code)).toEqual(Array.from({ length: 9 }, () => 'wrong-code'));
  }
});

it('lets exactly one of ten in that come at once with the same recovery code', async () => {
  const { member, recoveryCodes } = await protectedMember();
  for (const [round, code] of recoveryCodes.slice(0, 3).entries()) {
    const answers = await Promise.all(Array.from({ length: 10 }, () => trySignIn(member, code)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(9);
    expect((await member.ok('readTwoFactor')).recoveryCodesLeft).toBe(9 - round);
  }
});

it('takes a recovery code in any spelling, once, and tells the member how many are left', async () => {
  const { member, recoveryCodes } = await protectedMember();
  const [first = '', second = '', third = ''] = recoveryCodes;
  for (const typed of [first.toLowerCase(), ` ${second.replaceAll('-', ' ')} `, third.replaceAll('-', '')]) {
    expect((await trySignIn(member, typed)).status, typed).toBe(201);
    expect((await trySignIn(member, typed)).problem.code, typed).toBe('wrong-code');
  }
  const told = (await lettersTo(app, member.email)).filter(({ kind }) => kind === 'recovery-code-used');
  expect(told).toHaveLength(3);
  expect(told.at(-1)?.text).toMatch(/\b7\b/);
  expect(told.at(-1)?.text).toContain(`${app.address}/settings#two-factor`);
  const events = await eventsOf(member);
  expect(events.filter((event) => event === 'recovery-code-used')).toHaveLength(3);
  expect(events.filter((event) => event === 'code-refused')).toHaveLength(3);
});

it('takes nobody else’s codes', async () => {
  const [ada, bob] = await Promise.all([protectedMember(), protectedMember()]);
  expect((await trySignIn(ada.member, codeOf(bob.secret, app.now()))).status).toBe(401);
  expect((await trySignIn(ada.member, bob.recoveryCodes[0])).status).toBe(401);
  expect((await trySignIn(bob.member, bob.recoveryCodes[0])).status, 'and uses none up').toBe(201);
});

it('lets five of fifty wrong codes at once be tried, and then says when to come back', async () => {
  await forgetTries();
  const { member, secret } = await protectedMember(strict);
  const wrong = wrongCodeOf(secret, strict.now());
  const answers = await Promise.all(Array.from({ length: 50 }, () => trySignIn(member, wrong)));
  const of = (status: number) => answers.filter((answer) => answer.status === status);
  expect([of(401).length, of(429).length]).toEqual([5, 45]);
  const right = await trySignIn(member, codeOf(secret, strict.now()));
  expect(right.problem.code, 'the right one waits, too').toBe('too-many-requests');
  expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(right.headers['retry-after'])).toBeLessThanOrEqual(300);
  expect((await member.call('stepUp', { body: { code: wrong } })).status, 'at every door').toBe(429);
  const somebodyElse = await protectedMember(strict);
  expect((await trySignIn(somebodyElse.member, codeOf(somebodyElse.secret, strict.now()))).status).toBe(201);
});

it('lets five wrong codes be tried to turn it on, and none of a right one counts', async () => {
  await forgetTries();
  const member = await signUp(strict);
  const { secret } = await member.ok('beginTwoFactor');
  const confirm = (code: string) => member.call('confirmTwoFactor', { body: { code } });
  const statuses: number[] = [];
  for (let i = 0; i < 6; i += 1) statuses.push((await confirm(wrongCodeOf(secret, strict.now()))).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  expect((await confirm(codeOf(secret, strict.now()))).status, 'the right one waits, too').toBe(429);
  const somebodyElse = await signUp(strict);
  for (let round = 0; round < 6; round += 1) {
    await turnOnTwoFactor(somebodyElse);
    await somebodyElse.ok('endTwoFactor');
  }
});

it('lets ten wrong codes of an account be tried from wherever they come', async () => {
  await forgetTries();
  const { member, secret } = await protectedMember(strict);
  const wrong = wrongCodeOf(secret, strict.now());
  const statuses: number[] = [];
  for (let i = 0; i < 12; i += 1) {
    statuses.push((await trySignIn(member, wrong, { from: `203.0.113.${Math.floor(i / 3)}` })).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
});

it('holds up nobody who signs in rightly, however often', async () => {
  await forgetTries();
  const { member, secret } = await protectedMember(strict);
  // Both steps of each, some with a slip of the finger: the password counts for one try by address, the code for none.
  for (let round = 0; round < 25; round += 1) {
    strict.advance(30 * second);
    expect((await trySignIn(member)).problem.code).toBe('code-required');
    if (round % 8 === 0) {
      expect((await trySignIn(member, wrongCodeOf(secret, strict.now()))).problem.code).toBe('wrong-code');
    }
    expect((await trySignIn(member, codeOf(secret, strict.now()))).status, `round ${round}`).toBe(201);
  }
  const counted = await strict.deps.connection.collection('ratelimits').findOne({ key: 'sign-in-address:127.0.0.1' });
  expect(counted?.points).toBe(25);
  // A right code does not pay for the wrong ones before it.
  const refusedBefore = await strict.deps.connection
    .collection('ratelimits')
    .findOne({ key: `code-account:${member.id}` });
  expect(refusedBefore?.points).toBe(4);
});

it('counts the password that comes with a code where there is no second factor', async () => {
  await forgetTries();
  const member = await signUp(strict);
  for (let i = 0; i < 3; i += 1) expect((await trySignIn(member, '000000')).status).toBe(201);
  const counted = await strict.deps.connection.collection('ratelimits').findOne({ key: 'sign-in-address:127.0.0.1' });
  expect(counted?.points).toBe(3);
});

it('writes no code and no seed to the log or the audit log', async () => {
  const { member, secret, recoveryCodes } = await protectedMember();
  const wrong = wrongCodeOf(secret, app.now());
  await trySignIn(member, wrong);
  await trySignIn(member, recoveryCodes[0]);
  await signInAgain(member, { code: codeOf(secret, app.now()) });
  const written = app.logged() + JSON.stringify(await Audit.find({ actorId: member.id }).lean());
  for (const secretText of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))]) {
    expect(written).not.toContain(secretText);
  }
  expect(written).not.toContain(`"${wrong}"`);
});
