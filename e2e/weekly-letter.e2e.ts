import { weeklyDueAt } from '@waymark/contract/rules';
import { startForTest } from '../scripts/lib/start-for-test.mjs';
import { expectCleanNow } from './expect-clean';
import { linkInLetter } from './mailbox';
import { test as base, expect } from './world';

interface OwnTime {
  address: string;
  /** Sets the product's clock forward to then. */
  moveTo(then: Date): void;
}

const test = base.extend<object, { product: OwnTime }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const clock = new URL('own-clock.mjs', import.meta.url).href;
      const { address, product, stop } = await startForTest({
        log: 'e2e-weekly-letter',
        env: { WAYMARK_RATE_LIMIT_FACTOR: '1000' },
        nodeArgs: ['--import', clock],
      });
      const moveTo = (then: Date) => product.child.send({ clockAheadMs: then.getTime() - Date.now() });
      await use({ address, moveTo });
      await stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ product }, use) => use(product.address),
});

test('a learner takes the offer of a weekly letter, reads it on Monday, and ends it by one click', async ({
  newMember,
  product,
  stranger,
}) => {
  const { page, api, email } = await newMember('Lou Learner');
  const { request } = page.context();
  const params = { slug: 'backend' };
  await api('putEnrolment', { params, body: {} });
  await api('setTopic', { params: { ...params, topicId: 'http' }, body: { state: 'done' } });
  const { next } = await api<{ next: string[] }>('readEnrolment', { params });
  await page.goto(await linkInLetter(request, email, 'Confirm your address'));
  await page.getByRole('button', { name: 'Confirm the address' }).click();
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();

  await page.goto('/');
  const offer = page.getByRole('region', { name: 'A letter on Mondays' });
  await expect(offer).toBeVisible();
  await expectCleanNow(page, 'home with the offer');
  await offer.getByRole('button', { name: 'Yes, on Mondays' }).click();
  await expect(page.getByText('The first one comes next Monday')).toBeFocused();
  await page.getByRole('link', { name: 'To the settings' }).click();
  const onMondays = page.getByRole('combobox', { name: 'A letter on Mondays' });
  await expect(onMondays).toHaveValue('learning');
  await onMondays.selectOption({ label: 'About both, in two letters' });
  await expect(page.getByText('Saved.')).toBeVisible();

  const monday = weeklyDueAt('both', 'Europe/Berlin', new Date());
  if (!monday) throw new Error('it is due every Monday');
  // An open page would ask with a sign-in of last week before it gets another.
  await page.goto('/api/mailbox?limit=1');
  product.moveTo(monday);
  const link = await linkInLetter(request, email, 'Your week at');
  expect(new URL(link).pathname).toBe(`/roadmaps/backend/topics/${next[0]}`);

  const { items } = await (await request.get('/api/mailbox?limit=100')).json();
  const mine = items.filter((each: { to: string; subject: string }) => each.to === email && /week/.test(each.subject));
  expect(mine, 'nothing is told of learners to who has none').toHaveLength(1);
  const { text } = await (await request.get(`/api/mailbox/${mine[0].id}`)).json();
  expect(text.replaceAll(/\s+/g, ' ')).toContain('Backend Developer: 1 of ');
  const [end] = /https?:\/\/\S+\/unsubscribe\/\S+/.exec(text) ?? [''];

  await stranger.goto(end);
  await expect(stranger.getByText('A letter about the week comes to you on Mondays.')).toBeVisible();
  await expectCleanNow(stranger, 'ending the weekly letter');
  await stranger.getByRole('button', { name: 'Stop these letters' }).click();
  await expect(stranger.getByRole('heading', { name: 'These letters are stopped' })).toBeFocused();
  await page.goto('/settings');
  await expect(onMondays).toHaveValue('off');
  await expect(page.getByRole('combobox', { name: 'How often they come' })).toHaveValue('hourly');
});
