import { expect, test } from './world';

test('a learner joins by code with the preview, the mentor sees the dashboard, and after the end gets 404', async ({
  newMember,
  complaints,
}) => {
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  await learner.api('putEnrolment', { params: { slug: 'backend' }, body: {} });
  await learner.api('setTopic', { params: { slug: 'backend', topicId: 'http' }, body: { state: 'done' } });
  await learner.api('createProject', { body: { title: 'Only for me', visibility: 'private' } });

  await mentor.page.goto('/mentoring');
  await mentor.page.getByRole('textbox', { name: 'Name' }).fill('Evening class');
  await mentor.page.getByRole('button', { name: 'Start it' }).click();
  await expect(mentor.page.getByRole('heading', { level: 1, name: 'Evening class' })).toBeVisible();
  const code = await mentor.page.getByRole('status', { name: 'Join code' }).innerText();

  await learner.page.goto('/cohorts/join');
  await learner.page.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase());
  await learner.page.getByRole('button', { name: 'See what it is' }).click();
  await expect(learner.page.getByText(/Mentored by Mira Mentor/)).toBeVisible();
  await expect(learner.page.getByText(/What Mira Mentor would see of you right now/)).toBeVisible();
  const preview = learner.page.getByRole('region', { name: /What Mira Mentor would see/ });
  await expect(preview.getByText('HTTP', { exact: true }).first()).toBeAttached();
  await expect(preview.getByText('Only for me')).toHaveCount(0);
  await expect(learner.page.getByText('One project is for you only and is never shown.')).toBeVisible();
  await learner.page.getByRole('button', { name: 'Join and share this' }).click();
  await expect(learner.page.getByText('You are in Evening class')).toBeVisible();

  await mentor.page.goto('/mentoring');
  await mentor.page.getByRole('link', { name: 'Lou Learner' }).first().click();
  await expect(mentor.page.getByRole('heading', { level: 1, name: 'Lou Learner' })).toBeVisible();
  await expect(mentor.page.getByText('HTTP', { exact: true }).first()).toBeVisible();
  await expect(mentor.page.getByText('Only for me')).toHaveCount(0);

  await learner.page.goto('/settings/sharing');
  await learner.page.getByRole('button', { name: 'End sharing with Mira Mentor' }).click();
  await learner.page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
  await expect(learner.page.getByText('Mira Mentor sees nothing of yours any more.')).toBeVisible();

  const [answer] = await Promise.all([
    mentor.page.waitForResponse((response) => response.url().includes('/api/mentoring/learners/')),
    mentor.page.reload(),
  ]);
  expect(answer.status()).toBe(404);
  await expect(mentor.page.getByRole('heading', { name: 'Not shared with you' })).toBeVisible();
  // It listens for changes, so the end of the grant has it ask once more.
  await mentor.page.close();
  // The browser itself notes the 404 that this journey is about.
  expect(complaints.every((complaint) => complaint.includes('404'))).toBe(true);
  complaints.length = 0;
});
