import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { newEmail } from '../../../test/build.js';
import { settingsFor, Traveller } from '../../../test/by-provider.js';
import { clientId, clientSecret, startOidc } from '../../../test/oidc.js';
import { startApp, type TestApp } from '../../../test/start.js';

/** An app whose provider is a server that is none. */
async function startBroken(listener: RequestListener): Promise<TestApp> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return startApp({ providers: { oidc: { issuer, clientId, clientSecret, name: 'School' } } });
}

function endless(res: ServerResponse): void {
  res.setHeader('content-type', 'application/json');
  const more = () => {
    while (res.write('x'.repeat(65_536)));
  };
  res.on('drain', more);
  more();
}

/** How it is broken, and what the log says of it. */
const brokenWays: [string, RequestListener, string][] = [
  ['has a fault', (_req, res) => res.writeHead(500).end(), 'status 500'],
  ['is something else', (_req, res) => res.end('<h1>Welcome to nginx</h1>'), 'OAUTH_'],
  [
    'says that it is another',
    (_req, res) => res.setHeader('content-type', 'application/json').end('{"issuer":"https://evil.example"}'),
    'OAUTH_JSON_ATTRIBUTE_COMPARISON',
  ],
  ['sends one elsewhere', (_req, res) => res.writeHead(302, { location: 'http://169.254.169.254/' }).end(), 'OAUTH_'],
  ['answers without end', (_req, res) => endless(res), 'an answer without end'],
  ['takes all time of the world', () => undefined, 'TimeoutError'],
];

it.each(brokenWays)('says that the provider does not answer where it %s', async (_, listener, told) => {
  const broken = await startBroken(listener);
  const { problem, headers } = await new Traveller(broken).start();
  expect([problem.code, problem.detail]).toEqual(['unavailable', expect.stringContaining('School does not answer')]);
  expect(headers['retry-after']).toBe('5');
  expect(broken.logged()).toContain(told);
  expect(broken.logged()).not.toContain('unexpected failure');
});

it('asks again once a provider that was down is back', async () => {
  const late = await startOidc();
  afterAll(() => late.stop());
  const waiting = await startApp({ providers: settingsFor(late) });
  expect((await new Traveller(waiting).start()).problem.code).toBe('unavailable');
  late.serve(`${waiting.address}/sign-in/callback/oidc`);
  const as = newEmail();
  const traveller = new Traveller(waiting);
  expect((await traveller.travel({ as })).status).toBe(200);
  // Down again, when the browser comes back.
  const query = await traveller.go((await traveller.start()).body.url, { as });
  late.intercept = (_req, res) => {
    res.socket?.destroy();
    return true;
  };
  expect((await traveller.finish(query)).problem.code).toBe('unavailable');
  late.intercept = undefined;
  expect((await traveller.travel({ as })).status).toBe(200);
});

it('sends no code over plain http to another machine, whatever the provider says of itself', async () => {
  const careless = await startOidc();
  afterAll(() => careless.stop());
  const trusting = await startApp({ providers: settingsFor(careless) });
  careless.serve(`${trusting.address}/sign-in/callback/oidc`);
  const metadata = await (await fetch(`${careless.issuer}/.well-known/openid-configuration`)).json();
  careless.intercept = ({ url }, res) => {
    if (url !== '/.well-known/openid-configuration') return false;
    const moved = { ...(metadata as object), token_endpoint: 'http://waymark.invalid/token' };
    res.setHeader('content-type', 'application/json').end(JSON.stringify(moved));
    return true;
  };
  const { problem } = await new Traveller(trusting).travel({ as: newEmail() });
  expect([problem.code, problem.detail]).toEqual(['bad-request', expect.stringContaining('could not be trusted')]);
});
