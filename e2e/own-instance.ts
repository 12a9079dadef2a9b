import type { Browser, Page } from '@playwright/test';
import { startForTest } from '../scripts/lib/start-for-test.mjs';
import { test as base, password } from './world';

interface Said {
  event: string;
  text?: string;
}

/** A product of this file's own: what is changed here would disturb the members of all other journeys. */
export interface OwnInstance {
  address: string;
  /** As the terminal of who started it shows it. */
  claimPath: string;
}

export const test = base.extend<object, { instance: OwnInstance }>({
  instance: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const lines: string[] = [];
      const product = await startForTest({
        log: 'e2e-own-instance',
        env: { WAYMARK_RATE_LIMIT_FACTOR: '1000' },
        onEvent: ({ event, text }: Said) => {
          if (event === 'say') lines.push(text ?? '');
        },
      });
      const claimPath = /\/claim\/[\w-]+/.exec(lines.join('\n'))?.[0] ?? '';
      await use({ address: product.address, claimPath });
      await product.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ instance }, use) => use(instance.address),
});

/** A browser in which this member is signed in. */
export async function signIn(browser: Browser, { address }: OwnInstance, email: string): Promise<Page> {
  const context = await browser.newContext();
  const answer = await context.request.post(`${address}/api/sessions`, { data: { email, password } });
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${await answer.text()}`);
  // What the client keeps to know that somebody was signed in here: see apps/web/src/api/session.ts.
  await context.addInitScript(() => localStorage.setItem('waymark:member', '1'));
  return context.newPage();
}
