import { expectCleanNow } from './expect-clean';
import { expect, test } from './world';

interface Known {
  id: string;
  code?: string;
}

const everything = { progress: true, activity: true, notes: true, projects: true };

test('home says what waits on others, and whose turn it is, as it changes', async ({ newMember }) => {
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  const cohort = await mentor.api<Known>('createCohort', { body: { name: 'Evenings', roadmap: 'backend' } });
  await learner.api('joinCohort', { body: { code: cohort.code, consent: everything } });
  const covers = [{ roadmap: 'backend', topicId: 'http', where: 'src/' }];
  const built = { build: 'finished', demoUrl: 'https://example.org/shortener', visibility: 'mentors', covers };
  const project = await learner.api<Known>('createProject', { body: { title: 'Shortener', ...built } });
  const { page } = learner;
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Your move' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Waiting on others' })).toHaveCount(0);

  const body = { question: 'Is the redirect sound?' };
  const review = await learner.api<Known>('askForReview', { params: { id: project.id }, body });
  const waiting = page.getByRole('region', { name: 'Waiting on others' });
  await expect(waiting).toContainText('A review of Shortener');
  await expect(waiting).toContainText('Nobody has taken it on yet');
  await expectCleanNow(page, 'home with a review');
  const params = { id: review.id };
  await mentor.api('claimReview', { params });
  await expect(waiting).toContainText('Mira Mentor has taken it on');
  await mentor.api('giveVerdict', { params, body: { decision: 'changes_requested', text: 'Add a test.', topics: [] } });
  await expect(waiting).toHaveCount(0);
  const move = page.getByRole('region', { name: 'Your move' });
  await expect(move).toContainText('Shortener: changes requested');
  await move.getByRole('link', { name: 'Open the project: Shortener: changes requested' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Shortener' })).toBeVisible();
});
