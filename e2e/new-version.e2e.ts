import type { Page } from '@playwright/test';
import { newerMark, startNewerBuild } from './newer-build';
import { expect, test as plain } from './world';

const test = plain.extend<{ build: Awaited<ReturnType<typeof startNewerBuild>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  build: async ({}, use) => {
    const build = await startNewerBuild(process.env.WAYMARK_E2E_ADDRESS ?? '');
    await use(build);
    await build.stop();
  },
  baseURL: async ({ build }, use) => use(build.address),
});

const isKept = (page: Page) =>
  page.evaluate(async () =>
    Boolean((await navigator.serviceWorker.ready).active && navigator.serviceWorker.controller),
  );
const offer = (page: Page) => page.getByRole('region', { name: 'New version' });
const noteOf = (page: Page) => page.getByRole('textbox', { name: 'Notes, in Markdown' });

/** Whoever comes back to a tab has it look for something newer. */
const comeBack = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

test('a new version is offered, waits while one works, and comes once when one says so', async ({
  newMember,
  build,
}) => {
  test.setTimeout(90_000);
  const { page, api } = await newMember('Nele Newer');
  await api('putEnrolment', { params: { slug: 'backend' }, body: {} });
  // The very first visit: this page came without a worker, and stays open.
  await page.goto('/roadmaps/backend/topics/http');
  await expect.poll(() => isKept(page), { timeout: 30_000 }).toBe(true);
  await noteOf(page).fill('Half a thought');

  build.release();
  await comeBack(page);
  await expect(offer(page).getByRole('status')).toContainText('It comes when you say so.');
  // Until somebody says so, what is opened anew is the version that is at work.
  const tab = await page.context().newPage();
  await tab.goto('/projects/new');
  await tab.getByRole('textbox', { name: 'Title' }).fill('Half a title');
  await expect(offer(tab)).toBeVisible();
  await expect(tab.locator(newerMark)).toHaveCount(0);
  await noteOf(page).press('End');
  await noteOf(page).pressSequentially(', and the rest');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(offer(page)).toBeVisible();
  await expect(page.locator(newerMark)).toHaveCount(0);

  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await offer(page).getByRole('button', { name: 'Use it now' }).press('Enter');
  // A worker takes over once the one before has come to rest, which a busy machine delays.
  await expect(page.locator(newerMark)).toHaveCount(1, { timeout: 30_000 });
  await expect(noteOf(page)).toHaveValue('Half a thought, and the rest');
  await expect(offer(page)).toHaveCount(0);
  await comeBack(page);
  await expect(offer(page)).toHaveCount(0);
  expect(loads).toBe(1);

  // The other tab is told, and its unsaved words are its own until it says so, too.
  await expect(offer(tab)).toBeVisible();
  await expect(tab.getByRole('textbox', { name: 'Title' })).toHaveValue('Half a title');
  await expect(tab.locator(newerMark)).toHaveCount(0);
  tab.on('dialog', (dialog) => dialog.accept());
  await offer(tab).getByRole('button', { name: 'Use it now' }).press('Enter');
  await expect(tab.locator(newerMark)).toHaveCount(1);
  await expect(offer(tab)).toHaveCount(0);
});
