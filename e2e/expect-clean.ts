import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Both themes, and the narrowest screen in one of them: what is narrow there is as narrow in the other. */
export const views = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 320 },
] as const;

/** axe finds nothing, and nothing has to be scrolled sideways. */
export async function expectClean(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // A member's page listens for changes as long as it is open, so its network is never idle: what is still to come shows.
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  await expectCleanNow(page, path);
}

/** As `expectClean`, of what the page has come to show; `where` names it. */
export async function expectCleanNow(page: Page, where: string): Promise<void> {
  const axe = new AxeBuilder({ page })
    // What passed is not read, and to describe it took most of the time.
    .options({ resultTypes: ['violations'] })
    // In one go: going frame by frame is for pages with frames of other origins, which Waymark forbids.
    .setLegacyMode(true);
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, nodes }) => `${where}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
  expect.soft(found).toEqual([]);
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect.soft(isWide, `${where} scrolls sideways`).toBe(false);
}
