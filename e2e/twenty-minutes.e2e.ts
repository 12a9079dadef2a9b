import type { Page } from '@playwright/test';
import { expectCleanNow, views } from './expect-clean';
import { expect, type Person, test } from './world';

interface Known {
  id: string;
  code?: string;
}

const everything = { progress: true, activity: true, notes: true, projects: true };

async function expectCleanInAllViews(page: Page, where: string): Promise<void> {
  for (const { colorScheme, width } of views) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectCleanNow(page, `${where}, ${colorScheme}, ${width}`);
    if (process.env.WAYMARK_SHOTS) {
      const path = `${process.env.WAYMARK_SHOTS}/${where.replaceAll(' ', '-')}-${width}-${colorScheme}.png`;
      await page.screenshot({ path, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** A project on so many topics, and a review of it that waits: ten minutes, and three for each topic. */
async function asks(learner: Person, title: string, topics: readonly string[]): Promise<Known> {
  const covers = topics.map((topicId) => ({ roadmap: 'backend', topicId, where: 'src/' }));
  const built = { build: 'finished', demoUrl: 'https://example.org/built', visibility: 'mentors', covers };
  const project = await learner.api<Known>('createProject', { body: { title, ...built } });
  const params = { id: project.id };
  return learner.api<Known>('askForReview', { params, body: { question: `Is ${title} sound?` } });
}

/** A mentor and a learner of theirs who shares everything. */
async function together(newMember: (name: string) => Promise<Person>): Promise<[mentor: Person, learner: Person]> {
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  const { code } = await mentor.api<Known>('createCohort', { body: { name: 'Evenings', roadmap: 'backend' } });
  await learner.api('joinCohort', { body: { code, consent: everything } });
  return [mentor, learner];
}

test('a mentor with twenty minutes is led from one verdict to the next', async ({ newMember }) => {
  test.setTimeout(120_000);
  const [mentor, learner] = await together(newMember);
  const { page } = mentor;
  await page.goto('/mentoring');
  const turn = page.getByRole('region', { name: 'Your turn' });
  await expect(turn).toContainText('Nobody waits for a review of yours. What is asked of you stands here');
  await expect(page.getByRole('group', { name: 'How many minutes I have' })).toHaveCount(0);
  await expectCleanInAllViews(page, 'mentoring of who has nothing yet');

  await asks(learner, 'Shortener', ['http', 'dns', 'tls']);
  await asks(learner, 'Clock', []);
  const last = await asks(learner, 'Timer', []);
  await expect(turn.getByRole('listitem')).toHaveText([/Shortener/, /Clock/, /Timer/]);
  await expect(turn.getByRole('listitem').first()).toContainText('In time: an answer is expected by');
  await expect(turn.getByRole('listitem').first()).toContainText('About 19 minutes.');
  const places = page.getByRole('navigation', { name: 'On this page' });
  await expect(places.getByRole('link', { name: 'Your turn 3' })).toBeVisible();
  await places.getByRole('link', { name: 'You as a reviewer' }).click();
  await expect(page.getByRole('heading', { name: 'You as a reviewer' })).toBeInViewport();

  // Twenty minutes are enough for the oldest alone, forty for all three.
  await page.getByRole('radio', { name: '20 min' }).check();
  const plan = page.getByRole('region', { name: 'For your 20 minutes' });
  await expect(plan.getByRole('listitem')).toHaveText([/Shortener/]);
  await page.getByRole('radio', { name: '40 min' }).check();
  const longer = page.getByRole('region', { name: 'For your 40 minutes' });
  await expect(longer.getByRole('listitem')).toHaveText([/Shortener/, /Clock/, /Timer/]);
  await expect(longer).toContainText('3 reviews, about 39 minutes together.');
  await page.reload();
  await expect(longer.getByRole('listitem')).toHaveCount(3);
  await expectCleanInAllViews(page, 'mentoring with a plan');

  // By one key into the first, and on from its verdict to the next; what somebody withdrew meanwhile is left out.
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { level: 1, name: 'Review of Shortener' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Next in your plan: Clock' })).toBeVisible();
  await page.getByRole('button', { name: 'Review it' }).click();
  await page.getByRole('textbox', { name: 'In your words' }).fill('Sound, and tested.');
  await page.getByRole('radio', { name: 'Comment only' }).check();
  await page.getByRole('button', { name: 'Send the comment' }).click();
  await expect(page.getByRole('heading', { name: /^Commented on/ })).toBeVisible();
  await expectCleanInAllViews(page, 'a verdict with a plan');
  await page.getByRole('link', { name: 'Next in your plan: Clock' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Review of Clock' })).toBeVisible();
  await learner.api('withdrawReview', { params: { id: last.id }, headers: { 'If-Match': '"1"' } });
  await expect(page.getByText('This is the last one of your plan.')).toBeVisible();
});

test('a mentor takes on so many and is away; their learner reads it, and asks somebody else', async ({
  newMember,
  complaints,
}) => {
  test.setTimeout(120_000);
  const [mentor, learner] = await together(newMember);
  const other = await newMember('Max Mentor');
  const { code } = await other.api<Known>('createCohort', { body: { name: 'Mornings', roadmap: 'backend' } });
  await learner.api('joinCohort', { body: { code, consent: everything } });
  const first = await asks(learner, 'Shortener', []);
  const second = await asks(learner, 'Clock', []);
  const { page } = mentor;
  await page.goto('/mentoring');
  const mine = page.getByRole('region', { name: 'You as a reviewer' });
  await mine.getByRole('combobox', { name: 'I take on at once' }).selectOption('1 review');
  await expect(page.getByText('Saved.').first()).toBeVisible();
  await mentor.api('claimReview', { params: { id: first.id } });
  await expect(page.getByText('You hold 1 review, as many as you take on at once.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go on with Shortener' })).toBeVisible();

  // Days that are none are told beside the field; what is right is kept.
  await mine.getByRole('button', { name: 'Keep these days' }).click();
  await expect(mine.getByText('Say which day is the first')).toBeVisible();
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
  await mine.getByLabel('First day').fill(today);
  await mine.getByLabel('Last day').fill(today);
  await expectCleanInAllViews(page, 'mentoring with full hands');
  await mine.getByRole('button', { name: 'Keep these days' }).click();
  await expect(mine.getByText('You are away')).toBeVisible();

  // Nothing else can be taken on, and the reason says what to do.
  await page.goto(`/reviews/${second.id}`);
  await page.getByRole('button', { name: 'Review it' }).click();
  await expect(page.getByText('Finish one or give one back first.')).toBeVisible();
  // The refusal is what was looked for.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('409')]);

  const { page: theirs } = learner;
  await theirs.goto(`/reviews/${first.id}`);
  await expect(theirs.getByText(/^Mira Mentor is away until .* You may ask somebody else at once\.$/)).toBeVisible();
  await theirs.getByRole('button', { name: 'Ask somebody else' }).click();
  const dialog = theirs.getByRole('dialog', { name: 'Ask somebody else' });
  await expect(dialog).toContainText('Who was asked is away');
  await expect(dialog.getByRole('radio', { name: 'Mira Mentor' })).toHaveAccessibleDescription(/is away until/);
  await expectCleanInAllViews(theirs, 'whom to ask while one is away');
  await dialog.getByRole('radio', { name: 'Max Mentor' }).check();
  await dialog.getByRole('button', { name: 'Ask them' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(theirs.getByText('is away until')).toHaveCount(0);

  await page.goto('/mentoring');
  await mine.getByRole('button', { name: 'I am here after all' }).click();
  await expect(mine.getByLabel('First day')).toBeVisible();
});
