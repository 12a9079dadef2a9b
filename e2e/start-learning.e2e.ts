import { expect, password, test } from './world';

test('sign up, choose a language, three topics done by keyboard, and home shows it', async ({ stranger: page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Start your way' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ines Newcomer');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`ines.${Date.now()}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL('**/roadmaps/backend');

  await page.getByRole('button', { name: 'Follow this roadmap' }).first().click();
  const setup = page.getByRole('dialog', { name: 'You are on your way' });
  await setup.getByText('Python').first().click();
  await setup.getByRole('button', { name: 'To the map' }).click();
  await expect(page.getByRole('link', { name: /^Python/ }).first()).toContainText('your way');

  // From here on the hands stay on the keyboard.
  await page
    .getByRole('link', { name: /^How the internet works/ })
    .first()
    .focus();
  for (const title of ['How the internet works', 'How a request travels: TCP/IP', 'DNS']) {
    await expect(page.locator(':focus')).toContainText(title);
    await page.keyboard.press('d');
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: `${title} is done.` })
        .first(),
    ).toBeAttached();
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('s');
  await page.keyboard.press('u');

  await page.getByRole('link', { name: 'Home', exact: true }).first().click();
  await expect(
    page
      .getByRole('button', { name: /3.*done|done.*3/i })
      .or(page.getByRole('link', { name: /Done.*3/ }))
      .first(),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^3$/).first()).toBeVisible();
});
