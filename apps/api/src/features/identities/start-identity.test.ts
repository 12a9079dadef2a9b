import { afterAll, expect, it } from 'vitest';
import { newEmail } from '../../../test/build.js';
import { settingsFor, Traveller } from '../../../test/by-provider.js';
import { clientOf } from '../../../test/client.js';
import { clientId, clientSecret, startOidc } from '../../../test/oidc.js';
import { startApp } from '../../../test/start.js';
import { IdentityAttempt } from './attempts.model.js';

const oidc = await startOidc();
afterAll(() => oidc.stop());
const app = await startApp({ providers: settingsFor(oidc) });
const returnTo = `${app.address}/sign-in/callback/oidc`;
oidc.serve(returnTo);

it('sends the browser there with state, nonce and PKCE, and nothing secret', async () => {
  const traveller = new Traveller(app);
  const started = await traveller.start();
  const { origin, searchParams } = new URL(started.body.url);
  expect(origin).toBe(oidc.issuer);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    ...{ client_id: clientId, response_type: 'code', scope: 'openid email profile', redirect_uri: returnTo },
    ...{ code_challenge_method: 'S256', code_challenge: expect.stringMatching(/^[\w-]{43}$/) },
    ...{ state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/) },
  });
  expect(searchParams.has('prompt')).toBe(false);
  expect(started.body.url).not.toContain(encodeURIComponent(clientSecret));
  const stored = JSON.stringify(await IdentityAttempt.find().lean());
  for (const name of ['state', 'nonce']) expect(stored).not.toContain(searchParams.get(name));
  expect(stored).not.toContain(traveller.way?.split('=')[1]);
});

it('holds the attempt to the browser by a cookie that scripts and other sites never get', async () => {
  const { headers } = await new Traveller(app).start();
  expect(headers['set-cookie']).toEqual([
    expect.stringMatching(/^waymark-way=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=600$/),
  ]);
  const secure = await startApp({ providers: settingsFor(oidc), isHttps: true });
  expect((await new Traveller(secure).start()).headers['set-cookie']).toEqual([
    expect.stringMatching(/^__Host-waymark-way=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=600; Secure$/),
  ]);
});

it('lets two tabs of one browser be on the way at once', async () => {
  const traveller = new Traveller(app);
  const urls = [(await traveller.start()).body.url, (await traveller.start()).body.url];
  const as = newEmail();
  for (const url of urls) expect((await traveller.finish(await traveller.go(url, { as }))).status).toBe(200);
});

it.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '',
  'x',
  '/.//evil.example',
  '/a/..//evil.example',
  '/\t/evil.example',
  '/a\\b',
  '/ä',
  '/a b',
  '/a\n',
])('leads to pages of this site alone: not to %j', async (next) => {
  expect((await new Traveller(app).start({ next })).problem).toMatchObject({
    code: 'invalid',
    errors: [{ path: 'next' }],
  });
});

it.each([
  '/',
  '/projects/new',
  '/roadmaps/backend?view=trail#http',
  '/cohorts/join?code=A-B&next=https://x.example//y',
])('leads back to %s', async (next) => {
  expect((await new Traveller(app).start({ next })).status).toBe(200);
});

it('begins at its own address, so that the cookie is there on the way back', async () => {
  const { port } = new URL(app.address);
  const start = (host: string) =>
    clientOf(app).call('startIdentity', { params: { provider: 'oidc' }, body: {}, headers: { host } });
  const { problem } = await start(`localhost:${port}`);
  expect([problem.code, problem.detail]).toEqual(['bad-request', `Open Waymark at ${app.address} and begin there.`]);
  // Behind a proxy the name may be any; there the public address is believed.
  for (const host of [`127.0.0.1:${port}`, 'waymark.internal']) expect((await start(host)).status).toBe(200);
});

it('is slowed down where one address asks again and again', async () => {
  const strict = await startApp({ providers: settingsFor(oidc), rateLimitFactor: 0.01 });
  // What the other tests of this file have asked is forgotten.
  await strict.deps.connection.collection('ratelimits').deleteMany({ key: /^identity-/ });
  const traveller = new Traveller(strict);
  expect((await traveller.start()).status).toBe(200);
  expect((await traveller.start()).problem.code).toBe('too-many-requests');
  for (const code of ['link-ended', 'link-ended', 'too-many-requests']) {
    expect((await traveller.finish('?state=x')).problem.code).toBe(code);
  }
});
