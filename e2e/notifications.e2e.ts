import { expectCleanNow } from './expect-clean';
import { linkInLetter } from './mailbox';
import { expect, test } from './world';

interface Known {
  id: string;
  code?: string;
}

const everything = { progress: true, activity: true, notes: true, projects: true };

test('a mentor hears of a review at once, in every tab, by letter, and can end the letters by one click', async ({
  newMember,
  stranger,
}) => {
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  const cohort = await mentor.api<Known>('createCohort', { body: { name: 'Evenings', roadmap: 'backend' } });
  await learner.api('joinCohort', { body: { code: cohort.code, consent: everything } });
  const { page } = mentor;
  const { request } = page.context();

  // Letters go to a confirmed address alone.
  await page.goto(await linkInLetter(request, mentor.email, 'Confirm your address'));
  await page.getByRole('button', { name: 'Confirm the address' }).click();
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  await page.goto('/settings');
  const often = page.getByRole('combobox', { name: 'How often they come' });
  await expect(often).toHaveValue('hourly');
  await often.selectOption({ label: 'At once' });
  await expect(page.getByText('Saved.')).toBeVisible();
  await expectCleanNow(page, 'settings with letters');

  await page.goto('/notifications');
  await expect(page.getByText('Nothing yet')).toBeVisible();
  await expectCleanNow(page, 'no notifications');
  const other = await page.context().newPage();
  await other.goto('/projects');
  const bell = (on: typeof page, name: string) => on.getByRole('link', { name, exact: true });
  await expect(bell(page, 'Notifications')).toBeVisible();
  await expect(bell(other, 'Notifications')).toBeVisible();

  const covers = [{ roadmap: 'backend', topicId: 'http', where: 'src/' }];
  const built = { build: 'finished', demoUrl: 'https://example.org/shortener', visibility: 'mentors', covers };
  const ask = async (title: string) => {
    const project = await learner.api<Known>('createProject', { body: { title, ...built } });
    return learner.api<Known>('askForReview', { params: { id: project.id }, body: { question: 'Is it sound?' } });
  };
  const review = await ask('Shortener');
  for (const tab of [page, other]) await expect(bell(tab, 'Notifications, 1 unread')).toBeVisible();
  await expect(page.getByText('Lou Learner asks for a review.')).toBeVisible();
  await expectCleanNow(page, 'one notification');

  // What was read is told by no letter, so it is waited for.
  const link = await linkInLetter(
    request,
    mentor.email,
    'Shortener (Backend Developer): Lou Learner asks for a review',
  );
  expect(new URL(link).pathname).toBe(`/reviews/${review.id}`);

  // Opening the review is reading of it, also in the other tab.
  await page.getByRole('link', { name: 'Shortener' }).click();
  await expect(page).toHaveURL(`/reviews/${review.id}`);
  for (const tab of [page, other]) await expect(bell(tab, 'Notifications')).toBeVisible();

  // While it is open, what happens in it is read as it comes.
  await mentor.api('claimReview', { params: { id: review.id } });
  await learner.api('sayInReview', { params: { id: review.id }, body: { text: 'One more thing' } });
  await expect(async () => {
    const { items } = await mentor.api<{ items: { kind: string; isRead: boolean }[] }>('listNotifications');
    expect(items[0]).toMatchObject({ kind: 'said', isRead: true });
  }).toPass();

  await page.goto('/notifications');
  await ask('Poll');
  await expect(bell(page, 'Notifications, 1 unread')).toBeVisible();
  await page.getByRole('button', { name: 'Mark as read: Poll' }).click();
  for (const tab of [page, other]) await expect(bell(tab, 'Notifications')).toBeVisible();
  await page.getByRole('radio', { name: 'Unread' }).check({ force: true });
  await expect(page.getByText('Nothing unread')).toBeVisible();

  const { items } = await (await request.get('/api/mailbox?limit=100')).json();
  const head = items.find(
    (each: { to: string; subject: string }) => each.to === mentor.email && /^Short/.test(each.subject),
  );
  const { text } = await (await request.get(`/api/mailbox/${head.id}`)).json();
  const [end] = /https?:\/\/\S+\/unsubscribe\/\S+/.exec(text) ?? [''];

  // Opening the link does nothing; its button does, without a sign-in.
  await stranger.goto(end);
  await expect(stranger.getByText('come to you as soon as something happens')).toBeVisible();
  await expectCleanNow(stranger, 'unsubscribe');
  await stranger.getByRole('button', { name: 'Stop these letters' }).click();
  await expect(stranger.getByRole('heading', { name: 'These letters are stopped' })).toBeFocused();
  await other.goto('/settings');
  await expect(other.getByRole('combobox', { name: 'How often they come' })).toHaveValue('off');
  await stranger.reload();
  await stranger.getByRole('button', { name: 'Send them again' }).click();
  await expect(stranger.getByRole('button', { name: 'Stop these letters' })).toBeVisible();
  await expect(other.getByRole('combobox', { name: 'How often they come' })).toHaveValue('at-once');

  // What a mail program posts when somebody clicks “unsubscribe” in it.
  const form = { 'List-Unsubscribe': 'One-Click' };
  expect((await request.post(end, { form })).status()).toBe(200);
  await expect(other.getByRole('combobox', { name: 'How often they come' })).toHaveValue('off');
});
