import { expect, it } from 'vitest';
import { cookieOf, goodPassword, type Member, newEmail, signInAgain, signUp } from '../../../test/build.js';
import { type Client, clientOf } from '../../../test/client.js';
import { day, hour, minute, second, startApp } from '../../../test/start.js';

const app = await startApp();
const secure = await startApp({
  isHttps: true,
  publicUrl: 'https://way.example',
  publicOrigins: ['https://way.example'],
});

/** Refreshes with the client's cookie, which it keeps as it was. */
async function refresh(client: Client, cookie = client.cookie) {
  const answered = await clientOf(app, undefined, cookie).call('refreshSession');
  const { status, headers } = answered;
  return { status, headers, next: cookieOf(headers['set-cookie']), code: status < 400 ? '' : answered.problem.code };
}

async function sessionsOf(member: Member) {
  return (await member.ok('listSessions')).items;
}

it('rotates: each refresh gives another cookie, and a token that is taken', async () => {
  const ada = await signUp(app);
  const seen = new Set([ada.cookie]);
  for (let round = 0; round < 5; round += 1) {
    const answered = await clientOf(app, undefined, ada.cookie).call('refreshSession');
    expect(answered.body.expiresIn).toBe(600);
    expect((await clientOf(app, answered.body.accessToken).ok('readMe')).id).toBe(ada.id);
    ada.cookie = cookieOf(answered.headers['set-cookie']);
    seen.add(ada.cookie);
    app.advance(minute);
  }
  expect(seen.size).toBe(6);
});

it('gives the one before the same successor for thirty seconds: a lost answer, a second tab', async () => {
  const ada = await signUp(app);
  const first = await refresh(ada);
  app.advance(30 * second);
  const again = await refresh(ada);
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.next).toBe(first.next);
  expect((await refresh(ada, first.next)).status).toBe(200);
});

it('ends the session when the one before comes later than that, and says so in the log', async () => {
  const ada = await signUp(app);
  const first = await refresh(ada);
  app.advance(30 * second + 1);
  const late = await refresh(ada);
  expect(late.code).toBe('not-signed-in');
  expect(late.headers['set-cookie']?.[0]).toMatch(/^waymark=;.*Max-Age=0/);
  expect((await refresh(ada, first.next)).status, 'the successor is ended, too').toBe(401);
  expect((await ada.call('readMe')).status, 'so is the access token').toBe(401);
  expect(app.logged()).toContain('"event":"refresh-token-reused"');
  expect(app.logged()).not.toContain(ada.cookie?.split('=')[1]);
});

it('ends the session when an older one comes, at any time', async () => {
  const ada = await signUp(app);
  const second = await refresh(ada);
  await refresh(ada, second.next);
  expect((await refresh(ada)).status).toBe(401);
  expect((await ada.call('readMe')).status).toBe(401);
  const other = await signInAgain(ada);
  expect((await other.call('readMe')).status, 'other sessions go on').toBe(200);
});

it('agrees when several refresh at once', async () => {
  const ada = await signUp(app);
  let { cookie } = ada;
  for (let round = 0; round < 10; round += 1) {
    const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(ada, cookie)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ next }) => next)).size).toBe(1);
    cookie = answers[0]?.next;
  }
});

it.each([
  ['none', undefined],
  ['an empty one', 'waymark='],
  ['text', 'waymark=x'],
  ['a session that never was', `waymark=${'0'.repeat(24)}.0.${'x'.repeat(43)}`],
  ['another name', 'refresh=x'],
])('refuses to refresh with a cookie of %s', async (_, cookie) => {
  const answered = await clientOf(app, undefined, cookie).call('refreshSession');
  expect(answered.problem.code).toBe('not-signed-in');
});

it('lets one address refresh a hundred and twenty times a minute, whoever asks there', async () => {
  const strict = await startApp({ rateLimitFactor: 1 });
  await strict.deps.connection.collection('ratelimits').deleteMany({ key: /^refresh:/ });
  const ada = await signUp(strict);
  const answers = await Promise.all(Array.from({ length: 130 }, () => clientOf(strict).call('refreshSession')));
  const countOf = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect([countOf(401), countOf(429)]).toEqual([120, 10]);
  expect((await ada.call('refreshSession')).problem.code).toBe('too-many-requests');
});

it('hides the cookie from scripts and other sites; over https it is a __Host- cookie', async () => {
  const body = { name: 'Ada', email: newEmail(), password: goodPassword };
  const [plain] = (await clientOf(app).call('signUp', { body })).headers['set-cookie'] ?? [];
  expect(plain).toMatch(/^waymark=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Expires=[^;]+ GMT$/);
  const answered = await clientOf(secure).call('signUp', { body: { ...body, email: newEmail() } });
  const [cookie] = answered.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/^__Host-waymark=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Secure; Expires=[^;]+ GMT$/);
  expect(answered.headers['strict-transport-security']).toBe('max-age=31536000');
  expect(answered.text).not.toContain(cookie?.split(/[=;]/)[1]);
  const kept = clientOf(secure, undefined, cookieOf([cookie ?? '']));
  expect((await kept.call('refreshSession')).status).toBe(200);
  kept.cookie = kept.cookie?.replace('__Host-', '');
  expect((await kept.call('refreshSession')).status, 'without the prefix it is not ours').toBe(401);
});

it('forgets a cookie with the browser when one does not stay signed in', async () => {
  const body = { name: 'Ada', email: newEmail(), password: goodPassword, staySignedIn: false };
  const [cookie] = (await clientOf(app).call('signUp', { body })).headers['set-cookie'] ?? [];
  expect(cookie).not.toMatch(/Expires|Max-Age/);
});

it.each([
  ['fourteen idle days', true, 14 * day],
  ['twelve idle hours, not staying signed in', false, 12 * hour],
])('ends after %s', async (_, staySignedIn, idle) => {
  const ada = await signUp(app, { staySignedIn });
  app.advance(idle - second);
  const kept = await refresh(ada);
  expect(kept.status).toBe(200);
  app.advance(idle - second);
  const again = await refresh(ada, kept.next);
  expect(again.status).toBe(200);
  app.advance(idle);
  expect((await refresh(ada, again.next)).status).toBe(401);
});

it.each([
  ['thirty days', true, 30 * day, 10 * day],
  ['twenty-four hours, not staying signed in', false, 24 * hour, 8 * hour],
])('ends after %s, however much it is used', async (_, staySignedIn, whole, step) => {
  const ada = await signUp(app, { staySignedIn });
  let { cookie } = ada;
  for (let passed = step; passed < whole; passed += step) {
    app.advance(step);
    const kept = await refresh(ada, cookie);
    expect(kept.status).toBe(200);
    cookie = kept.next;
  }
  app.advance(step - second);
  const last = await refresh(ada, cookie);
  expect(last.status).toBe(200);
  app.advance(second);
  expect((await refresh(ada, last.next)).status).toBe(401);
});

it('lists where one is signed in, the last used first, and marks this one', async () => {
  const ada = await signUp(app);
  app.advance(hour);
  const body = { email: ada.email, password: ada.password };
  const answered = await clientOf(app).call('signIn', { body, headers: { 'user-agent': 'A telephone' } });
  const second = clientOf(app, answered.body.accessToken);
  const { items } = await second.ok('listSessions');
  expect(items.map(({ device, current }) => [device, current])).toEqual([
    ['A telephone', true],
    ['', false],
  ]);
  const first = await second.ok('listSessions', { query: { limit: 1 } });
  expect(first.items).toEqual(items.slice(0, 1));
  const rest = await second.ok('listSessions', { query: { limit: 1, cursor: first.nextCursor ?? '' } });
  expect(rest).toEqual({ items: items.slice(1), nextCursor: null });
});

it('ends another session at once, and only its own', async () => {
  const ada = await signUp(app);
  const phone = await signInAgain(ada);
  // So that the session is known to be alive, and remembered as such.
  await phone.ok('readMe');
  const [one, two] = await sessionsOf(ada);
  const other = (one?.current ? two : one)?.id ?? '';
  await ada.ok('endSession', { params: { id: other } });
  expect((await phone.call('readMe')).status).toBe(401);
  expect((await refresh(phone)).status).toBe(401);
  expect((await ada.call('readMe')).status).toBe(200);
  expect((await ada.call('endSession', { params: { id: other } })).status).toBe(404);
});

it('keeps twenty sessions; the one used longest ago goes', async () => {
  const ada = await signUp(app);
  const others: Member[] = [];
  // Ten at a time: no more hashes than the queue takes, and some of them in the same millisecond.
  for (let round = 0; round < 2; round += 1) {
    app.advance(minute);
    others.push(...(await Promise.all(Array.from({ length: 10 }, () => signInAgain(ada)))));
  }
  const last = others.at(-1) ?? ada;
  expect(await sessionsOf(last)).toHaveLength(20);
  expect((await ada.call('readMe')).status, 'the first').toBe(401);
  const alive = await Promise.all(others.map(async (other) => (await other.call('readMe')).status));
  expect(alive).toEqual(others.map(() => 200));
});
