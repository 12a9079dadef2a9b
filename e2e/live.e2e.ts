import { expect } from '@playwright/test';
import { stateButton } from './state-button';
import { test } from './world';

test('a second tab and a second device follow, also after a lost connection', async ({ newMember, complaints }) => {
  const { page, api } = await newMember('Lena Wach');
  const set = (topicId: string, state: string) =>
    api('setTopic', { params: { slug: 'backend', topicId }, body: { state } });
  await api('putEnrolment', { params: { slug: 'backend' }, body: {} });
  // Whichever of the two is the first to ask listens for both.
  const open = page.context().waitForEvent('response', (response) => response.url().endsWith('/api/me/events'));
  await page.goto('/roadmaps/backend/topics/http');
  const tab = await page.context().newPage();
  await tab.goto('/roadmaps/backend/topics/http');
  await open;
  const done = (on: typeof page) => stateButton(on, 'Done');
  await expect(done(page)).toHaveAttribute('aria-pressed', 'false');
  await expect(done(tab)).toHaveAttribute('aria-pressed', 'false');

  // Another device: nothing of this browser is asked.
  await set('http', 'done');
  await expect(done(page)).toHaveAttribute('aria-pressed', 'true', { timeout: 2000 });
  await expect(done(tab)).toHaveAttribute('aria-pressed', 'true', { timeout: 2000 });

  // From one tab to the other.
  await stateButton(tab, 'Learning').click();
  await expect(stateButton(page, 'Learning')).toHaveAttribute('aria-pressed', 'true', { timeout: 2000 });

  // Its connection is lost, and while it is, something changes.
  await page.context().route('**/api/me/events', (route) => route.abort());
  await page.close();
  await set('http', 'done');
  await tab.context().unroute('**/api/me/events');
  await tab.evaluate(() => dispatchEvent(new Event('online')));
  await expect(done(tab)).toHaveAttribute('aria-pressed', 'true', { timeout: 10_000 });
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/net::ERR_FAILED/.test(text)));
});
