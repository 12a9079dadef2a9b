import { type Browser, expect, type Page } from '@playwright/test';
import type { Person } from './world';

/** Another browser in which the same member is signed in. */
export async function anotherDevice(browser: Browser, baseURL: string, { email, password }: Person): Promise<Page> {
  const context = await browser.newContext();
  const answer = await context.request.post(`${baseURL}/api/sessions`, { data: { email, password } });
  expect(answer.status()).toBe(201);
  await context.addInitScript(() => localStorage.setItem('waymark:member', '1'));
  return context.newPage();
}
