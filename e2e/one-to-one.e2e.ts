import { expectCleanNow, views } from './expect-clean';
import { expect, test } from './world';

test('a mentor and a learner write on one sheet, agree on something, and keep the meeting', async ({ newMember }) => {
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  await learner.api('putEnrolment', { params: { slug: 'backend' }, body: {} });
  const cohort = await mentor.api<{ code: string }>('createCohort', {
    body: { name: 'Evening class', roadmap: 'backend' },
  });
  const consent = { progress: true, activity: true, notes: false, projects: true };
  await learner.api('joinCohort', { body: { code: cohort.code, consent } });
  await learner.api('setTopic', { params: { slug: 'backend', topicId: 'http' }, body: { state: 'learning' } });

  await mentor.page.goto('/mentoring');
  await mentor.page.getByRole('link', { name: 'Lou Learner' }).first().click();
  await expect(mentor.page.getByText('This is your first look.')).toBeVisible();
  await mentor.page.getByRole('link', { name: 'Prepare the next meeting' }).click();
  await mentor.page.getByRole('button', { name: 'Begin a sheet' }).click();
  const theirs = mentor.page.getByRole('region', { name: 'To talk about' });
  await expect(theirs.getByText('HTTP: not started → learning')).toBeVisible();

  await learner.page.goto('/meetings');
  await learner.page.getByRole('link', { name: 'With Mira Mentor' }).click();
  const mine = learner.page.getByRole('region', { name: 'To talk about' });
  await expect(mine.getByText('HTTP: not started → learning')).toBeVisible();

  // What either writes stands on the other's screen by itself.
  await mine.getByRole('textbox', { name: 'Add a line' }).fill('The interview');
  await mine.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(theirs.getByText('The interview')).toBeVisible();
  await mentor.page.getByRole('textbox', { name: 'Notes' }).fill('We spoke of **caches**.');
  await mentor.page.getByRole('button', { name: 'Save the notes' }).click();
  await expect(learner.page.getByRole('textbox', { name: 'Notes' })).toHaveValue('We spoke of **caches**.');
  await mentor.page.getByRole('textbox', { name: 'What is to be done' }).fill('Read on caching');
  await mentor.page.getByRole('button', { name: 'Agree on it' }).click();
  await expect(learner.page.getByRole('checkbox', { name: /Read on caching/ })).toBeVisible();
  await mentor.page.getByRole('textbox', { name: 'What is to be done' }).fill('Send the book');
  await mentor.page.getByLabel('Who').selectOption({ label: 'Mira Mentor' });
  await mentor.page.getByRole('button', { name: 'Agree on it' }).click();
  await expect(learner.page.getByRole('checkbox', { name: /Send the book/ })).toBeVisible();

  // The order is theirs, by keyboard, and the other has it at once.
  await theirs.getByRole('button', { name: 'Move up: The interview' }).focus();
  await mentor.page.keyboard.press('Enter');
  await expect(mine.getByRole('listitem').first()).toContainText('The interview');
  for (const { colorScheme, width } of views) {
    await learner.page.emulateMedia({ colorScheme });
    await learner.page.setViewportSize({ width, height: 900 });
    await expectCleanNow(learner.page, `the sheet at ${width}, ${colorScheme}`);
  }

  await mentor.page.getByRole('button', { name: 'Close this meeting' }).click();
  await expect(mentor.page.getByText('Closed. What was left undone is on the next sheet.')).toBeVisible();
  await learner.page.goto('/');
  const agreed = learner.page.getByRole('region', { name: 'Agreed with your mentor' });
  await agreed.getByRole('checkbox', { name: /Read on caching/ }).click();
  await expect(agreed).toHaveCount(0);
  await mentor.page.goto('/mentoring');
  const own = mentor.page.getByRole('region', { name: 'What you agreed to do' });
  await own.getByRole('checkbox', { name: /Send the book/ }).click();
  await expect(own).toHaveCount(0);
});
