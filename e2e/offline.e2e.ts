import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { Roadmap, Room } from '@waymark/contract';
import { anotherDevice } from './another-device';
import { stateButton } from './state-button';
import { test } from './world';

/** Every request to the API fails, as without a network; the pages come from this device. */
async function cutOff(context: BrowserContext): Promise<void> {
  await context.route('**/api/**', (route) => route.abort());
}

async function bringBack(page: Page): Promise<void> {
  await page.context().unroute('**/api/**');
  await page.evaluate(() => dispatchEvent(new Event('online')));
}

const isKept = (page: Page) =>
  page.evaluate(async () =>
    Boolean((await navigator.serviceWorker.ready).active && navigator.serviceWorker.controller),
  );

/** Whether what was read under this key is kept on the device: it is, a moment after it was read. */
const isKnown = (page: Page, key: string) =>
  page.evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('waymark');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const known = await new Promise<{ state?: { queries: { queryKey: unknown[] }[] } } | undefined>((resolve) => {
      const asked = database.transaction('known').objectStore('known').get('last');
      asked.onsuccess = () => resolve(asked.result);
    });
    database.close();
    return known?.state?.queries.some(({ queryKey }) => queryKey[0] === wanted) ?? false;
  }, key);

/** Each request that was cut off is one line of the console. */
function forgetCutOff(complaints: string[]): void {
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/net::ERR_FAILED/.test(text)));
}

test('states set without a network survive a reload, and are sent once each when it is back', async ({
  newMember,
  complaints,
}) => {
  const { page, api } = await newMember('Olga Reise');
  await api('putEnrolment', { params: { slug: 'backend' }, body: {} });
  await page.goto('/roadmaps/backend/topics/http');
  await expect.poll(() => isKept(page)).toBe(true);
  await expect(stateButton(page, 'Learning')).toBeVisible();
  await expect.poll(() => isKnown(page, 'enrolment')).toBe(true);

  await cutOff(page.context());
  await page.reload();
  await stateButton(page, 'Learning').click();
  await stateButton(page, 'Done').click();
  await expect(page.getByText('2 changes kept here')).toBeVisible();
  await page.reload();
  await expect(stateButton(page, 'Done')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('2 changes kept here')).toBeVisible();

  await bringBack(page);
  await expect(page.getByText('kept here')).toHaveCount(0, { timeout: 40_000 });
  const stateOf = async () => {
    const params = { slug: 'backend' };
    const { topics } = await api<{ topics: Record<string, { state: string }> }>('readEnrolment', { params });
    return topics.http?.state;
  };
  await expect.poll(stateOf, { timeout: 40_000 }).toBe('done');
  const { items } = await api<{ items: { kind: string; to: string }[] }>('listActivity');
  expect(items.filter(({ kind }) => kind === 'topic').map(({ to }) => to)).toEqual(['done', 'learning']);
  forgetCutOff(complaints);
});

test('what is done in a topic’s room without a network is there after a reload, and once on another device', async ({
  newMember,
  complaints,
  browser,
  baseURL,
}) => {
  const olga = await newMember('Olga Reise');
  const { page, api } = olga;
  const params = { slug: 'backend', topicId: 'http' };
  await api('putEnrolment', { params: { slug: 'backend' }, body: {} });
  await page.goto('/roadmaps/backend/topics/http');
  await expect.poll(() => isKept(page)).toBe(true);
  const { topics } = await api<Roadmap>('readRoadmap', { params: { slug: 'backend' } });
  const outcome = topics.find(({ id }) => id === 'http')?.outcomes[0]?.text ?? '';
  const showsAll = async (on: Page) => {
    await expect(on.getByRole('checkbox', { name: outcome })).toBeChecked();
    await expect(on.getByRole('textbox', { name: 'Notes, in Markdown' })).toHaveValue('Read on the train.');
    await expect(on.getByText(/^25 min, of about/)).toBeVisible();
  };
  await expect.poll(() => isKnown(page, 'time')).toBe(true);

  await cutOff(page.context());
  await page.reload();
  await page.getByRole('checkbox', { name: outcome }).check();
  await page.getByRole('textbox', { name: 'Notes, in Markdown' }).fill('Read on the train.');
  await page.getByRole('button', { name: 'Log by hand' }).click();
  await page.getByRole('textbox', { name: 'How long' }).fill('25');
  await page.getByRole('button', { name: 'Log time' }).click();
  await expect(page.getByText('3 changes kept here')).toBeVisible();
  await showsAll(page);
  await page.reload();
  await showsAll(page);
  await expect(page.getByText('3 changes kept here')).toBeVisible();

  await bringBack(page);
  await expect(page.getByText('kept here')).toHaveCount(0, { timeout: 40_000 });
  await expect
    .poll(() => api<Room>('readRoom', { params }), { timeout: 40_000 })
    .toMatchObject({ outcomes: [expect.any(String)], minutes: 25, note: { text: 'Read on the train.', version: 1 } });
  await showsAll(page);
  const { items } = await api<{ items: unknown[] }>('listTime');
  expect(items).toHaveLength(1);
  const device = await anotherDevice(browser, baseURL ?? '', olga);
  await device.goto('/roadmaps/backend/topics/http');
  await showsAll(device);
  await device.context().close();
  forgetCutOff(complaints);
});

test('the client can be installed under its own name', async ({ stranger }) => {
  await stranger.goto('/sign-in');
  const manifest = await stranger.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    return (await fetch(link?.href ?? '')).json();
  });
  expect(manifest).toMatchObject({ name: 'Waymark', display: 'standalone', start_url: '/' });
  for (const { src, sizes } of manifest.icons as { src: string; sizes: string }[]) {
    const size = await stranger.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    expect(size).toBe(sizes);
  }
});
