import { expect, it } from 'vitest';
import { cookieOf, type Member, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { lettersTo } from '../../../test/letters.js';
import { second, startApp } from '../../../test/start.js';
import { Audit } from '../instance/audit.model.js';
import { Session } from './sessions.model.js';

const app = await startApp();
const headers = { 'user-agent': 'Somebody else' };

async function refresh(cookie: string | undefined) {
  const answered = await clientOf(app, undefined, cookie).call('refreshSession', { headers });
  return { status: answered.status, next: cookieOf(answered.headers['set-cookie']) };
}

const generationsOf = async (member: Member) =>
  (await Session.find({ accountId: member.id }).lean()).map(({ generation }) => generation);
const eventsOf = (member: Member) => Audit.find({ actorId: member.id, event: 'refresh-token-reused' }).lean();
const warningsTo = async (member: Member) =>
  (await lettersTo(app, member.email)).filter(({ kind }) => kind === 'session-ended');

it('rotates once when fifty refresh at once: one successor, and nobody is signed out', async () => {
  const ada = await signUp(app);
  const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(ada.cookie)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ next }) => next)).size).toBe(1);
  expect(await generationsOf(ada)).toEqual([1]);
  expect((await refresh(answers[0]?.next)).status).toBe(200);
  expect((await ada.call('readMe')).status).toBe(200);
  expect(await eventsOf(ada)).toEqual([]);
});

it('gives the one before its successor until thirty seconds are over, to the second', async () => {
  const [ada, bob] = await Promise.all([signUp(app), signUp(app)]);
  const [first] = await Promise.all([refresh(ada.cookie), refresh(bob.cookie)]);
  app.advance(30 * second);
  expect(await refresh(ada.cookie)).toEqual({ status: 200, next: first.next });
  app.advance(second);
  expect((await refresh(bob.cookie)).status).toBe(401);
  expect((await refresh(ada.cookie)).status, 'the grace does not begin anew').toBe(401);
});

it('ends the family of a token from two before, at once, and tells the member and the log, once for ten', async () => {
  const ada = await signUp(app);
  const phone = await signInAgain(ada);
  const one = await refresh(ada.cookie);
  const two = await refresh(one.next);
  expect((await ada.call('readMe')).status).toBe(200);

  const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(ada.cookie)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  expect((await ada.call('readMe')).status, 'its access token').toBe(401);
  for (const cookie of [ada.cookie, one.next, two.next]) expect((await refresh(cookie)).status).toBe(401);
  expect((await phone.call('readMe')).status, 'another device').toBe(200);
  expect((await refresh(phone.cookie)).status).toBe(200);

  expect(await eventsOf(ada)).toEqual([
    expect.objectContaining({ at: app.now(), address: '127.0.0.1', device: 'Somebody else', detail: { session: '' } }),
  ]);
  const warnings = await warningsTo(ada);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]?.text).toContain(`${app.deps.env.publicUrl}/settings#sessions`);
});

it('tells nobody where only the right ones come', async () => {
  const ada = await signUp(app);
  let { cookie } = ada;
  for (let round = 0; round < 3; round += 1) cookie = (await refresh(cookie)).next;
  expect(await eventsOf(ada)).toEqual([]);
  expect(await warningsTo(ada)).toEqual([]);
});
