import { expect, password, test } from './world';

test('sign up, choose a language, three topics done by keyboard, and home shows it', async ({ stranger: page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Start your way' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ines Newcomer');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`ines.${Date.now()}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Make my account' }).click();

  await page.getByRole('button', { name: /^Start Backend/ }).click();
  const setup = page.getByRole('dialog', { name: 'You are on your way' });
  await setup.getByText('Python').first().click();
  await setup.getByRole('button', { name: 'To the map' }).click();
  await expect(page.getByRole('link', { name: /^Python/ }).first()).toContainText('your way');

  // From here on the hands stay on the keyboard.
  await page
    .getByRole('link', { name: /^How the internet works/ })
    .first()
    .focus();
  for (const [place, title] of ['How the internet works', 'How a request travels: TCP/IP', 'DNS'].entries()) {
    await expect(page.locator(':focus')).toContainText(title);
    await page.keyboard.press('d');
    await expect(page.getByText(`${title} is done. ${place + 1} of 61`).first()).toBeAttached();
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: '3 done of 60: see which' })).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByRole('button', { name: '3 done of 61: see which' })).toBeVisible();

  await page.getByRole('link', { name: 'Home', exact: true }).first().click();
  const done = page.getByRole('button', { name: /^Done/ });
  await expect(done).toContainText('3');
  await page.reload();
  await expect(done).toContainText('3');
});
