import { expect, test } from '@playwright/test';

test('the address that was printed serves the client', async ({ page }) => {
  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
  await expect(page).toHaveTitle(/Waymark/);
  await expect(page.locator('#root')).toBeAttached();
});
