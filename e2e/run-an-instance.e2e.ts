import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { expectClean, views } from './expect-clean';
import { type OwnInstance, signIn, test } from './own-instance';
import { expect, password } from './world';

// One product, whose settings these journeys change: one after another, and the first finds it without an owner.
test.describe.configure({ mode: 'default' });

const olga = { name: 'Olga Owner', email: 'olga@example.org' };

async function fillSignUp(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Make my account' }).click();
}

/** The owner of the journey; made here where a test runs by itself. */
async function asOwner(browser: Browser, instance: OwnInstance): Promise<Page> {
  const { address, claimPath } = instance;
  const known = await fetch(`${address}/api/instance`);
  if (!((await known.json()) as { hasOwner: boolean }).hasOwner) {
    const post = (path: string, body: object, token?: string) =>
      fetch(address + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
        body: JSON.stringify(body),
      });
    const made = await post('/api/accounts', { ...olga, password, timeZone: 'Europe/Berlin' });
    const { accessToken } = (await made.json()) as { accessToken: string };
    await post('/api/instance/claim', { token: claimPath.split('/').at(-1) }, accessToken);
  }
  return signIn(browser, instance, olga.email);
}

test('an owner claims the instance, closes sign-up, invites, disables, and the audit log tells it all', async ({
  instance,
  stranger: owner,
  browser,
  complaints,
}) => {
  test.setTimeout(120_000);
  await test.step('the first owner comes by the printed link, with an account made on the way', async () => {
    await owner.goto(instance.claimPath);
    // By whichever link: each leads back here.
    await owner.getByRole('banner').getByRole('link', { name: 'Sign up' }).click();
    await fillSignUp(owner, olga);
    await owner.getByRole('button', { name: 'Become the owner of this Waymark' }).click();
    await expect(owner.getByRole('heading', { level: 1, name: 'This Waymark' })).toBeVisible();
    await expect(owner.getByRole('heading', { name: 'Anyone may sign up, with any address' })).toBeVisible();
    await owner.goto(instance.claimPath);
    await expect(owner.getByText('You are an owner of this Waymark already.')).toBeVisible();
  });

  const outside = await browser.newContext();
  const visitor = await outside.newPage();
  await test.step('sign-up is for the invited alone from now on', async () => {
    await owner.goto('/owner/settings');
    await owner.getByRole('textbox', { name: 'Name' }).fill('Trailhead');
    await owner.getByRole('textbox', { name: 'Welcome sentence' }).fill('Ask Olga for an invitation.');
    await owner.getByRole('radio', { name: 'Violet' }).check();
    await owner.getByRole('radio', { name: /Only who is invited/ }).check();
    await owner.getByRole('button', { name: 'Save the settings' }).click();
    await expect(owner.getByText('The settings are saved.')).toBeVisible();
    await expect(owner.getByRole('link', { name: 'Trailhead, start page' })).toBeVisible();

    await visitor.goto('/');
    await expect(visitor.getByText('Ask Olga for an invitation.')).toBeVisible();
    await expect(visitor).toHaveTitle(/ · Trailhead$/);
    await expect(visitor.locator('html')).toHaveAttribute('data-blaze', 'violet');
    await expect(visitor.getByRole('link', { name: 'Sign up' })).toHaveCount(0);
    const data = { name: 'Uninvited', email: 'uninvited@example.org', password };
    const answer = await visitor.request.post('/api/accounts', { data });
    expect([answer.status(), (await answer.json()).code]).toEqual([403, 'sign-up-closed']);
  });

  const link = await test.step('an invitation is a link that is shown once', async () => {
    await owner.goto('/owner/invitations');
    await owner.getByRole('textbox', { name: 'How many may use it' }).fill('0');
    await owner.getByRole('button', { name: 'Make the link' }).click();
    await expect(owner.getByRole('textbox', { name: 'How many may use it' })).toBeFocused();
    await expect(owner.getByText('A whole number from 1 to 1,000')).toBeVisible();
    await owner.getByRole('textbox', { name: 'How many may use it' }).fill('2');
    await owner.getByRole('textbox', { name: 'Note' }).fill('Evening class');
    await owner.getByRole('button', { name: 'Make the link' }).click();
    const url = await owner.getByRole('status', { name: 'Invitation link' }).innerText();
    await owner.keyboard.press('Escape');
    await expect(owner.getByRole('row', { name: /Evening class/ })).toContainText('Open, 2 of 2 left');
    await expect(owner.getByText(url)).toHaveCount(0);
    return url;
  });

  await test.step('the invited comes in', async () => {
    await visitor.goto(new URL(link).pathname);
    await expect(visitor.getByText(/Olga Owner/)).toBeVisible();
    await visitor.getByRole('link', { name: 'Make my account' }).click();
    await fillSignUp(visitor, { name: 'Ina Invited', email: 'ina@example.org' });
    await expect(visitor.getByRole('button', { name: 'Account of Ina Invited' })).toBeVisible();
    await owner.reload();
    await expect(owner.getByRole('row', { name: /Evening class/ })).toContainText('Open, 1 of 2 left');
  });

  await test.step('the owner’s pages are not hers', async () => {
    await visitor.goto('/owner/members');
    await expect(visitor.getByRole('heading', { level: 1, name: 'This is not yours' })).toBeVisible();
  });

  await test.step('she is found by a few letters, disabled, and out within seconds', async () => {
    await owner.goto('/owner/members');
    await owner.getByRole('searchbox', { name: 'Find a member' }).fill('ina');
    await expect(owner).toHaveURL(/\?q=ina$/);
    await expect(owner.getByText('1 member', { exact: true })).toBeVisible();
    await owner.getByRole('link', { name: 'Ina Invited' }).click();
    await owner.getByRole('button', { name: 'Disable' }).click();
    await owner.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await expect(owner.getByText('Ina Invited is disabled.')).toBeVisible();
    await expect(owner.getByRole('button', { name: 'Let in again' })).toBeVisible();

    await expect(async () => {
      await visitor.goto('/projects');
      await expect(visitor.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 10_000 });
    await visitor.getByRole('textbox', { name: 'E-mail' }).fill('ina@example.org');
    await visitor.getByRole('textbox', { name: 'Password' }).fill(password);
    await visitor.getByRole('button', { name: 'Sign in' }).click();
    await expect(visitor.getByText(/This account is disabled/)).toBeVisible();
  });

  await test.step('the invitation is taken back', async () => {
    await owner.goto('/owner/invitations');
    await owner.getByRole('button', { name: 'Take back the invitation for Evening class' }).click();
    await owner.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await expect(owner.getByRole('row', { name: /Evening class/ })).toContainText('Taken back');
    await visitor.goto(new URL(link).pathname);
    await expect(visitor.getByRole('alert')).toBeVisible();
    await expect(visitor.getByRole('link', { name: 'Make my account' })).toHaveCount(0);
  });

  await test.step('the audit log tells it', async () => {
    await owner.goto('/owner/audit');
    for (const sentence of [
      'Olga Owner became the owner by the link of the server.',
      'Olga Owner changed the name, the welcome sentence, the colour of the marks and who may sign up of this Waymark.',
      'Olga Owner made an invitation by a link for 2 people.',
      'Ina Invited made an account.',
      'Olga Owner disabled Ina Invited.',
      'Ina Invited could not sign in, since the account is disabled.',
      'Olga Owner took an invitation back.',
    ])
      await expect(owner.getByRole('rowheader', { name: sentence })).toBeVisible();
    await owner.getByRole('combobox', { name: 'What happened' }).selectOption({ label: 'Member disabled' });
    await expect(owner).toHaveURL(/\?event=member-disabled$/);
    await expect(owner.getByText('1 line', { exact: true })).toBeVisible();
    const [file] = await Promise.all([
      owner.waitForEvent('download'),
      owner.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    const csv = await readFile(await file.path(), 'utf8');
    expect(csv).toContain('member-disabled');
    expect(csv).not.toContain('owner-claimed');
  });
  await outside.close();
  expect(complaints).toEqual([]);
});

test('two owners who save at the same time see each other’s changes, and lose none', async ({ browser, instance }) => {
  const [here, there] = [await asOwner(browser, instance), await asOwner(browser, instance)];
  for (const page of [here, there]) await page.goto('/owner/settings');
  await there.getByRole('radio', { name: 'Green' }).check();
  await there.getByRole('button', { name: 'Save the settings' }).click();
  await expect(there.getByText('The settings are saved.')).toBeVisible();

  await here.getByRole('textbox', { name: 'Welcome sentence' }).fill('Typed meanwhile.');
  await here.getByRole('button', { name: 'Save the settings' }).click();
  const alarm = here.getByRole('alert').filter({ hasText: 'The settings changed elsewhere' });
  await expect(alarm.getByRole('listitem')).toHaveText(['Colour of the marks: Green']);
  await expect(here.getByRole('textbox', { name: 'Welcome sentence' })).toHaveValue('Typed meanwhile.');
  await alarm.getByRole('button', { name: 'Save mine anyway' }).click();
  await expect(here.getByText('The settings are saved.')).toBeVisible();
  await expect(here.getByRole('radio', { name: 'Green' })).toBeChecked();

  await there.reload();
  await expect(there.getByRole('textbox', { name: 'Welcome sentence' })).toHaveValue('Typed meanwhile.');
  await expect(there.getByRole('radio', { name: 'Green' })).toBeChecked();
  for (const page of [here, there]) await page.context().close();
});

for (const { colorScheme, width } of views) {
  test(`axe finds nothing on the owner’s pages, ${colorScheme}, ${width} px`, async ({ browser, instance }) => {
    test.setTimeout(120_000);
    const page = await asOwner(browser, instance);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/owner/members');
    const members = page.getByRole('rowheader').getByRole('link');
    const member = await members.first().getAttribute('href');
    const paths = ['/owner', '/owner/members', '/owner/members?q=nobody', '/owner/invitations', '/owner/settings'];
    for (const path of [...paths, `${member}`, '/owner/audit', '/owner/health', instance.claimPath])
      await expectClean(page, path);
    await page.context().close();
  });
}
