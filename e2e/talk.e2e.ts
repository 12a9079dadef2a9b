import { expect, type Page } from '@playwright/test';
import { expectCleanNow, views } from './expect-clean';
import { stateButton } from './state-button';
import { test } from './world';

const everything = { progress: true, activity: true, notes: true, projects: true };
const soon = { timeout: 2000 };

async function expectCleanInAllViews(page: Page, where: string): Promise<void> {
  for (const { colorScheme, width } of views) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await expectCleanNow(page, `${where}, ${colorScheme}, ${width}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('a learner asks for help, a mentor answers and suggests, the learner takes it and closes', async ({
  newMember,
  complaints,
}) => {
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  const { code } = await mentor.api<{ code: string }>('createCohort', {
    body: { name: 'Evening class', roadmap: 'backend' },
  });
  await learner.api('joinCohort', { body: { code, consent: everything } });
  const [mine, theirs] = [learner.page, mentor.page];

  await theirs.goto('/mentoring');
  await expect(theirs.getByRole('heading', { level: 1 })).toBeVisible();

  await mine.goto('/roadmaps/backend/topics/http');
  const talk = mine.getByRole('region', { name: 'Talk with your mentors' });
  await expect(talk.getByText('Mira Mentor reads and can answer here.')).toBeVisible();
  await talk.getByRole('button', { name: 'Ask for help' }).click();
  await talk.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(talk.getByText('Say what you need in a sentence.')).toBeVisible();
  await talk.getByLabel('What do you need, in a sentence?').fill('What is a conditional request?');
  await talk.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(talk.getByText('You asked for help')).toBeVisible();

  // It comes to the mentor's open page by itself.
  await expect(theirs.getByText('What is a conditional request?')).toBeVisible(soon);
  await theirs.getByRole('link', { name: /^To the talk with Lou Learner on HTTP/ }).click();
  const before = theirs.getByRole('region', { name: 'HTTP', exact: true });
  await expect(before.getByText('Lou Learner asks for help')).toBeVisible();
  await before.getByRole('textbox', { name: 'Write something' }).fill('It asks: *has it changed?*');
  await before.getByRole('button', { name: 'Send' }).click();
  await expect(talk.getByText('has it changed?')).toBeVisible(soon);
  await before.getByRole('button', { name: 'Suggest something' }).click();
  await before.getByLabel('Address').fill('http://example.org/');
  await before.getByRole('button', { name: 'Suggest it' }).click();
  await expect(before.getByText('Give an https:// address')).toBeVisible();
  await before.getByLabel('What do you suggest?').selectOption('Do this topic next');
  await before.getByLabel('A sentence to go with it').fill('It comes before caching.');
  await before.getByRole('button', { name: 'Suggest it' }).click();
  await expect(before.getByText('It comes before caching.')).toBeVisible();
  await expect(talk.getByText('It comes before caching.')).toBeVisible(soon);
  await expectCleanInAllViews(theirs, 'the mentor’s topic');

  // What is typed outlives leaving the page.
  const field = talk.getByRole('textbox', { name: 'Write something' });
  await field.fill('Now I see.');
  await mine.goto('/');
  await expect(mine.getByRole('heading', { name: 'Your mentors suggest' })).toBeVisible();
  await expectCleanInAllViews(mine, 'home with a suggestion');
  await mine.getByRole('button', { name: 'Begin it: HTTP' }).click();
  await expect(mine.getByRole('heading', { name: 'Your mentors suggest' })).toHaveCount(0);
  await mine.goto('/roadmaps/backend/topics/http');
  await expect(stateButton(mine, 'Learning')).toHaveAttribute('aria-pressed', 'true');
  await expect(field).toHaveValue('Now I see.');
  await talk.getByRole('button', { name: 'Send' }).click();
  await expect(before.getByText('Now I see.')).toBeVisible(soon);
  await expect(before.getByText('Taken', { exact: false }).first()).toBeVisible(soon);

  // Shared, the note is before the mentor as soon as they look; and not any more once it is not.
  await mine.getByLabel('Notes, in Markdown').fill('ETag and *If-None-Match*');
  await mine.getByLabel('Show this note to my mentors').check();
  await expect(mine.getByText(/Mira Mentor reads this note/)).toBeVisible();
  await expect(mine.getByText('Saved', { exact: true })).toBeVisible();
  await expectCleanInAllViews(mine, 'the learner’s topic');
  await theirs.reload();
  await expect(before.getByText('ETag and')).toBeVisible();
  await mine.getByLabel('Show this note to my mentors').uncheck();
  await expect(mine.getByText('Only you can read it.')).toBeVisible();

  await talk.getByRole('button', { name: /^Close: What is/ }).click();
  await talk.getByLabel('A word to go with it, if you like').fill('Thank you!');
  await talk.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(talk.getByText('You closed it')).toBeVisible();
  await expect(before.getByText('Lou Learner asks for help')).toHaveCount(0, soon);
  await theirs.goto('/mentoring');
  await expect(theirs.getByRole('heading', { name: 'Asks for help' })).toHaveCount(0);
  // The browser notes that the address was refused.
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/422.*suggestions/.test(text)));
});

test('what is said without a connection waits on the device, and is sent once it is back', async ({
  newMember,
  complaints,
}) => {
  const mentor = await newMember('Tom Mentor');
  const learner = await newMember('Lea Learner');
  const { code } = await mentor.api<{ code: string }>('createCohort', {
    body: { name: 'Night class', roadmap: 'backend' },
  });
  await learner.api('joinCohort', { body: { code, consent: everything } });
  const { page } = learner;
  await page.goto('/roadmaps/backend/topics/http');
  const talk = page.getByRole('region', { name: 'Talk with your mentors' });
  await expect(talk.getByText('Nothing has been said here yet.')).toBeVisible();
  await page.context().route('**/api/**', (route) => route.abort());
  await talk.getByRole('textbox', { name: 'Write something' }).fill('From the train');
  await talk.getByRole('button', { name: 'Send' }).click();
  await expect(talk.getByText('Waits to be sent')).toBeVisible();
  await talk.getByRole('button', { name: 'Ask for help' }).click();
  await talk.getByLabel('What do you need, in a sentence?').fill('Is anybody there?');
  await talk.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(talk.getByText('This needs a connection. What you typed stays here.')).toBeVisible();
  await page.context().unroute('**/api/**');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(talk.getByText('Waits to be sent')).toHaveCount(0, { timeout: 15_000 });
  await expect(talk.getByText('From the train')).toHaveCount(1);
  await talk.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(talk.getByText('You asked for help')).toBeVisible();
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/net::ERR_FAILED/.test(text)));
});
