import type { Locator, Page } from '@playwright/test';
import { expectCleanNow, views } from './expect-clean';
import { expect, test } from './world';

interface Known {
  id: string;
  code?: string;
}

const everything = { progress: true, activity: true, notes: true, projects: true };

async function expectCleanInAllViews(page: Page, where: string): Promise<void> {
  for (const { colorScheme, width } of [...views, { colorScheme: 'dark', width: 320 } as const]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectCleanNow(page, `${where}, ${colorScheme}, ${width}`);
    if (!process.env.WAYMARK_SHOTS) continue;
    const path = `${process.env.WAYMARK_SHOTS}/${where.replaceAll(' ', '-')}-${width}-${colorScheme}.png`;
    await page.screenshot({ path, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
}

const figures = (page: Page) => page.getByRole('region', { name: 'How far' });
const wordsOf = async (part: Locator) => (await part.innerText()).replace(/\s+/g, ' ');

test('a mentor reads the same figures, forecast, days and map as the learner, by keyboard', async ({ newMember }) => {
  test.setTimeout(120_000);
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  const { code } = await mentor.api<Known>('createCohort', { body: { name: 'Evenings', roadmap: 'backend' } });
  await learner.api('joinCohort', { body: { code, consent: everything } });
  const { id } = await learner.api<Known>('readMe');
  const set = (topicId: string, state: string) =>
    learner.api('setTopic', { params: { slug: 'backend', topicId }, body: { state } });
  for (const topicId of ['http', 'dns', 'python']) await set(topicId, 'done');
  await set('tls', 'learning');
  const slug = { slug: 'backend' };
  await learner.api('putEnrolment', { params: slug, body: { choices: { language: ['python'] } } });
  const covers = [{ roadmap: 'backend', topicId: 'http', where: 'src/' }];
  const built = { build: 'finished', demoUrl: 'https://example.org/built', visibility: 'mentors', covers };
  const project = await learner.api<Known>('createProject', { body: { title: 'Shortener', ...built } });
  await learner.api('askForReview', { params: { id: project.id }, body: { question: 'Is it sound?' } });

  await learner.page.goto('/');
  const mine = { far: await wordsOf(figures(learner.page)), when: '', week: '' };
  mine.when = await wordsOf(learner.page.getByRole('region', { name: 'When' }).getByText(/^Done between/));
  const days = /^\d+ days? active in the last 26 weeks$/;
  mine.week = (await learner.page.getByRole('img', { name: days }).getAttribute('aria-label')) ?? '';

  const { page } = mentor;
  await page.goto(`/mentoring/learners/${id}?roadmap=backend`);
  await expect(figures(page)).toBeVisible();
  expect(await wordsOf(figures(page))).toBe(mine.far);
  await expect(page.getByRole('region', { name: 'When' })).toContainText(mine.when);
  await expect(page.getByRole('img', { name: mine.week })).toBeVisible();
  const map = page.getByRole('region', { name: 'The map' });
  await expect(map.getByRole('link', { name: /^HTTP, Shown in 1 project/ })).toBeVisible();
  await expectCleanInAllViews(page, 'a learner as a trail');

  // A figure opens what makes it up, what is missing first; a topic there opens as the mentor may read it.
  await figures(page)
    .getByRole('button', { name: /^Shown 1 of/ })
    .focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog', { name: /^Shown: 1 of/ });
  await expect(list.getByRole('heading', { level: 3 })).toHaveText([
    /^Done, not shown yet 2$/,
    /^Still to do/,
    /^Shown 1$/,
  ]);
  await expectCleanInAllViews(page, 'what a figure is made of');
  await list.getByRole('link', { name: 'DNS', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
  const topic = page.getByRole('region', { name: 'DNS' });
  await expect(topic.getByRole('heading', { name: 'DNS' })).toBeFocused();
  await expectCleanInAllViews(page, 'a learner with a topic open');
  await topic.getByRole('link', { name: 'Close' }).press('Enter');
  await expect(map.getByRole('link', { name: /^DNS,/ })).toBeFocused();

  // The other looks, by arrow keys; which one it was is in the address.
  await page.getByRole('radio', { name: 'Trail' }).press('ArrowRight');
  await expect(page).toHaveURL(/view=outline/);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Outline' })).toBeChecked();
  await map.getByRole('link', { name: /^HTTP,/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/topic=/);
  await expect(page.getByRole('button', { name: /^Mark .* as done$/ })).toHaveCount(0);
  await page.goto(`/mentoring/learners/${id}?roadmap=backend&view=board`);
  await expect(map.getByRole('region', { name: /^Learning 1$/ })).toContainText('TLS');
  await expectCleanInAllViews(page, 'a learner as a board');

  const reviews = page.getByRole('region', { name: 'Reviews' });
  await expect(reviews).toContainText('Waits for a reviewer. It is a mentor’s turn');
  await reviews.getByRole('link', { name: 'To the review of Shortener' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Review of Shortener' })).toBeVisible();
});

test('a learner sees before they agree what a mentor would, and what goes when a switch is turned', async ({
  newMember,
}) => {
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  const { code } = await mentor.api<Known>('createCohort', { body: { name: 'Evenings', roadmap: 'backend' } });
  await learner.api('putEnrolment', { params: { slug: 'backend' }, body: {} });
  const http = { slug: 'backend', topicId: 'http' };
  await learner.api('setTopic', { params: http, body: { state: 'done' } });
  const { page } = learner;
  await page.goto('/cohorts/join');
  await page.getByRole('textbox', { name: 'Code' }).fill(code ?? '');
  await page.getByRole('button', { name: 'See what it is' }).click();
  const preview = page.getByRole('region', { name: /^Your page to / });
  await expect(preview.getByRole('button', { name: /^Done 1 of/ })).toBeVisible();
  await expect(preview.getByRole('region', { name: 'The map' })).toContainText('HTTP');
  // It is to be read: nothing in it leads away from what is being decided.
  await expect(preview.getByRole('link')).toHaveCount(0);
  await expectCleanInAllViews(page, 'a preview with its map');
  // However long the map is, it scrolls within its frame.
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2500);
  const days = preview.getByRole('img', { name: '1 day active in the last 26 weeks' });
  await expect(days).toBeVisible();
  await page.getByRole('checkbox', { name: 'Activity' }).uncheck();
  await expect(days).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Progress' }).uncheck();
  await expect(preview.getByRole('region', { name: 'The map' })).toHaveCount(0);
  await expect(preview.getByRole('button', { name: /^Done 1 of/ })).toHaveCount(0);
});
