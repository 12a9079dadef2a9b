import { linkInLetter } from './mailbox';
import { expect, test } from './world';

const another = 'nine slow ferries home';

test('a forgotten password: a letter, a new one, and the other browser is out', async ({
  stranger: page,
  newMember,
  complaints,
}) => {
  const member = await newMember('Fay Forgetful');
  await member.page.goto('/settings');
  await expect(member.page.getByRole('heading', { name: 'Settings' })).toBeVisible();

  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(member.email);
  await page.getByRole('link', { name: 'Forgot it?' }).click();
  await expect(page.getByLabel('E-mail'), 'what was typed came along').toHaveValue(member.email);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeFocused();

  await page.goto(await linkInLetter(page.request, member.email, 'password'));
  const field = page.getByLabel('New password');
  await field.fill('password123');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('It is one of the commonest passwords.')).toBeVisible();
  await expect(field).toHaveValue('password123');
  await field.fill(another);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('heading', { name: 'Your new password holds' })).toBeFocused();

  // The other browser is told at once, whatever it shows.
  await expect(member.page.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible();

  await page.getByRole('link', { name: 'To sign-in' }).click();
  await page.getByLabel('E-mail').fill(member.email);
  await page.getByLabel('Password', { exact: true }).fill(another);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await expect(page.getByRole('link', { name: 'Mentoring' }).first()).toBeVisible();

  // The browser names the password that was refused, and the session that is over, as long as somebody asks for it.
  await member.page.close();
  expect(complaints.filter((complaint) => !/status of (422|401)/.test(complaint))).toEqual([]);
  complaints.length = 0;
});
