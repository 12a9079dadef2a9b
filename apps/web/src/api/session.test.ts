// @vitest-environment jsdom
import type { Account } from '@waymark/contract';
import { beforeEach, expect, it, vi } from 'vitest';

const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();

function json(status: number, body: unknown): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
}

const account = { id: '0'.repeat(24), name: 'Ada', needsTwoFactor: false } as Account;
const held = () => json(403, { code: 'two-factor-required', status: 403, title: 'Set up two-factor sign-in to go on' });

/** Signed in; what the account is known as; and a server of an owner who has just come to require a second factor. */
async function heldMember() {
  vi.resetModules();
  const { call } = await import('./call');
  const { signedIn } = await import('./session');
  const { queryClient } = await import('./query-client');
  signedIn({ account, accessToken: 'token', expiresIn: 600 });
  fetched.mockImplementation(async (path) =>
    path === '/api/me' ? json(200, { ...account, needsTwoFactor: true }) : held(),
  );
  const asked = () => fetched.mock.calls.filter(([path]) => path === '/api/me').length;
  return { call, asked, known: () => queryClient.getQueryData<Account>(['me']) };
}

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
  localStorage.clear();
});

it('learns from a refused request that a second factor has come to be required, and asks once', async () => {
  const { call, asked, known } = await heldMember();
  expect(known()?.needsTwoFactor).toBe(false);
  const names = ['listProjects', 'listEnrolments', 'listGrants'] as const;
  const codes = await Promise.all(names.map((name) => call(name).catch((error) => error.code)));
  expect(codes).toEqual(names.map(() => 'two-factor-required'));
  await vi.waitFor(() => expect(known()?.needsTwoFactor).toBe(true));
  expect(asked()).toBe(1);
  // Known by now: nothing is asked again.
  await call('listProjects').catch(() => {});
  expect(asked()).toBe(1);
});

it('asks nothing for another refusal', async () => {
  const { call, asked, known } = await heldMember();
  fetched.mockImplementation(async () => json(403, { code: 'not-allowed', status: 403, title: 'Not yours' }));
  await call('listProjects').catch(() => {});
  expect([asked(), known()?.needsTwoFactor]).toEqual([0, false]);
});
