import type { Page } from '@playwright/test';
import { expectCleanNow, views } from './expect-clean';
import { expect, type Person, test } from './world';

interface Known {
  id: string;
  code?: string;
  version: number;
}

const everything = { progress: true, activity: true, notes: true, projects: true };
const topics = ['http', 'dns', 'tls'] as const;

async function withMentor(learner: Person, mentor: Person): Promise<void> {
  const cohort = await mentor.api<Known>('createCohort', { body: { name: 'Evenings', roadmap: 'backend' } });
  await learner.api('joinCohort', { body: { code: cohort.code, consent: everything } });
  const done = Object.fromEntries(topics.map((id) => [id, { state: 'done' }]));
  await learner.api('setTopics', { params: { slug: 'backend' }, body: { topics: done } });
}

const built = {
  title: 'Link shortener',
  writeUp: '# Why\n\nTo learn redirects.\n',
  build: 'finished',
  repoUrl: 'https://git.example/lou/shortener',
  visibility: 'mentors',
  covers: topics.map((topicId) => ({ roadmap: 'backend', topicId, where: `src/${topicId}.ts` })),
};

async function look(page: Page, where: string): Promise<void> {
  for (const { colorScheme, width } of views) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectCleanNow(page, `${where}, ${width} ${colorScheme}`);
    if (process.env.WAYMARK_SHOTS) {
      await page.screenshot({
        path: `${process.env.WAYMARK_SHOTS}/${where}-${width}-${colorScheme}.png`,
        fullPage: true,
      });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('an answer is kept as it is written, wants a sentence on each topic, and meets what changed since', async ({
  newMember,
}) => {
  test.setTimeout(120_000);
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  await withMentor(learner, mentor);
  const project = await learner.api<Known>('createProject', { body: built });
  const body = { question: 'Is the **redirect** sound?' };
  const review = await learner.api<Known>('askForReview', { params: { id: project.id }, body });
  const [theirs, mine] = [learner.page, mentor.page];
  await theirs.goto(`/reviews/${review.id}`);
  await expect(theirs.getByRole('heading', { name: 'What you ask' })).toBeVisible();
  await expect(theirs.getByRole('heading', { name: /^Waiting for a reviewer/ })).toBeVisible();

  // The question stands first, and nothing can be answered before it is taken on.
  await mine.goto(`/reviews/${review.id}`);
  await expect(mine.getByRole('heading', { name: 'What they ask' })).toBeVisible();
  await expect(mine.getByRole('heading', { name: 'Your answer' })).toHaveCount(0);
  await mine.getByRole('button', { name: 'Review it' }).click();
  await expect(mine.getByRole('heading', { name: 'Your answer' })).toBeVisible();
  await expect(theirs.getByText('Mira Mentor has taken it on until')).toBeVisible();

  // What is written is kept on the server, and comes back after a reload.
  const words = mine.getByRole('textbox', { name: 'In your words' });
  await words.fill('The redirect wants a test.');
  await mine.getByRole('group', { name: 'HTTP', exact: true }).getByRole('radio', { name: 'Partly' }).check();
  await mine.getByRole('textbox', { name: 'A sentence on HTTP' }).fill('No status is checked.');
  await expect(mine.getByText('Kept on the server.')).toBeVisible();
  await mine.reload();
  await expect(words).toHaveValue('The redirect wants a test.');
  await expect(mine.getByRole('textbox', { name: 'A sentence on HTTP' })).toHaveValue('No status is checked.');

  // Words to use again.
  await mine.getByText('Keep a new one').click();
  await mine.getByRole('textbox', { name: 'Its name' }).fill('Tests');
  await mine.getByRole('textbox', { name: 'Its words' }).fill('Write one that fails first.');
  await mine.getByRole('button', { name: 'Keep it', exact: true }).click();
  await words.focus();
  for (const key of ['End', ...Array.from({ length: 5 }, () => 'ArrowLeft')]) await words.press(key);
  await mine.getByRole('button', { name: 'Insert “Tests”' }).click();
  await expect(words).toHaveValue('The redirect wants a Write one that fails first. test.');
  await expect(words).toBeFocused();
  // The cursor stands behind what was put in.
  await mine.keyboard.type(' A');
  await expect(words).toHaveValue('The redirect wants a Write one that fails first. A test.');
  await expect(mine.getByText('Kept on the server.')).toBeVisible();
  await mine.getByRole('button', { name: 'Delete the snippet “Tests”' }).click();
  await expect(mine.getByRole('button', { name: 'Insert “Tests”' })).toHaveCount(0);
  await mine.getByRole('button', { name: 'Undo: Deleted: “Tests”' }).click();
  await expect(mine.getByRole('button', { name: 'Insert “Tests”' })).toBeVisible();
  await look(mine, 'review-mentor');

  // It cannot be sent before it says what it is all in all; then it is.
  await mine.getByRole('button', { name: 'Send it', exact: true }).click();
  await expect(mine.getByText('Choose what it is all in all')).toBeVisible();
  await expect(mine.getByRole('radio', { name: 'Approve', exact: true })).toBeFocused();
  await mine.getByRole('radio', { name: 'Ask for changes' }).check();
  // Nor before it says why, at each topic that it judges.
  const why = mine.getByRole('textbox', { name: 'A sentence on DNS' });
  await mine.getByRole('group', { name: 'DNS', exact: true }).getByRole('radio', { name: 'Not met' }).check();
  await mine.getByRole('button', { name: 'Ask for the changes' }).click();
  await expect(mine.getByText('Say at least one sentence on DNS, or leave it open.')).toBeVisible();
  await expect(why).toBeFocused();
  await look(mine, 'review-mentor-fault');
  await why.fill('No record is looked up, see `dns.ts`.');
  await expect(mine.getByText('Say at least one sentence on DNS')).toHaveCount(0);
  await mine.getByRole('button', { name: 'Ask for the changes' }).click();
  await expect(mine.getByRole('heading', { name: /^Changes requested/ })).toBeVisible();
  await expect(theirs.getByText('It is your turn')).toBeVisible();
  await expect(theirs.getByText('Write one that fails first.')).toBeVisible();
  const answered = theirs.getByRole('region', { name: 'What was answered' });
  await expect(answered.getByRole('listitem').filter({ hasText: 'DNS: Not met' })).toContainText(
    'No record is looked up, see dns.ts.',
  );

  // A word between the two, and a new revision with its differences.
  await theirs.getByRole('textbox', { name: 'What do you want to say?' }).fill('Done, see **src/http.test.ts**.');
  await theirs.getByRole('button', { name: 'Say it' }).click();
  await expect(mine.getByText('Done, see')).toBeVisible();
  const changes = { writeUp: '# Why\n\nTo learn redirects, with tests.\n', demoUrl: 'https://example.org/s' };
  const now = await learner.api<Known>('readProject', { params: { id: project.id } });
  const headers = { 'If-Match': `"${now.version}"` };
  await learner.api('changeProject', { params: { id: project.id }, body: changes, headers });
  await theirs.getByRole('button', { name: 'Show it as it is now' }).click();
  await expect(theirs.getByRole('heading', { name: 'What changed' })).toBeVisible();
  await expect(mine.getByRole('heading', { name: 'What changed' })).toBeVisible();
  await expect(mine.getByRole('row', { name: /^Demo nothing https:\/\/example.org\/s/ })).toBeVisible();
  await expect(mine.getByText('To learn redirects, with tests.').first()).toBeVisible();
  await look(theirs, 'review-learner');
});
