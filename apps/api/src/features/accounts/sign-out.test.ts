import { expect, it } from 'vitest';
import { cookieOf, type Member, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { send } from '../../../test/send.js';
import { minute, startApp } from '../../../test/start.js';

const app = await startApp();

async function expectSignedOut(member: Member): Promise<void> {
  expect((await member.call('readMe')).status).toBe(401);
  expect((await clientOf(app, undefined, member.cookie).call('refreshSession')).status).toBe(401);
}

it.each([
  ['by token and cookie', (ada: Member) => clientOf(app, ada.token, ada.cookie)],
  ['by the cookie alone', (ada: Member) => clientOf(app, undefined, ada.cookie)],
  ['by the token alone', (ada: Member) => clientOf(app, ada.token)],
])('signs out %s, at once, here and nowhere else', async (_, client) => {
  const ada = await signUp(app);
  const phone = await signInAgain(ada);
  // So that the session is known to be alive, and remembered as such.
  await ada.ok('readMe');
  const answered = await client(ada).call('signOut');
  expect([answered.status, answered.text]).toEqual([204, '']);
  expect(answered.headers['set-cookie']?.[0]).toMatch(/^waymark=; .*Max-Age=0/);
  await expectSignedOut(ada);
  expect((await phone.call('readMe')).status).toBe(200);
});

it('signs out by the cookie when the access token is over, and twice without complaint', async () => {
  const ada = await signUp(app);
  app.advance(11 * minute);
  expect((await ada.call('signOut')).status).toBe(204);
  expect((await ada.call('signOut')).status).toBe(204);
  await expectSignedOut(ada);
});

it('takes the cookie of the present session even after a refresh', async () => {
  const ada = await signUp(app);
  const next = cookieOf((await ada.call('refreshSession')).headers['set-cookie']);
  await clientOf(app, undefined, next).ok('signOut');
  await expectSignedOut(ada);
});

it('does not sign out who proves nothing', async () => {
  const ada = await signUp(app);
  for (const client of [clientOf(app), clientOf(app, 'x.y.z'), clientOf(app, undefined, 'waymark=x')]) {
    expect((await client.call('signOut')).problem.code).toBe('not-signed-in');
  }
  expect((await ada.call('readMe')).status).toBe(200);
});

const { origin } = new URL(app.address);
const ours: Record<string, Record<string, string>> = {
  'no browser': {},
  'our page': { origin, 'sec-fetch-site': 'same-origin' },
  'our page by the other name of this host': { origin: origin.replace('127.0.0.1', 'localhost') },
};
const theirs: Record<string, Record<string, string>> = {
  'another site': { origin: 'https://evil.example' },
  'a page without an origin': { origin: 'null' },
  'another port': { origin: 'http://127.0.0.1:1' },
  'an address that begins like ours': { origin: `${origin}.evil.example` },
  'another scheme': { origin: origin.replace('http:', 'https:') },
  'a site beside ours': { 'sec-fetch-site': 'same-site' },
  'a foreign link': { 'sec-fetch-site': 'cross-site' },
  'the address bar': { 'sec-fetch-site': 'none' },
  'our origin, and a foreign site': { origin, 'sec-fetch-site': 'cross-site' },
};
const withCookies = ['signUp', 'signIn', 'refreshSession', 'signOut', 'deleteMe'] as const;

it.each(Object.entries(theirs))('refuses to look at cookies for %s', async (_, headers) => {
  const ada = await signUp(app);
  for (const name of withCookies) {
    const answered = await ada.call(name, { headers });
    expect(answered.problem.code, name).toBe('wrong-origin');
    expect(answered.headers['set-cookie']).toBeUndefined();
  }
  expect((await ada.call('readMe')).status).toBe(200);
});

it.each(Object.entries(ours))('lets %s sign in, refresh and sign out', async (_, headers) => {
  const ada = await signUp(app);
  const body = { email: ada.email, password: ada.password };
  expect((await clientOf(app).call('signIn', { body, headers })).status).toBe(201);
  expect((await ada.call('refreshSession', { headers })).status).toBe(200);
  expect((await ada.call('signOut', { headers })).status).toBe(204);
});

it('refuses what a form of another site could send', async () => {
  const ada = await signUp(app);
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const headers = { 'content-type': type, ...(ada.cookie && { cookie: ada.cookie }) };
    const path = '/api/sessions/refresh';
    expect((await send(app.address, { method: 'POST', path, headers, body: '{}' })).status).toBe(415);
  }
  const { status } = await ada.call('refreshSession', { body: {} });
  expect(status, 'an empty object does no harm').toBe(200);
});

it('lets no other site read anything: no CORS header, whatever the origin', async () => {
  const ada = await signUp(app);
  const answered = await ada.call('readMe', { headers: { origin: 'https://evil.example' } });
  expect(Object.keys(answered.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});
