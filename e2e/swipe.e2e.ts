import { expect, type Page } from '@playwright/test';
import { test } from './world';

type At = readonly [x: number, y: number];

/** A finger, as the browser itself hears it: whether it swipes or scrolls is the browser's own to say. */
async function withFinger(page: Page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: At) =>
    browser.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ x: at[0], y: at[1] }] : [] });
  return async (from: At, to: At) => {
    await send('touchStart', from);
    for (const share of [0.1, 0.25, 0.5, 0.75, 1]) {
      await send('touchMove', [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
    }
    await send('touchEnd');
  };
}

test('on a phone a swipe sets the next state and can be undone; up and down it scrolls', async ({ newMember }) => {
  const { page, api } = await newMember('Tilda Daumen');
  const params = { slug: 'backend' };
  await api('putEnrolment', { params, body: {} });
  await page.setViewportSize({ width: 390, height: 844 });
  const swipe = await withFinger(page);
  await page.goto('/roadmaps/backend');
  const line = page.locator('[data-card]', { has: page.locator('[data-node=http]') });
  await line.scrollIntoViewIfNeeded();
  const stateOf = async () => {
    const { topics } = await api<{ topics: Record<string, { state: string }> }>('readEnrolment', { params });
    return topics.http?.state ?? 'not_started';
  };
  const middle = async () => {
    const box = await line.boundingBox();
    return { x: (box?.x ?? 0) + 100, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  };

  const { x, y } = await middle();
  await swipe([x, y], [x + 120, y + 4]);
  await expect.poll(stateOf).toBe('learning');
  await expect(page).toHaveURL(/\/roadmaps\/backend$/);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(stateOf).toBe('not_started');

  const before = await page.evaluate(() => scrollY);
  const from = await middle();
  await swipe([from.x, from.y], [from.x + 20, from.y - 260]);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
  expect(await stateOf()).toBe('not_started');
});
