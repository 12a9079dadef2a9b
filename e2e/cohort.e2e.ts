import { expectCleanNow, views } from './expect-clean';
import { expect, test } from './world';

const consent = { progress: true, activity: true, notes: false, projects: true };

test('a cohort gets a second mentor, whom a learner lets in, and is looked at, set up and put away', async ({
  newMember,
}) => {
  test.setTimeout(120_000);
  const mentor = await newMember('Mira Mentor');
  const second = await newMember('Sol Second');
  const learner = await newMember('Lou Learner');
  const cohort = await mentor.api<{ id: string; code: string }>('createCohort', {
    body: { name: 'Evening class', roadmap: 'backend' },
  });
  const params = { slug: 'backend' };
  await learner.api('putEnrolment', { params, body: {} });
  await learner.api('setTopic', { params: { ...params, topicId: 'http' }, body: { state: 'done' } });
  await learner.api('joinCohort', { body: { code: cohort.code, consent } });
  const others = await Promise.all(['Ada', 'Bo', 'Cy', 'Di'].map((name) => newMember(`${name} Other`)));
  for (const other of others) await other.api('joinCohort', { body: { code: cohort.code, consent } });
  const { handle } = await second.api<{ handle: string }>('readMe');

  const { page } = mentor;
  await page.goto(`/cohorts/${cohort.id}`);
  await page.getByRole('radio', { name: 'Settings' }).check();
  await page.getByRole('textbox', { name: 'Name' }).fill('Evening class, autumn');
  await page.getByLabel('Starts on').fill('2040-09-01');
  await page.getByLabel('Ends on').fill('2040-08-01');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It ends on the day it starts, or later')).toBeVisible();
  await page.getByLabel('Ends on').fill('2040-12-20');
  await page.getByLabel('Learners see of each other').selectOption('names');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Evening class, autumn' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Handle' }).fill(`@${handle}`);
  await page.getByRole('button', { name: 'Ask them' }).click();
  await expect(page.getByRole('button', { name: `Withdraw the request to @${handle}` })).toBeVisible();

  await second.page.goto('/mentoring');
  await second.page.getByRole('button', { name: 'Accept: mentor Evening class, autumn' }).click();
  await expect(second.page.getByText('You mentor Evening class, autumn now.')).toBeVisible();
  await second.page.goto(`/cohorts/${cohort.id}?view=glance`);
  await expect(second.page.getByText('No learner shares anything with you here yet.')).toBeVisible();

  await learner.page.goto('/');
  await expect(learner.page.getByText('Sol Second is a mentor of Evening class, autumn now.')).toBeVisible();
  await learner.page.getByRole('button', { name: 'Let them see it: Sol Second' }).click();
  await expect(learner.page.getByText('Sol Second now sees progress, activity and projects.')).toBeVisible();
  await learner.page.goto(`/cohorts/${cohort.id}`);
  await learner.page.getByRole('checkbox', { name: 'Show my name to the others' }).check();
  await expect(learner.page.getByRole('listitem').filter({ hasText: /^Lou Learner$/ })).toBeVisible();

  await second.page.reload();
  await expect(second.page.getByText('1 learner shares with you, 1 of them their progress.')).toBeVisible();
  await expect(second.page.getByText(/Figures over all stand here once five learners/)).toBeVisible();
  await second.page.getByRole('link', { name: 'Lou Learner' }).click();
  await expect(second.page.getByRole('heading', { level: 1, name: 'Lou Learner' })).toBeVisible();

  for (const { colorScheme, width } of views) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    for (const view of ['glance', 'settings']) {
      await page.goto(`/cohorts/${cohort.id}?view=${view}`);
      await expect(page.getByRole('heading', { name: view === 'glance' ? 'By stage' : 'Its mentors' })).toBeVisible();
      await expectCleanNow(page, `${view}, ${colorScheme}, ${width}`);
    }
  }
  await page.goto(`/cohorts/${cohort.id}?view=glance`);
  await expect(page.getByText('5 learners share with you, 5 of them their progress.')).toBeVisible();
  const names = page
    .getByRole('region', { name: 'Learners by name, done topics of each stage' })
    .getByRole('rowheader');
  await expect(names).toHaveText(['Ada Other', 'Bo Other', 'Cy Other', 'Di Other', 'Lou Learner']);
  await page.getByText('As a table').click();
  await expect(page.getByRole('row', { name: '0–9 % 5' })).toBeVisible();

  await page.getByRole('radio', { name: 'Settings' }).check();
  await page.getByRole('button', { name: 'Put it into the archive' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Into the archive' }).click();
  await expect(page.getByText('This cohort is in the archive: nobody can join')).toBeVisible();
  await learner.page.reload();
  await expect(learner.page.getByText(/This cohort is in the archive\. What you share/)).toBeVisible();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByText(/is back\. Make a code/)).toBeVisible();
});
