import { afterEach, beforeEach, expect, it, vi } from 'vitest';

type Free = object | null;
type Act = (free: Free) => unknown;

/** Web Locks of one name, as a browser has them for all its tabs. */
function createLocks() {
  let last: Promise<unknown> = Promise.resolve();
  let held = 0;
  return {
    request(_name: string, ...given: [Act] | [{ ifAvailable: boolean }, Act]): Promise<unknown> {
      const [options, act] = given.length === 2 ? given : [{ ifAvailable: false }, given[0]];
      if (options.ifAvailable && held > 0) return Promise.resolve(act(null));
      held += 1;
      const done = last
        .then(() => act({}))
        .finally(() => {
          held -= 1;
        });
      last = done.catch(() => {});
      return done;
    },
  };
}

/** Another tab of the same browser: a token module of its own. */
async function openTab() {
  vi.resetModules();
  return import('./token');
}

let refreshes = 0;
let answer: () => Response;
beforeEach(() => {
  refreshes = 0;
  answer = () => Response.json({ accessToken: `token-${refreshes}`, expiresIn: 600 });
  vi.stubGlobal('navigator', { locks: createLocks() });
  vi.stubGlobal('fetch', async () => {
    refreshes += 1;
    return answer();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('refreshes once for three tabs at once, even when the turn comes before the word of who had it', async () => {
  const tabs = [await openTab(), await openTab(), await openTab()];
  const tokens = await Promise.all(tabs.map((tab) => tab.refreshToken(null)));
  expect(tokens).toEqual(['token-1', 'token-1', 'token-1']);
  expect(refreshes).toBe(1);
});

it('asks itself when the tab before it got nothing', async () => {
  const [one, two] = [await openTab(), await openTab()];
  answer = () =>
    refreshes === 1 ? new Response('', { status: 503 }) : Response.json({ accessToken: 'b', expiresIn: 600 });
  const asked = await Promise.allSettled([one.refreshToken(null), two.refreshToken(null)]);
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(refreshes).toBe(2);
});
