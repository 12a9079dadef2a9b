import { expectCleanNow } from './expect-clean';
import { expect, test } from './world';

interface Known {
  id: string;
  code?: string;
  version: number;
}

const everything = { progress: true, activity: true, notes: true, projects: true };

test('what a reviewer types is not lost to another window, nor to a newer revision', async ({
  newMember,
  complaints,
}) => {
  test.setTimeout(90_000);
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  const cohort = await mentor.api<Known>('createCohort', { body: { name: 'Evenings', roadmap: 'backend' } });
  await learner.api('joinCohort', { body: { code: cohort.code, consent: everything } });
  const covers = [{ roadmap: 'backend', topicId: 'http', where: '' }];
  const built = { title: 'Shortener', build: 'finished', demoUrl: 'https://a.invalid/', visibility: 'mentors', covers };
  const project = await learner.api<Known>('createProject', { body: built });
  const asking = { params: { id: project.id }, body: { question: 'Is it sound?' } };
  const { id } = await learner.api<Known>('askForReview', asking);
  await mentor.api('claimReview', { params: { id } });
  const here = mentor.page;
  const there = await here.context().newPage();
  for (const page of [here, there]) await page.goto(`/reviews/${id}`);
  const words = (page: typeof here) => page.getByRole('textbox', { name: 'In your words' });
  await expect(words(here)).toBeVisible();
  await expect(words(there)).toBeVisible();

  // Two windows: both are shown, and one of them is taken.
  await words(there).fill('Written there.');
  await there.getByRole('group', { name: 'HTTP', exact: true }).getByRole('radio', { name: 'Partly' }).check();
  await expect(there.getByText('Kept on the server.')).toBeVisible();
  await words(here).fill('Written here.');
  const stale = here.getByRole('alert').filter({ hasText: 'You wrote elsewhere, too' });
  await expect(stale.getByRole('definition').first()).toHaveText(/HTTP: Partly\.\s+Written there\./);
  await expect(stale.getByRole('definition').last()).toHaveText('Written here.');
  await expectCleanNow(here, 'an answer of two windows');
  await here.getByRole('link', { name: 'All reviews' }).click();
  await here.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
  await expect(words(here)).toHaveValue('Written here.');
  await stale.getByRole('button', { name: 'Keep what is here' }).click();
  await expect(here.getByText('Kept on the server.')).toBeVisible();
  await here.reload();
  await expect(words(here)).toHaveValue('Written here.');

  // A revision comes in under somebody's hands.
  await words(here).press('End');
  await words(here).pressSequentially(' And on');
  const review = await learner.api<Known>('readReview', { params: { id } });
  await learner.api('resubmit', { params: { id }, headers: { 'If-Match': `"${review.version}"` } });
  await expect(here.getByText('Revision 2 has come in')).toBeVisible();
  await expect(words(here)).toHaveValue('Written here. And on');
  await expect(here.getByText('Nothing of what it says was changed.')).toBeVisible();
  await here.getByRole('button', { name: 'Go on with revision 2' }).click();
  await expect(here.getByText('Revision 2 has come in')).toHaveCount(0);
  await expect(words(here)).toHaveValue('Written here. And on');
  await expect(here.getByText('Kept on the server.')).toBeVisible();
  await here.reload();
  await expect(words(here)).toHaveValue('Written here. And on');
  // The browser itself notes the answer that this journey is about.
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/412/.test(text)));
});

test('a review is one sheet of paper: what was looked at, and what was said of it', async ({ newMember }) => {
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  const cohort = await mentor.api<Known>('createCohort', { body: { name: 'Evenings', roadmap: 'backend' } });
  await learner.api('joinCohort', { body: { code: cohort.code, consent: everything } });
  const covers = [{ roadmap: 'backend', topicId: 'http', where: '' }];
  const built = { title: 'Shortener', build: 'finished', demoUrl: 'https://a.invalid/', visibility: 'mentors', covers };
  const project = await learner.api<Known>('createProject', { body: built });
  const asking = { params: { id: project.id }, body: { question: 'Is it sound?' } };
  const { id } = await learner.api<Known>('askForReview', asking);
  await mentor.api('claimReview', { params: { id } });
  const topics = [{ roadmap: 'backend', topicId: 'http', verdict: 'met', text: 'Every status fits.' }];
  await mentor.api('giveVerdict', { params: { id }, body: { decision: 'approved', text: 'Sound.', topics } });
  const { page } = learner;
  await page.goto(`/reviews/${id}`);
  await page.getByRole('link', { name: 'A receipt to print' }).click();
  const sheet = page.getByRole('article', { name: 'Receipt: Shortener' });
  await expect(sheet.getByRole('row', { name: 'HTTP Met Every status fits.' })).toBeVisible();
  await expect(sheet).toContainText('Approved. Reviewed by Mira Mentor on');
  await expectCleanNow(page, 'a receipt');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(sheet).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
  expect(pages).toHaveLength(1);
});
