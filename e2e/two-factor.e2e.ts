import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { startForTest } from '../scripts/lib/start-for-test.mjs';
import { expectCleanNow } from './expect-clean';
import { expect, password, test } from './world';

/** Turns it on where the button stands, with the code of the step before: the one of now is left for signing in. */
async function setUp(page: Page): Promise<{ totp: TOTP; codes: string[] }> {
  await page.getByRole('button', { name: 'Set it up' }).click();
  await expect(page.getByRole('img', { name: 'The key as a QR code' })).toBeVisible();
  const secret = (await page.getByRole('status', { name: 'Key' }).textContent()) ?? '';
  const totp = new TOTP({ secret: secret.replaceAll(' ', '') });
  await expectCleanNow(page, 'the key');
  // Typed at the very end of a step, the code of the one before would be too old on its arrival.
  await expect.poll(() => totp.remaining(), { timeout: 15_000 }).toBeGreaterThan(6000);
  await page.getByLabel('Code', { exact: true }).fill(totp.generate({ timestamp: Date.now() - 30_000 }));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeFocused();
  await expectCleanNow(page, 'the recovery codes');
  const codes = await page
    .getByRole('listitem')
    .filter({ hasText: /^[A-Z2-7]{5}-/ })
    .allTextContents();
  expect(codes).toHaveLength(10);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  const file = readFileSync(await (await downloading).path(), 'utf8');
  for (const code of codes) expect(file).toContain(code);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  return { totp, codes };
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Account of ${name}` }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
}

async function giveThePassword(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Code of your authenticator')).toBeFocused();
}

test('a second factor is set up, asked for, and each of its codes taken once', async ({ newMember, complaints }) => {
  test.setTimeout(90_000);
  const { page, email, name } = await newMember('Tessa Two');
  await page.goto('/settings#two-factor');
  const { totp, codes } = await setUp(page);
  await expect(page.getByText('10 recovery codes are left.')).toBeVisible();

  await signOut(page, name);
  await giveThePassword(page, email);
  await expectCleanNow(page, 'the second step');
  const code = totp.generate();
  await page.keyboard.type(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Choose a roadmap to walk' })).toBeVisible();

  await signOut(page, name);
  await giveThePassword(page, email);
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'This code is wrong, or was used before.' })).toBeVisible();
  await expect(page.getByLabel('Code of your authenticator')).toBeFocused();
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await expect(page.getByLabel('Recovery code')).toBeFocused();
  await page.keyboard.type(codes[0]?.toLowerCase() ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Choose a roadmap to walk' })).toBeVisible();
  await page.goto('/settings#two-factor');
  await expect(page.getByText('9 recovery codes are left.')).toBeVisible();

  await page.getByRole('button', { name: 'Turn it off' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Turn it off' }).click();
  await expect(page.getByRole('button', { name: 'Set it up' })).toBeVisible();

  // The browser tells of each refusal: the password alone, twice, and the used code.
  expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
  complaints.length = 0;
});

test('a token is made, used by a script, and ended', async ({ newMember, baseURL }) => {
  test.setTimeout(90_000);
  const { page } = await newMember('Tom Token');
  await page.goto('/settings#access-tokens');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const section = page.locator('#access-tokens');
  await section.getByRole('textbox', { name: 'Name' }).fill('Nightly script');
  await section.getByRole('checkbox', { name: 'See my profile' }).check();
  await expectCleanNow(page, 'the form of a token');
  await section.getByRole('button', { name: 'Make it' }).click();
  const shown = section.getByRole('status', { name: 'Your token “Nightly script”' });
  const token = (await shown.textContent()) ?? '';
  const ask = async (path: string) =>
    (await fetch(baseURL + path, { headers: { Authorization: `Bearer ${token}` } })).status;
  expect([await ask('/api/me'), await ask('/api/me/projects')]).toEqual([200, 403]);
  await section.getByRole('button', { name: 'I have kept it' }).click();
  await expect(section.getByText(token)).toHaveCount(0);
  await page.reload();
  await expect(section.getByText('last used')).toBeVisible();
  await expectCleanNow(page, 'the tokens');
  await section.getByRole('button', { name: 'End the token “Nightly script”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End' }).click();
  await expect(section.getByText('You have none.')).toBeVisible();
  expect(await ask('/api/me')).toBe(401);
});

// A product of its own: what its owner decides holds for everybody in it.
test('where the owner requires it, it is set up before anything else', async ({ browser }) => {
  test.setTimeout(120_000);
  let claim = '';
  const product = await startForTest({
    log: 'e2e-two-factor',
    env: { WAYMARK_RATE_LIMIT_FACTOR: '1000' },
    onEvent: ({ text = '' }: { text?: string }) => {
      claim = /\/claim\/([\w-]+)/.exec(text)?.[1] ?? claim;
    },
  });
  const context = await browser.newContext({ baseURL: product.address });
  try {
    const answer = await context.request.post('/api/accounts', {
      data: { name: 'Oda Owner', email: 'oda@example.org', password },
    });
    const headers = { Authorization: `Bearer ${((await answer.json()) as { accessToken: string }).accessToken}` };
    const claimed = await context.request.post('/api/instance/claim', { headers, data: { token: claim } });
    expect(claimed.status(), await claimed.text()).toBe(204);
    await context.addInitScript(() => localStorage.setItem('waymark:member', '1'));
    const page = await context.newPage();
    await page.goto('/mentoring');
    await expect(page.getByRole('heading', { level: 1, name: 'Mentoring' })).toBeVisible();

    const settings = await context.request.get('/api/instance/settings', { headers });
    const changed = await context.request.patch('/api/instance/settings', {
      headers: { ...headers, 'If-Match': settings.headers().etag ?? '' },
      data: { twoFactor: 'mentors-and-owners' },
    });
    expect(changed.status(), await changed.text()).toBe(200);
    // Within five seconds it holds for pages that are open, too: the next thing done in one leads to the set-up.
    const heading = page.getByRole('heading', { level: 1, name: 'Set up two-factor sign-in to go on' });
    await expect
      .poll(
        async () => {
          await page
            .getByRole('link', { name: 'Projects' })
            .first()
            .click({ timeout: 1000 })
            .catch(() => {});
          await page
            .getByRole('link', { name: 'Mentoring' })
            .first()
            .click({ timeout: 1000 })
            .catch(() => {});
          return heading.isVisible();
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    for (const path of ['/', '/projects', '/roadmaps/backend', '/owner', '/settings', '/mentoring']) {
      await page.goto(path);
      await expect(heading).toBeVisible();
    }
    await expectCleanNow(page, 'the set-up that is required');
    await setUp(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Mentoring' })).toBeVisible();
    await page.goto('/settings#two-factor');
    await expect(page.getByText('The owner of this Waymark asks for it, so it cannot be turned off.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Turn it off' })).toHaveCount(0);
  } finally {
    await context.close();
    await product.stop();
  }
});
