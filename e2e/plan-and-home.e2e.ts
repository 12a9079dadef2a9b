import { expectCleanNow } from './expect-clean';
import { expect, test } from './world';

const params = { slug: 'backend' };

test('the first minute: choose, plan, say what was known, and stand before the first topic', async ({ newMember }) => {
  const { page } = await newMember('Nuno First');
  await page.goto('/');
  // The hands stay on the keyboard throughout.
  await page.getByRole('button', { name: /^Start Backend/ }).focus();
  await page.keyboard.press('Enter');
  const setup = page.getByRole('dialog', { name: 'You are on your way' });
  await expect(setup).toBeVisible();
  await setup.getByRole('button', { name: 'Mark what I knew' }).focus();
  await page.keyboard.press('Enter');
  const known = page.getByRole('dialog', { name: 'Known before day one' });
  await known.getByRole('searchbox', { name: 'Find a topic' }).fill('how the int');
  await known.getByRole('checkbox', { name: 'How the internet works' }).focus();
  await page.keyboard.press('Space');
  await expect(known.getByRole('status')).toHaveText('1 topic marked as known');
  await known.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(known).toBeHidden();
  await setup.getByRole('button', { name: 'To the map' }).press('Enter');
  await expect(page.locator('[data-here]:focus')).toBeVisible();
  await expect(page.locator('[data-here]').first()).not.toContainText('How the internet works');
  await page.goto('/');
  await expect(page.getByRole('button', { name: /^Done/ })).toContainText('1');
  // It was known before day one: no day of the calendar is filled by it.
  await page.getByText('These weeks as a table').click();
  await expect(page.getByRole('cell', { name: '1', exact: true })).toHaveCount(2);
});

test('a plan with a pause, week by week, and in the calendar of a stranger until it is ended', async ({
  newMember,
  stranger,
}) => {
  const { page, api } = await newMember('Petra Plan');
  await api('putEnrolment', { params, body: {} });
  await api('setTopics', { params, body: { topics: { http: { state: 'learning' }, dns: { state: 'done' } } } });
  await page.goto('/roadmaps/backend/plan');
  const weeks = page.getByRole('region', { name: 'Week by week' });
  const first = weeks.getByRole('listitem').filter({ hasText: 'This week' });
  await expect(first.getByRole('link').first()).toHaveText('HTTP');
  await expect(weeks.getByRole('link', { name: 'DNS', exact: true })).toHaveCount(0);

  await page.getByRole('textbox', { name: 'Hours a week' }).fill('12');
  await page.getByRole('checkbox', { name: 'Hide hours' }).check();
  await page.getByRole('button', { name: 'Save plan' }).press('Enter');
  await expect(page.getByText('Your plan is saved.')).toBeVisible();
  await expect(first).not.toContainText('hours');

  const pauses = page.getByRole('region', { name: 'Pauses' });
  await pauses.getByLabel('First day').fill('2040-02-10');
  await pauses.getByLabel('Last day').fill('2040-02-01');
  await pauses.getByRole('button', { name: 'Plan a pause' }).press('Enter');
  await expect(pauses.getByRole('alert').first()).toHaveText('A pause ends on the day it begins, or later');
  await pauses.getByLabel('Last day').fill('2040-02-20');
  await pauses.getByRole('button', { name: 'Plan a pause' }).press('Enter');
  await expect(pauses.getByText('11 days')).toBeVisible();
  await pauses.getByRole('button', { name: 'Pause now' }).press('Enter');
  await expect(pauses.getByText(/^Paused since/)).toBeVisible();
  await pauses.getByRole('button', { name: 'Go on' }).press('Enter');
  await expect(pauses.getByRole('button', { name: 'Pause now' })).toBeVisible();

  const feed = page.getByRole('region', { name: 'In your calendar' });
  await feed.getByRole('button', { name: 'Make an address' }).press('Enter');
  const address = await feed.getByRole('textbox', { name: 'The address for your calendar' }).inputValue();
  const found = await stranger.request.get(address);
  expect([found.status(), found.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(await found.text()).toContain('HTTP');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectCleanNow(page, `the plan, ${colorScheme}`);
  }
  // It is no matter of one roadmap alone, and so is in the settings too.
  await page.goto('/settings#calendar');
  const section = page.getByRole('region', { name: 'Your plan in your calendar' });
  await expect(section.getByText(/^There is an address, made/)).toBeVisible();
  await expectCleanNow(page, 'the settings with a calendar’s address');
  await section.getByRole('button', { name: 'End it' }).press('Enter');
  await expect(section.getByRole('button', { name: 'Make an address' })).toBeVisible();
  expect((await stranger.request.get(address)).status()).toBe(404);
});

test('left and taken up again, started over and gone back', async ({ newMember }) => {
  const { page, api } = await newMember('Lene Left');
  await api('putEnrolment', { params, body: {} });
  await api('setTopics', { params, body: { topics: { http: { state: 'done' }, dns: { state: 'done' } } } });
  await page.goto('/roadmaps/backend/plan');
  await page.getByRole('button', { name: 'Leave this roadmap' }).press('Enter');
  await expect(page.getByText(/^You have left/)).toBeVisible();
  await page.goto('/roadmaps');
  await page.getByRole('button', { name: /^Take up Backend.* again$/ }).press('Enter');
  await expect(page.getByText(/^You are back on/)).toBeVisible();

  await page.goto('/roadmaps/backend/plan');
  await page.getByRole('button', { name: 'Start over' }).press('Enter');
  const asked = page.getByRole('dialog', { name: 'Start this roadmap over?' });
  await expect(asked).toContainText('Mentors no longer see this roadmap');
  await asked.getByRole('button', { name: 'Start over' }).press('Enter');
  await expect(page.getByText('You begin anew.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'DNS', exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Go back to how it was' }).press('Enter');
  await expect(page.getByText('It is as it was before you started over.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'DNS', exact: true })).toHaveCount(0);

  await page.goto('/');
  await expect(page.getByRole('button', { name: /^Done/ })).toContainText('2');
  await page.getByRole('button', { name: 'Pause now' }).press('Enter');
  await expect(page.getByText(/^Paused since/)).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectCleanNow(page, `home, ${colorScheme}`);
  }
});
