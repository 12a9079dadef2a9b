import { readFile } from 'node:fs/promises';
import { expectCleanNow, views } from './expect-clean';
import { expect, test } from './world';

test('a learner agrees to what they see, sees who looked, pauses and goes on, and ends with a hand-over', async ({
  newMember,
  complaints,
}) => {
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  await learner.api('putEnrolment', { params: { slug: 'backend' }, body: {} });
  await learner.api('setTopic', { params: { slug: 'backend', topicId: 'http' }, body: { state: 'learning' } });
  await learner.api('createProject', { body: { title: 'Link shortener', visibility: 'mentors' } });
  const body = { name: 'Evening class', roadmap: 'backend' };
  const cohort = await mentor.api<{ code: string }>('createCohort', { body });

  // The preview is the mentor's page, and follows the switches.
  const { page } = learner;
  await page.goto(`/cohorts/join?code=${cohort.code}`);
  const preview = page.getByRole('region', { name: 'What Mira Mentor would see of you right now' });
  await expect(preview.getByRole('heading', { name: 'Link shortener' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Projects' }).uncheck();
  await expect(preview.getByText('Lou Learner does not share their projects with you.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Projects' }).check();
  await expect(preview.getByRole('heading', { name: 'Link shortener' })).toBeVisible();
  for (const { colorScheme, width } of views) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectCleanNow(page, `join at ${width}, ${colorScheme}`);
  }
  await page.getByRole('button', { name: 'Join and share this' }).click();
  await expect(page.getByText('You are in Evening class')).toBeVisible();

  await page.goto('/settings/sharing');
  await expect(page.getByText('Nobody has looked at anything of yours')).toBeVisible();
  await mentor.page.goto('/mentoring');
  await mentor.page.getByRole('link', { name: 'Lou Learner' }).first().click();
  await expect(mentor.page.getByRole('heading', { level: 1, name: 'Lou Learner' })).toBeVisible();
  await expect(mentor.page.getByRole('heading', { name: 'Link shortener' })).toBeVisible();

  // It stands in the learner's open page by itself.
  const looked = page.getByRole('region', { name: 'Who looked' });
  await expect(looked.getByText(/Mira Mentor opened your page on /)).toBeVisible();
  await expect(looked.getByText(/Mira Mentor saw you in a list of theirs/)).toBeVisible();

  await page.getByRole('button', { name: 'Pause sharing with Mira Mentor' }).click();
  await expect(page.getByText(/Paused since/)).toBeVisible();
  await expect(mentor.page.getByRole('heading', { name: 'Not shared with you' })).toBeVisible();
  await mentor.page.getByRole('main').getByRole('link', { name: 'To mentoring' }).click();
  const paused = mentor.page.getByRole('region', { name: 'Paused by their learner' });
  await expect(paused.getByText(/Lou Learner, paused/)).toBeVisible();
  await expectCleanNow(mentor.page, 'mentoring with somebody who has paused');

  for (const { colorScheme, width } of views) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectCleanNow(page, `sharing at ${width}, ${colorScheme}`);
  }
  await page.getByRole('button', { name: 'Go on sharing with Mira Mentor' }).click();
  await expect(page.getByText(/Mira Mentor sees again what you had agreed to/)).toBeVisible();
  await expect(mentor.page.getByRole('link', { name: 'Lou Learner' }).first()).toBeVisible();
  await expect(paused).toHaveCount(0);

  // Narrowed where it can be seen what that means.
  await page.getByRole('button', { name: 'See and change what Mira Mentor sees' }).click();
  const sheet = page.getByRole('dialog', { name: 'What Mira Mentor sees' });
  await sheet.getByRole('checkbox', { name: 'Projects' }).uncheck();
  await expect(sheet.getByText('Lou Learner does not share their projects with you.')).toBeVisible();
  for (const { colorScheme, width } of views) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectCleanNow(page, `the sheet at ${width}, ${colorScheme}`);
  }
  await sheet.getByRole('button', { name: 'Share this from now on' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByText('Mira Mentor sees your progress and activity.')).toBeVisible();

  await page.getByRole('button', { name: 'End sharing with Mira Mentor' }).click();
  const ending = page.getByRole('dialog', { name: 'End sharing with Mira Mentor?' });
  await expectCleanNow(page, 'ending');
  await ending.getByRole('button', { name: 'End it' }).click();
  await expect(page.getByText(/Mira Mentor sees nothing of yours any more/)).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the hand-over from Mira Mentor' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toMatch(/^# Lou Learner: where I stand on /);
  expect(text).toMatch(/## What I am on\n\n- HTTP, since /);
  expect(text).toContain('for whoever goes on where Mira Mentor was');
  await expect(mentor.page.getByRole('link', { name: 'Lou Learner' })).toHaveCount(0);

  // The browser itself notes the 404 of the page that was closed.
  await mentor.page.close();
  expect(complaints.every((complaint) => complaint.includes('404'))).toBe(true);
  complaints.length = 0;
});
