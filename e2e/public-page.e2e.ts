import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expectCleanNow, views } from './expect-clean';
import { expect, type Person, test } from './world';

interface Me {
  handle: string;
}

async function withWork({ api }: Person): Promise<string> {
  const params = { slug: 'backend' };
  await api('putEnrolment', { params, body: { choices: { language: ['nodejs'] } } });
  const topics = { http: { state: 'done' }, dns: { state: 'done' }, tls: { state: 'learning' } };
  await api('setTopics', { params, body: { topics } });
  const covers = [{ roadmap: 'backend', topicId: 'http', where: 'server.ts' }];
  const links = { build: 'finished', repoUrl: 'https://git.example/uma/x', covers };
  await api('createProject', { body: { title: 'Link shortener', visibility: 'public', ...links } });
  await api('createProject', { body: { title: 'Secret thing', visibility: 'private', ...links } });
  return (await api<Me>('readMe')).handle;
}

/** Presses Tab until what is focused is called so, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const here = document.activeElement;
      const label = here instanceof HTMLInputElement ? here.labels?.[0]?.textContent : here?.textContent;
      return here?.getAttribute('aria-label') ?? label;
    });
    if (called?.trim() === name) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

test('a page is chosen, looked at, published, seen by a stranger and taken back, by keyboard alone', async ({
  newMember,
  stranger,
  complaints,
}) => {
  test.setTimeout(120_000);
  const person = await newMember('Uma Publisher');
  const { page } = person;
  const handle = await withWork(person);
  await stranger.goto(`/u/${handle}`);
  await expect(stranger.getByRole('heading', { name: 'Nothing is shown here' })).toBeVisible();

  await page.goto('/settings/public');
  await expect(page.getByRole('heading', { name: 'Public page' })).toBeVisible();
  await tabTo(page, 'Publish my page');
  await page.keyboard.press('Space');
  await tabTo(page, 'Backend Developer');
  await page.keyboard.press('Space');
  await tabTo(page, 'What my projects show');
  await page.keyboard.press('Space');
  await tabTo(page, 'My last half year');
  await page.keyboard.press('Space');
  await tabTo(page, 'Add a project');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Add Link shortener');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Add Secret thing');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Secret thing” is not shown yet')).toBeVisible();

  await tabTo(page, 'See it as a stranger');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is what a stranger would see')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Link shortener' })).toBeVisible();
  expect((await stranger.request.get(`/api/public-pages/${handle}`)).status()).toBe(404);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'See it as a stranger' })).toBeFocused();

  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Save' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved. Your page is public.')).toBeVisible();

  await stranger.reload();
  await expect(stranger.getByRole('heading', { level: 1, name: 'Uma Publisher' })).toBeVisible();
  await expect(stranger).toHaveTitle('Uma Publisher · Waymark');
  await expect(stranger.getByRole('heading', { name: 'Link shortener' })).toBeVisible();
  await expect(stranger.getByText('Secret thing')).toHaveCount(0);
  await expect(stranger.getByText(person.email)).toHaveCount(0);

  await page.getByRole('checkbox', { name: 'Publish my page' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Save' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved. Nobody but you sees your page.')).toBeVisible();
  await stranger.reload();
  await expect(stranger.getByRole('heading', { name: 'Nothing is shown here' })).toBeVisible();
  // The browser tells of each 404 by itself.
  expect(complaints.filter((each) => !each.includes('404'))).toEqual([]);
  complaints.length = 0;
});

async function publish({ api }: Person): Promise<void> {
  const { items } = await api<{ items: { id: string; visibility: string }[] }>('listProjects');
  const projects = items.filter(({ visibility }) => visibility === 'public').map(({ id }) => id);
  const sections = { roadmaps: ['backend'], proof: true, calendar: true, projects };
  const body = { isPublic: true, about: 'I build small services and write down how.', sections };
  await api('changePublicPage', { body, headers: { 'If-Match': '"0"' } });
}

test('a link to it has a head of its own, and the badge is a picture on another page', async ({
  newMember,
  stranger,
}) => {
  const person = await newMember('Hedy Headed');
  const handle = await withWork(person);
  const path = `/u/${handle}`;
  const before = await stranger.request.get(path);
  expect([before.status(), before.headers()['x-robots-tag']]).toEqual([404, 'noindex']);
  expect(await before.text()).not.toContain('Hedy');
  await publish(person);
  const after = await stranger.request.get(path);
  const html = await after.text();
  expect(after.status()).toBe(200);
  expect(after.headers()['x-robots-tag']).toBeUndefined();
  expect(html).toContain('<title>Hedy Headed · Waymark</title>');
  expect(html).toContain('<meta property="og:type" content="profile" />');
  expect(html).toMatch(/<meta name="description" content="I build small services[^"]*Backend Developer: 2 of \d+ done/);
  expect(html).not.toContain(person.email);
  const ofTopic = await (await stranger.request.get('/roadmaps/backend/topics/http')).text();
  expect(ofTopic).toContain('<title>HTTP, Backend Developer · Waymark</title>');
  expect((await stranger.request.get('/settings')).headers()['x-robots-tag']).toBe('noindex');

  const badge = new URL(`/api/public-pages/${handle}/badge?roadmap=backend`, after.url()).href;
  const readme = createServer((_req, res) => {
    res.setHeader('Content-Type', 'text/html').end(`<link rel="icon" href="data:,"><img alt="badge" src="${badge}">`);
  });
  await new Promise<void>((resolve) => readme.listen(0, '127.0.0.1', resolve));
  // Another site: the product is at 127.0.0.1.
  await stranger.goto(`http://localhost:${(readme.address() as AddressInfo).port}/`);
  const width = () =>
    stranger.getByRole('img', { name: 'badge' }).evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(width).toBeGreaterThan(120);
  readme.closeAllConnections();
  readme.close();
});

test('axe finds nothing on it or its settings, it prints without the frame, and a first load stays small', async ({
  newMember,
  stranger,
}) => {
  test.setTimeout(180_000);
  const person = await newMember('Pia Printed');
  const handle = await withWork(person);
  await publish(person);
  const read: Promise<number>[] = [];
  stranger.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    read.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => responseBodySize),
    );
  });
  await stranger.goto(`/u/${handle}`, { waitUntil: 'networkidle' });
  const sum = (await Promise.all(read)).reduce((total, bytes) => total + bytes, 0);
  console.log(`public page: ${sum} bytes of script in ${read.length} files`);
  expect(sum).toBeGreaterThan(10_000);
  expect(sum).toBeLessThanOrEqual(100_000);

  for (const { colorScheme, width } of views) {
    for (const each of [stranger, person.page]) {
      await each.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await each.setViewportSize({ width, height: 900 });
    }
    await stranger.goto(`/u/${handle}`, { waitUntil: 'networkidle' });
    await expect(stranger.getByRole('heading', { level: 1, name: 'Pia Printed' })).toBeVisible();
    await expectCleanNow(stranger, `/u ${colorScheme} ${width}`);
    await person.page.goto('/settings/public');
    await expect(person.page.getByRole('heading', { name: 'A badge for a README' })).toBeVisible();
    await expectCleanNow(person.page, `/settings/public ${colorScheme} ${width}`);
  }
  await stranger.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(stranger.getByRole('banner')).toBeHidden();
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(0, 0, 0)');
});
