import { afterAll, expect, it } from 'vitest';
import { newEmail } from '../../../test/build.js';
import { settingsFor, Traveller } from '../../../test/by-provider.js';
import { clientSecret, startOidc } from '../../../test/oidc.js';
import { minute, startApp } from '../../../test/start.js';
import { Identity } from './identities.model.js';

const oidc = await startOidc();
afterAll(() => oidc.stop());
const github = { url: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y' };
const app = await startApp({ providers: { ...settingsFor(oidc), github } });
const returnTo = `${app.address}/sign-in/callback/oidc`;
oidc.serve(returnTo);

/** Somebody on their way, who has come back with this query and not been let in yet. */
async function onTheWay(meddle?: (url: URL) => void) {
  const traveller = new Traveller(app);
  const as = newEmail();
  const { url } = (await traveller.start()).body;
  const there = { as, ...(meddle && { meddle }) };
  return { as, traveller, url, query: await traveller.go(url, there) };
}

function changed(query: string, change: (parameters: URLSearchParams) => void): string {
  const parameters = new URLSearchParams(query);
  change(parameters);
  return `?${parameters}`;
}

/** Nobody got in, and nobody was made. */
async function expectNobody(as: string): Promise<void> {
  expect(await Identity.countDocuments({ subject: as })).toBe(0);
}

it('takes no way back that another browser began', async () => {
  const { as, traveller, query } = await onTheWay();
  const other = new Traveller(app);
  expect((await other.finish(query)).problem.code).toBe('link-ended');
  await other.start();
  expect((await other.finish(query)).problem.code).toBe('link-ended');
  await expectNobody(as);
  expect((await traveller.finish(query)).status).toBe(200);
});

it('takes a way back once: of ten at once one gets in', async () => {
  const { traveller, query } = await onTheWay();
  const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await traveller.finish(query)).status));
  expect(statuses.toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 422)]);
  expect((await traveller.finish(query)).problem.code).toBe('link-ended');
});

it('takes no way back after ten minutes', async () => {
  const [late, inTime] = [await onTheWay(), await onTheWay()];
  app.advance(10 * minute - 1);
  expect((await inTime.traveller.finish(inTime.query)).status).toBe(200);
  app.advance(1);
  expect((await late.traveller.finish(late.query)).problem.code).toBe('link-ended');
  await expectNobody(late.as);
});

it.each([
  ['no query', () => ''],
  ['no state', (query: string) => changed(query, (p) => p.delete('state'))],
  ['another state', (query: string) => changed(query, (p) => p.set('state', 'x'.repeat(43)))],
  ['two states', (query: string) => `${query}&state=x`],
])('refuses %s, and the right one still holds', async (_, change) => {
  const { traveller, query } = await onTheWay();
  expect((await traveller.finish(change(query))).problem.code).toBe('link-ended');
  expect((await traveller.finish(query)).status).toBe(200);
});

it.each([
  ['no code', (p: URLSearchParams) => p.delete('code'), 'bad-request'],
  ['a code that is none', (p: URLSearchParams) => p.set('code', 'x'.repeat(43)), 'link-ended'],
  ['two codes', (p: URLSearchParams) => p.append('code', 'x'), 'bad-request'],
  [
    'another issuer: the answer of one provider, given to us as that of another',
    (p: URLSearchParams) => p.set('iss', 'https://evil.example'),
    'bad-request',
  ],
  ['no issuer, where the provider says that it names itself', (p: URLSearchParams) => p.delete('iss'), 'bad-request'],
])('refuses %s, and the attempt is over', async (_, change, code) => {
  const { as, traveller, query } = await onTheWay();
  expect((await traveller.finish(changed(query, change))).problem.code).toBe(code);
  expect((await traveller.finish(query)).problem.code).toBe('link-ended');
  await expectNobody(as);
});

it.each([
  ['another nonce in the signed answer', 'nonce', 'bad-request'],
  ['a code that was asked for with another verifier', 'code_challenge', 'link-ended'],
])('refuses %s', async (_, name, code) => {
  const { as, traveller, query } = await onTheWay((url) => {
    if (url.searchParams.has(name)) url.searchParams.set(name, 'x'.repeat(43));
  });
  expect((await traveller.finish(query)).problem.code).toBe(code);
  await expectNobody(as);
});

it('refuses an answer that is signed with keys which the provider does not show', async () => {
  const impostor = await startOidc();
  afterAll(() => impostor.stop());
  const fooled = await startApp({ providers: settingsFor(impostor) });
  impostor.serve(`${fooled.address}/sign-in/callback/oidc`);
  const shown = await (await fetch(`${impostor.issuer}/jwks`)).text();
  const traveller = new Traveller(fooled);
  const as = newEmail();
  expect((await traveller.travel({ as })).status).toBe(200);
  // Other keys sign from now on, and those of before are shown.
  impostor.serve(`${fooled.address}/sign-in/callback/oidc`);
  impostor.intercept = ({ url }, res) => {
    if (url !== '/jwks') return false;
    res.setHeader('content-type', 'application/jwk-set+json').end(shown);
    return true;
  };
  const { problem } = await new Traveller(fooled).travel({ as });
  expect([problem.code, problem.detail]).toEqual(['bad-request', expect.stringContaining('could not be trusted')]);
});

it('keeps the providers apart: what began at one does not end at another', async () => {
  const { as, traveller, query } = await onTheWay();
  const elsewhere = new Traveller(app, undefined, 'github');
  elsewhere.way = traveller.way;
  expect((await elsewhere.finish(query)).problem.code).toBe('link-ended');
  await expectNobody(as);
  expect((await traveller.finish(query)).status).toBe(200);
});

it('tells kindly who turned back, and who was not let through', async () => {
  const traveller = new Traveller(app);
  const { problem } = await traveller.travel({ deny: true });
  expect([problem.code, problem.detail]).toEqual(['bad-request', expect.stringContaining('You turned back at School')]);
  const refusedAs = async (error: string) => {
    const { url } = (await traveller.start()).body;
    const state = new URL(url).searchParams.get('state') ?? '';
    return (await traveller.finish(`?${new URLSearchParams({ error, state, iss: oidc.issuer })}`)).problem;
  };
  expect(await refusedAs('invalid_scope')).toMatchObject({ code: 'bad-request' });
  expect(await refusedAs('<script>alert(1)</script>')).toMatchObject({ code: 'bad-request' });
  expect((await refusedAs('<script>alert(1)</script>')).detail).not.toContain('script');
  expect(await refusedAs('temporarily_unavailable')).toMatchObject({ code: 'unavailable' });
});

it('serves its own pages alone', async () => {
  const { traveller, query } = await onTheWay();
  const headers = { origin: 'https://evil.example' };
  expect((await traveller.finish(query, { headers })).problem.code).toBe('wrong-origin');
  expect((await traveller.finish(query)).status).toBe(200);
});

it('knows no provider that the owner did not set up', async () => {
  const none = await startApp();
  expect((await new Traveller(none).start()).problem.code).toBe('not-found');
  expect((await new Traveller(app, undefined, 'gitlab').start()).problem.code).toBe('not-found');
});

it('writes no code, token, secret or state to the log', async () => {
  const { traveller, query, as } = await onTheWay();
  await traveller.finish(query);
  const { problem } = await new Traveller(app).travel({ as, meddle: (url) => url.searchParams.delete('nonce') });
  expect(problem.code).toBe('bad-request');
  const parameters = new URLSearchParams(query);
  for (const secret of [
    parameters.get('code'),
    parameters.get('state'),
    clientSecret,
    as,
    traveller.way?.split('=')[1],
  ]) {
    expect(secret).toBeTruthy();
    expect(app.logged()).not.toContain(secret);
  }
  expect(app.logged()).toContain('a provider could not be used');
  expect(app.logged()).not.toContain('unexpected failure');
});
