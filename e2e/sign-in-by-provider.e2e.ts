import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectCleanNow, views } from './expect-clean';
import { expect, test } from './world';

/** Signs in on the provider's own page, where people name themselves. The name here is made of the address. */
async function beWhoYouAre(page: Page, address: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'School account' })).toBeVisible();
  await page.getByLabel('Who are you?').fill(address);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const newName = () => `pia-${randomUUID().slice(0, 8)}`;
const goOn = { name: 'Go on with School' };

test('sign up by a provider, come in again, and keep the last way in', async ({ stranger: page, complaints }) => {
  const name = newName();
  const address = `${name}@school.example`;
  await page.goto('/sign-up');
  await page.getByRole('button', goOn).click();
  await beWhoYouAre(page, address);
  await expect(page).toHaveURL('/');

  await page.goto('/settings');
  const section = page.getByRole('region', { name: 'Other ways to sign in' });
  await expect(section).toContainText(address);
  await section.getByRole('button', { name: `Unlink School, ${address}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unlink' }).click();
  await expect(page.getByText('This is your only way to sign in.')).toBeVisible();
  // The browser complains of every refused request, and this one was to be refused.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('409')]);

  await page.getByRole('button', { name: `Account of ${name}` }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await page.goto('/sign-in?next=%2Fprojects');
  // The provider knows its visitor still, so there is nothing to do there.
  await page.getByRole('button', goOn).click();
  await expect(page).toHaveURL('/projects');
  await expect(page.getByRole('button', { name: `Account of ${name}` })).toBeVisible();
});

test('link a provider to the account that one has, and unlink it', async ({ newMember }) => {
  // axe takes its time on a page as long as the settings.
  test.setTimeout(180_000);
  const { page } = await newMember('Lin Linker');
  const address = `${newName()}@school.example`;
  await page.goto('/settings');
  const section = page.getByRole('region', { name: 'Other ways to sign in' });
  await expect(section).toContainText('Nothing is linked yet.');
  await section.getByRole('button', { name: 'Link School' }).click();
  await beWhoYouAre(page, address);
  await expect(page).toHaveURL('/settings#identities');
  await expect(page.getByText('It is linked.')).toBeVisible();
  await expect(section).toContainText(address);
  for (const { colorScheme, width } of views) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await expectCleanNow(page, `the settings, ${colorScheme}, ${width} px`);
  }
  await section.getByRole('button', { name: `Unlink School, ${address}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unlink' }).click();
  await expect(section).toContainText('Nothing is linked yet.');
});

test('who has no password confirms by the provider, and goes on where they were', async ({
  stranger: page,
  complaints,
}) => {
  const address = `${newName()}@school.example`;
  await page.goto('/sign-in');
  await page.getByRole('button', goOn).click();
  await beWhoYouAre(page, address);
  await expect(page).toHaveURL('/');
  // As after ten minutes; once.
  const body = { type: 'about:blank', title: 'Confirm', status: 403, code: 'step-up-required', requestId: 'x' };
  const late = { status: 403, contentType: 'application/problem+json', body: JSON.stringify(body) };
  await page.route('**/api/me/export', (route) => route.fulfill(late), { times: 1 });
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Download my data' }).click();
  await expectCleanNow(page, 'the question');
  await page.getByRole('button', { name: 'Confirm with School' }).click();
  // It knows its visitor, and asks all the same: that is what was asked of it.
  await beWhoYouAre(page, address);
  await expect(page).toHaveURL('/settings');
  await expect(page.getByText('Thank you, that was you.')).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my data' }).click();
  await downloading;
  expect(complaints.splice(0)).toEqual([expect.stringContaining('403')]);
});

test('turning back at the provider, and coming back for nothing, are told with a way on', async ({
  stranger: page,
  complaints,
}) => {
  test.setTimeout(90_000);
  await page.goto('/sign-in');
  await page.getByRole('button', goOn).click();
  await page.getByRole('button', { name: 'Turn back' }).click();
  await expect(page.getByRole('heading', { name: 'That did not work' })).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('You turned back at School');
  for (const { colorScheme, width } of views) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await expectCleanNow(page, `the way back, ${colorScheme}, ${width} px`);
  }
  await page.getByRole('link', { name: 'To the sign-in page' }).click();
  await expect(page).toHaveURL('/sign-in');
  await expect(page.getByRole('button', goOn)).toBeVisible();
  await expectCleanNow(page, 'sign-in with a provider, 320 px');
  await page.goto('/sign-in/callback/oidc?state=none&code=none');
  await expect(page.getByRole('alert')).toContainText('Begin again.');
  expect(complaints.splice(0)).toEqual([expect.stringContaining('400'), expect.stringContaining('422')]);
});
