import type { Page } from '@playwright/test';
import { expectCleanNow } from './expect-clean';
import { handsOnKeys } from './hands-on-keys';
import { expect, type Person, test } from './world';

type Known = { id: string; code: string };

const everything = { progress: true, activity: true, notes: true, projects: true };
/** Nobody answers there: what is found of it is not what this journey is about. */
const demoUrl = 'https://shortener.invalid/';

async function built(learner: Person, title: string): Promise<Known> {
  const covers = [{ roadmap: 'backend', topicId: 'http', where: 'src/redirect.ts' }];
  const body = { title, build: 'finished', demoUrl, visibility: 'mentors', covers };
  return learner.api<Known>('createProject', { body });
}

/** A mentor whose promise is three days, and the learners of a cohort of theirs. */
async function mentored(mentor: Person, ...learners: Person[]): Promise<void> {
  const cohort = await mentor.api<Known>('createCohort', { body: { name: 'Evenings', roadmap: 'backend' } });
  for (const learner of learners) await learner.api('joinCohort', { body: { code: cohort.code, consent: everything } });
  await mentor.api('changeReviewer', { body: { promiseDays: 3, inPool: false, isNamed: false } });
}

async function expectCleanEverywhere(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 320]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await expectCleanNow(page, `${where}, ${width} ${colorScheme}`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('a learner asks by keyboard, sees where it stands as it changes, shows it again, and thanks', async ({
  newMember,
}) => {
  test.setTimeout(90_000);
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  const other = await newMember('Ola Other');
  await mentored(mentor, learner, other);
  await other.api('askForReview', {
    params: { id: (await built(other, 'Earlier')).id },
    body: { question: 'Is it sound?' },
  });
  const project = await built(learner, 'Shortener');
  const { page } = learner;
  const hands = await handsOnKeys(page);
  await page.goto(`/projects/${project.id}`);
  const review = page.getByRole('region', { name: 'Review', exact: true });
  await expect(review).toContainText('Nobody was asked yet.');
  const links = page.getByRole('region', { name: 'Links', exact: true });
  await expect(links).toContainText('Nothing is there');

  await hands.press('button', 'Ask for a review');
  const dialog = page.getByRole('dialog', { name: 'Ask for a review' });
  await hands.press('button', 'Ask');
  await expect(dialog.getByText('Ask something that they can answer')).toBeVisible();
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await expectCleanEverywhere(page, 'asking for a review');
  await hands.write('What do you want to know?', 'Is the redirect sound?');
  await hands.close('Close');
  // Nor does leaving the page lose it.
  await page.goto('/projects');
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
  await page.goBack();
  await expect(review).toContainText('The question that you began is kept in this browser until you ask it.');
  await hands.press('button', 'Ask for a review');
  await expect(dialog.getByRole('textbox')).toHaveValue('Is the redirect sound?');
  await hands.choose('Whom do you ask?', 'Mira Mentor');
  await hands.press('button', 'Ask');
  await expect(review.getByRole('heading', { name: 'Waiting for a reviewer' })).toBeVisible();
  await expect(review.getByRole('heading', { name: 'Review', exact: true })).toBeFocused();
  await expect(review).toContainText('Is the redirect sound?');
  await expect(review).toContainText('1 review has waited longer.');
  await expect(review).toContainText(/An answer is expected by \w{3},? \d/);

  const { items } = await learner.api<{ items: Known[] }>('listProjectReviews', { params: { id: project.id } });
  const params = { id: items[0]?.id ?? '' };
  await mentor.api('claimReview', { params });
  await expect(review).toContainText('Mira Mentor has taken it on until');
  await expect(review).toContainText('It is the turn of Mira Mentor');
  const answer = (decision: string, text: string) =>
    mentor.api('giveVerdict', { params, body: { decision, text, topics: [] } });
  await answer('changes_requested', 'Add a test.');
  await expect(review.getByRole('heading', { name: 'Changes requested' })).toBeVisible();
  await expect(review).toContainText('It is your turn');

  await page.getByRole('textbox', { name: 'In one line' }).fill('Short links, tested.');
  await expect(review).toContainText('What you typed last is not saved yet.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(review).toContainText('This has changed since revision 1.');
  await hands.press('button', 'Show it as it is now');
  await expect(review.getByRole('heading', { name: 'Waiting for a reviewer' })).toContainText('Revision 2');
  await expect(review).toContainText('Nothing has changed here since revision 2.');

  await mentor.api('claimReview', { params });
  await answer('approved', 'Sound.');
  await expect(review.getByRole('heading', { name: 'Approved' })).toBeVisible();
  await hands.press('button', 'Say thanks');
  await expect(page.getByText('They will see your thanks.')).toBeVisible();
  await expect(review.getByRole('button', { name: 'Say thanks' })).toHaveCount(0);

  await hands.press('button', 'Ask for another review');
  await hands.write('What do you want to know?', 'And the cache?');
  await hands.press('button', 'Ask');
  await expect(review).toContainText('Approved at revision 2, now at 3.');
  await expect(review.getByRole('link', { name: 'Approved, revision 2' })).toBeVisible();
  await expectCleanEverywhere(page, 'a project with an earlier review');
});

test('who has no mentor is told so, and asks the pool once somebody is in it', async ({ newMember, complaints }) => {
  const learner = await newMember('Nan Nobody');
  const project = await built(learner, 'Shortener');
  const { page } = learner;
  await page.goto(`/projects/${project.id}`);
  const review = page.getByRole('region', { name: 'Review', exact: true });
  await review.getByRole('button', { name: 'Ask for a review' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask for a review' });
  await expect(dialog).toContainText('None of your mentors sees your projects yet');
  await dialog.getByRole('textbox').fill('Is it sound?');
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(dialog.getByText('Choose whom you ask')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Anyone here who offers to review' }).check();

  const reviewer = await newMember('Pia Pool');
  await reviewer.page.goto('/mentoring');
  await expect(reviewer.page.getByRole('region', { name: 'Reviews', exact: true })).toHaveCount(0);
  await reviewer.page.getByRole('checkbox', { name: 'I review for anyone here who asks' }).check();
  await reviewer.page.getByRole('combobox', { name: 'I answer within' }).selectOption('2 days');
  await expect(reviewer.page.getByText('Saved.').first()).toBeVisible();
  await expect(reviewer.page.getByText('Nobody waits for a review of yours.')).toBeVisible();

  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(review.getByRole('heading', { name: 'Waiting for a reviewer' })).toBeVisible();
  const turn = reviewer.page.getByRole('region', { name: 'Your turn' });
  await reviewer.page.reload();
  await expect(turn).toContainText('Is it sound?');
  await expect(turn).toContainText('by Nan Nobody');
  const { items } = await learner.api<{ items: Known[] }>('listProjectReviews', { params: { id: project.id } });
  const params = { id: items[0]?.id ?? '' };
  await reviewer.api('claimReview', { params });
  await expect(turn).toContainText('You have taken it on until');
  await expectCleanEverywhere(reviewer.page, 'mentoring with a queue');
  // The oldest is one key away, which the list of keys tells.
  await reviewer.page.keyboard.press('?');
  const keys = reviewer.page.getByRole('dialog');
  await expect(keys).toContainText('Start with the oldest');
  await reviewer.page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  const start = reviewer.page.getByRole('link', { name: 'Start with the oldest: Shortener' });
  await expect(start).toHaveAttribute('href', `/reviews/${params.id}`);
  await reviewer.page.keyboard.press('n');
  await expect(reviewer.page.getByRole('heading', { level: 1, name: 'Review of Shortener' })).toBeVisible();
  await reviewer.page.goBack();
  await reviewer.api('giveVerdict', { params, body: { decision: 'changes_requested', text: 'A test.', topics: [] } });
  await expect(reviewer.page.getByRole('region', { name: 'Waiting on the learner' })).toContainText('Shortener');
  await expect(turn).toHaveCount(1);
  await expect(turn).not.toContainText('Shortener');
  complaints.length = 0;
});
