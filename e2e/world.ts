import { randomUUID } from 'node:crypto';
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { EndpointName } from '@waymark/contract/paths';
import { routeOf } from '@waymark/contract/paths';

interface ApiInput {
  params?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A member of a journey: their own browser, and the API as it would be called by a script of theirs. */
export interface Person {
  name: string;
  email: string;
  password: string;
  page: Page;
  /** Calls an endpoint as this member; throws on any answer but 2xx. */
  api<T = unknown>(name: EndpointName, input?: ApiInput): Promise<T>;
}

export interface World {
  /** A page of somebody who is not signed in. */
  stranger: Page;
  /** Signs a new member up, already signed in in a browser of their own. */
  newMember(name: string): Promise<Person>;
  /** The owner of the product of this run, signed in in a browser of their own. */
  owner: Person;
}

export const password = 'seven quiet lanterns';

/** Whom `start-product.ts` made the owner: one for all journeys, since an instance is claimed once. */
export const owner = { name: 'Oda Renning', email: 'oda.renning@example.org', password };

/** Whatever the browser complains of fails the test, unless the test says that it is to be expected. */
function watchConsole(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    complaints.push(`${message.text()} (${message.location().url})`);
  });
}

type Watch = (page: Page) => void;

function newEmail(name: string): string {
  return `${name.toLowerCase().replace(/\W+/g, '.')}.${randomUUID().slice(0, 8)}@example.org`;
}

/** Signs somebody up, or in, in a browser of their own. */
async function enter(
  browser: Browser,
  baseURL: string,
  path: '/api/accounts' | '/api/sessions',
  { name, email }: { name: string; email: string },
  watch: Watch,
): Promise<Person> {
  const context: BrowserContext = await browser.newContext();
  const signUp = path === '/api/accounts' ? { name, timeZone: 'Europe/Berlin' } : {};
  const answer = await context.request.post(baseURL + path, { data: { ...signUp, email, password } });
  expect(answer.status(), await answer.text()).toBe(201);
  const { accessToken } = (await answer.json()) as { accessToken: string };
  // What the client keeps to know that somebody was signed in here: see apps/web/src/api/session.ts.
  await context.addInitScript(() => localStorage.setItem('waymark:member', '1'));
  const page = await context.newPage();
  watch(page);
  return {
    name,
    email,
    password,
    page,
    async api<T>(endpoint: EndpointName, { params = {}, body, headers = {} }: ApiInput = {}) {
      const { method, path } = routeOf(endpoint);
      const url = baseURL + path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
      const response = await fetch(url, {
        method,
        headers: {
          Authorization: `Bearer ${accessToken}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${endpoint}: ${response.status} ${await response.text()}`);
      return (response.status === 204 ? undefined : await response.json()) as T;
    },
  };
}

export const test = base.extend<World & { complaints: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints, 'the browser console').toEqual([]);
  },
  stranger: async ({ browser, complaints }, use) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    watchConsole(page, complaints);
    await use(page);
    await context.close();
  },
  newMember: async ({ browser, baseURL, complaints }, use) => {
    const people: Person[] = [];
    await use(async (name) => {
      const who = { name, email: newEmail(name) };
      const person = await enter(browser, baseURL ?? '', '/api/accounts', who, (page) =>
        watchConsole(page, complaints),
      );
      people.push(person);
      return person;
    });
    for (const { page } of people) await page.context().close();
  },
  owner: async ({ browser, baseURL, complaints }, use) => {
    const person = await enter(browser, baseURL ?? '', '/api/sessions', owner, (page) =>
      watchConsole(page, complaints),
    );
    await use(person);
    await person.page.context().close();
  },
});

export { expect };
