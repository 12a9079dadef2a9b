import type { Page, Request } from '@playwright/test';
import { expect, type Person, password, test } from './world';

const refreshPath = '/api/sessions/refresh';

/** The same browser: one cookie, several tabs. */
async function openTab(person: Person, path = '/settings'): Promise<Page> {
  const tab = await person.page.context().newPage();
  await tab.goto(path);
  await expect(tab.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  return tab;
}

/** Signs in elsewhere, as another device would. */
async function signInOn(baseURL: string, { email }: Person, userAgent: string): Promise<string> {
  const answer = await fetch(`${baseURL}/api/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'User-Agent': userAgent },
    body: JSON.stringify({ email, password }),
  });
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

async function statusOf(baseURL: string, accessToken: string): Promise<number> {
  return (await fetch(`${baseURL}/api/me`, { headers: { Authorization: `Bearer ${accessToken}` } })).status;
}

test('three tabs whose access token has ended refresh it once, and nobody is signed out', async ({ newMember }) => {
  const ada = await newMember('Ada Example');
  const tabs = [await openTab(ada), await openTab(ada), await openTab(ada)];
  const refreshes: Request[] = [];
  ada.page.context().on('request', (request) => {
    if (new URL(request.url()).pathname === refreshPath) refreshes.push(request);
  });
  // Eleven minutes later, as each tab's clock has it.
  for (const tab of tabs) await tab.clock.install();
  for (const tab of tabs) await tab.clock.fastForward('11:00');
  const listed = tabs.map((tab) => tab.waitForResponse((response) => response.url().endsWith('/api/sessions')));
  await Promise.all(tabs.map((tab) => tab.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))));
  for (const answer of await Promise.all(listed)) expect(answer.status()).toBe(200);
  expect(refreshes).toHaveLength(1);
  for (const tab of tabs) {
    await tab.reload();
    await expect(tab.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  }
});

test('a sign-out in one tab shows in the others', async ({ newMember }) => {
  const ada = await newMember('Ada Example');
  const [here, there] = [await openTab(ada), await openTab(ada)];
  await here.getByRole('button', { name: 'Sign out everywhere', exact: true }).click();
  await here.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(here.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  await expect(there.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  await expect(there.getByRole('heading', { level: 1, name: 'Settings' })).toHaveCount(0);
});

test('signs out everywhere else by keyboard, says what follows first, and stays here', async ({
  newMember,
  baseURL,
}) => {
  const ada = await newMember('Ada Example');
  const iPhone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
  const phone = await signInOn(baseURL ?? '', ada, iPhone);
  const script = await signInOn(baseURL ?? '', ada, 'curl/8.5.0');
  const tab = await openTab(ada);
  const devices = tab.getByRole('list', { name: 'Devices' });
  await expect(devices.getByRole('listitem')).toHaveCount(3);
  await expect(devices).toContainText('Safari on iPhone');

  await tab.getByRole('button', { name: 'End the session on curl' }).press('Enter');
  await expect(devices.getByRole('listitem')).toHaveCount(2);
  await expect(devices).toBeFocused();
  await expect.poll(() => statusOf(baseURL ?? '', script)).toBe(401);

  const everywhereElse = tab.getByRole('button', { name: 'Sign out everywhere else' });
  await everywhereElse.press('Enter');
  const dialog = tab.getByRole('dialog', { name: 'Sign out everywhere else?' });
  await expect(dialog).toContainText('1 other device has to sign in again.');
  await tab.keyboard.press('Escape');
  await expect(everywhereElse).toBeFocused();
  expect(await statusOf(baseURL ?? '', phone)).toBe(200);

  await everywhereElse.press('Enter');
  await dialog.getByRole('button', { name: 'Sign them out' }).press('Enter');
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  await expect(devices).toBeFocused();
  await expect(everywhereElse).toHaveCount(0);
  await expect.poll(() => statusOf(baseURL ?? '', phone)).toBe(401);
  await tab.reload();
  await expect(tab.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});
