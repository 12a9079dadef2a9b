// @vitest-environment jsdom
import { type Endpoint, endpoints, paths } from '@waymark/contract';
import { firstPaths } from '@waymark/contract/first-paths';
import { beforeEach, expect, it, vi } from 'vitest';

const fetched = vi.fn<(path: string, init: RequestInit & { headers: Headers }) => Promise<Response>>();

function json(status: number, body: unknown): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'content-type': type } });
}

const refused = () => json(401, { code: 'not-signed-in', status: 401, title: 'Sign in to go on' });
const busy = () => json(503, { code: 'unavailable', status: 503, title: 'Busy' });
const tokenOf = (init: { headers: Headers }) => init.headers.get('authorization')?.replace('Bearer ', '');
const calls = (path: string) => fetched.mock.calls.filter(([called]) => called === path);

/** A tab just loaded: the module's memory is empty, as its token. */
async function newTab() {
  vi.resetModules();
  return { ...(await import('./call')), ...(await import('./token')), ...(await import('./problem')) };
}

/** The server: one valid token at a time, a new one at each refresh. */
function serve(answer: (path: string) => Response = () => json(200, { items: [], nextCursor: null })): {
  tokens: number;
} {
  const server = { tokens: 0 };
  fetched.mockImplementation(async (path, init) => {
    if (path === '/api/sessions/refresh') {
      server.tokens += 1;
      return json(200, { accessToken: `token-${server.tokens}`, expiresIn: 900 });
    }
    return tokenOf(init) === `token-${server.tokens}` ? answer(path) : refused();
  });
  return server;
}

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
  localStorage.clear();
});

it('refreshes once for many calls at once, and repeats each', async () => {
  const { call, keepToken } = await newTab();
  const server = serve();
  keepToken('stale', 900);
  await Promise.all([call('listSessions'), call('listEnrolments'), call('listProjects'), call('listGrants')]);
  expect(server.tokens).toBe(1);
  expect(calls('/api/me/enrolments').map(([, init]) => tokenOf(init))).toEqual(['stale', 'token-1']);
});

it('has no token after a reload: it refreshes before it asks', async () => {
  localStorage.setItem('waymark:member', '1');
  const { call } = await newTab();
  serve();
  await call('listSessions');
  expect(fetched.mock.calls.map(([path]) => path)).toEqual(['/api/sessions/refresh', '/api/sessions']);
});

it('renews a token that is about to end before it is refused', async () => {
  const { call, keepToken } = await newTab();
  const server = serve();
  keepToken('token-0', 5);
  await call('listSessions');
  expect(server.tokens).toBe(1);
  expect(calls('/api/sessions').map(([, init]) => tokenOf(init))).toEqual(['token-1']);
});

it('does not refresh for a stranger, nor for a wrong password', async () => {
  const { call, ProblemError } = await newTab();
  fetched.mockImplementation(async (path) =>
    path === '/api/sessions' ? json(401, { code: 'wrong-credentials', status: 401, title: 'Wrong' }) : json(200, {}),
  );
  await call('readRoadmap', { params: { slug: 'backend' } });
  await expect(call('signIn', { body: { email: 'a@b.c', password: 'x' } })).rejects.toBeInstanceOf(ProblemError);
  expect(calls('/api/sessions/refresh')).toHaveLength(0);
});

it('gives up when the session is over: says so once, and forgets the member', async () => {
  const { call, keepToken, onSessionEnd } = await newTab();
  const ended = vi.fn();
  onSessionEnd(ended);
  fetched.mockImplementation(async () => refused());
  keepToken('stale', 900);
  await expect(call('readMe')).rejects.toMatchObject({ code: 'not-signed-in' });
  expect(ended).toHaveBeenCalledOnce();
  expect(fetched).toHaveBeenCalledTimes(2);
  expect(localStorage.getItem('waymark:member')).toBeNull();
});

it('repeats a write after a failure that passes, under the same key', async () => {
  vi.useFakeTimers();
  const { call, keepToken } = await newTab();
  keepToken('token', 900);
  fetched
    .mockRejectedValueOnce(new TypeError('network'))
    .mockResolvedValueOnce(busy())
    .mockResolvedValueOnce(json(201, { id: 'p' }));
  const creating = call('createProject', { body: { title: 'Shortener' } });
  await vi.runAllTimersAsync();
  expect(await creating).toEqual({ id: 'p' });
  const keys = fetched.mock.calls.map(([, init]) => init.headers.get('idempotency-key'));
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toBeTruthy();
  vi.useRealTimers();
});

it.each([[422], [409], [500]])('does not repeat a write that was answered with %i', async (status) => {
  const { call, keepToken } = await newTab();
  keepToken('token', 900);
  fetched.mockImplementation(async () => json(status, { code: 'invalid', status, title: 'No' }));
  await expect(call('createProject', { body: { title: '' } })).rejects.toMatchObject({ status });
  expect(fetched).toHaveBeenCalledOnce();
});

it('never repeats what takes no key', async () => {
  const { call } = await newTab();
  fetched.mockRejectedValue(new TypeError('network'));
  const signingUp = call('signUp', { body: { name: 'A', email: 'a@b.c', password: 'long enough' } });
  await expect(signingUp).rejects.toMatchObject({ code: 'offline', status: 0 });
  expect(fetched).toHaveBeenCalledOnce();
  expect(fetched.mock.calls[0]?.[1].headers.get('idempotency-key')).toBeNull();
});

it('sends version, zone, query and escaped path', async () => {
  const { call, keepToken } = await newTab();
  keepToken('token', 900);
  fetched.mockImplementation(async () => json(200, {}));
  await call('changeProject', { params: { id: 'a/b' }, body: { title: 'x' }, ifMatch: 7 });
  await call('listProjects', { query: { limit: 5, cursor: undefined } });
  const [[path, init] = ['', null]] = fetched.mock.calls;
  expect(path).toBe('/api/me/projects/a%2Fb');
  expect(init?.headers.get('if-match')).toBe('"7"');
  expect(init?.headers.get('time-zone')).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  expect(fetched.mock.calls[1]?.[0]).toBe('/api/me/projects?limit=5');
});

it('knows which endpoints take no key, as the contract has them', async () => {
  const { withoutKey } = await import('./all-routes');
  const keyless = Object.values(endpoints).filter(({ method, idempotent }) => method !== 'GET' && idempotent === false);
  expect([...withoutKey].toSorted()).toEqual(keyless.map(({ name }) => name).toSorted());
});

it('knows which endpoints a stranger may call, as the contract has them', async () => {
  const { forAnyone } = await import('./all-routes');
  const open = Object.values(endpoints).filter(({ access }) => access === 'anyone');
  expect([...forAnyone].toSorted()).toEqual(open.map(({ name }) => name).toSorted());
});

it('has in its first load what is open to anyone and takes no key, as the contract has it', () => {
  for (const [name, path] of Object.entries(firstPaths)) {
    const { access, method, idempotent } = endpoints[name as keyof typeof firstPaths] as Endpoint;
    expect([name, access, method === 'GET' || idempotent === false]).toEqual([name, 'anyone', true]);
    expect(path).toBe(paths[name as keyof typeof paths]);
  }
});
