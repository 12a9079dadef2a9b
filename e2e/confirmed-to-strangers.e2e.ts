import type { Response } from '@playwright/test';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { expectCleanNow, views } from './expect-clean';
import { expect, type Person, test } from './world';

interface Known {
  id: string;
  code?: string;
}

const everything = { progress: true, activity: true, notes: true, projects: true };

/** A project with a write-up, of which a mentor who agreed to be named has confirmed HTTP. */
async function confirmed(learner: Person, mentor: Person): Promise<Known> {
  const cohort = await mentor.api<Known>('createCohort', { body: { name: 'Evenings', roadmap: 'backend' } });
  await learner.api('joinCohort', { body: { code: cohort.code, consent: everything } });
  const topics = { http: { state: 'done' }, dns: { state: 'done' } };
  await learner.api('setTopics', { params: { slug: 'backend' }, body: { topics } });
  const covers = ['http', 'dns'].map((topicId) => ({ roadmap: 'backend', topicId, where: `src/${topicId}.ts` }));
  const links = { build: 'finished', repoUrl: 'https://git.example/lou/shortener', covers, visibility: 'mentors' };
  const words = { title: 'Shortener', summary: 'Short links', writeUp: '# Why\n\nTo learn **redirects**.' };
  const project = await learner.api<Known>('createProject', { body: { ...words, ...links } });
  await mentor.api('changeReviewer', { body: { promiseDays: null, inPool: false, isNamed: true } });
  const params = { id: project.id };
  const { id } = await learner.api<Known>('askForReview', { params, body: { question: 'Is it sound?' } });
  await mentor.api('claimReview', { params: { id } });
  const verdict = { roadmap: 'backend', topicId: 'http', verdict: 'met', text: 'It holds.' };
  await mentor.api('giveVerdict', {
    params: { id },
    body: { decision: 'approved', text: 'Sound.', topics: [verdict] },
  });
  return project;
}

test('a project gets a page of its own, which names people once they agreed, and is gone when it is taken back', async ({
  newMember,
  stranger,
  complaints,
}) => {
  const learner = await newMember('Lou Learner');
  const project = await confirmed(learner, await newMember('Mira Mentor'));
  const { page } = learner;
  await page.goto(`/projects/${project.id}`);
  const share = page.getByRole('region', { name: 'A page of its own' });
  await expect(share).toContainText('Only you and your mentors see this project.');
  await page.getByRole('radio', { name: /^Anyone with its address/ }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await share.getByRole('button', { name: 'Make its page' }).click();
  const address = await share.getByRole('status', { name: 'Its address' }).innerText();
  await expectCleanNow(page, 'a project with a page');

  await stranger.goto(address);
  await expect(stranger.getByRole('heading', { level: 1, name: 'Shortener' })).toBeVisible();
  await expect(stranger.getByText('confirmed by a mentor at revision 1')).toBeVisible();
  await expect(stranger.getByRole('heading', { name: 'Why' })).toBeVisible();
  await expect(stranger.getByText('Lou Learner')).toHaveCount(0);
  for (const { colorScheme, width } of views) {
    await stranger.emulateMedia({ colorScheme });
    await stranger.setViewportSize({ width, height: 900 });
    await expectCleanNow(stranger, `a project’s page, ${width} ${colorScheme}`);
  }

  const isNamed = share.getByRole('checkbox', { name: /^Say who built it/ });
  // What was said of an earlier save may stand there still, so the answer itself is waited for.
  const isSaved = (answer: Response) => answer.request().method() === 'PUT' && answer.url().endsWith('/page');
  const [saved] = await Promise.all([page.waitForResponse(isSaved), isNamed.click()]);
  expect(saved.status()).toBe(200);
  await expect(isNamed).toBeChecked();
  await stranger.reload();
  await expect(stranger.getByText('confirmed by Mira Mentor')).toBeVisible();
  await expect(stranger.getByText('Built by Lou Learner')).toBeVisible();

  await share.getByRole('button', { name: 'Give it another address' }).click();
  await expect(share.getByRole('status', { name: 'Its address' })).not.toHaveText(address);
  await stranger.reload();
  await expect(stranger.getByRole('heading', { name: 'Nothing is shown here' })).toBeVisible();
  complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.includes('404')));
});

test('what is confirmed is signed, checked by a stranger and by a library, and taken back', async ({
  newMember,
  stranger,
  complaints,
}) => {
  const learner = await newMember('Rhea Record');
  const { page } = learner;
  await learner.api('putEnrolment', { params: { slug: 'backend' }, body: {} });
  await page.goto('/settings/records');
  await page.getByRole('button', { name: 'Sign what is confirmed' }).click();
  await expect(page.getByText('Nothing is confirmed on this roadmap yet.')).toBeVisible();
  expect(complaints.splice(0)).toEqual([expect.stringContaining('409')]);
  await confirmed(learner, await newMember('Mira Mentor'));
  await page.getByRole('button', { name: 'Sign what is confirmed' }).click();
  await expect(page.getByText('Signed: 1 topic.')).toBeVisible();
  await expectCleanNow(page, 'the list of records');
  const link = page.getByRole('link', { name: 'Open the record of Backend Developer' });
  const address = (await link.getAttribute('href')) ?? '';

  await stranger.goto(address);
  await expect(stranger.getByText('The signature is right, and the record stands.')).toBeVisible();
  await expect(stranger.getByText('by Mira Mentor')).toBeVisible();
  for (const { colorScheme, width } of views) {
    await stranger.emulateMedia({ colorScheme });
    await stranger.setViewportSize({ width, height: 900 });
    await expectCleanNow(stranger, `a record, ${width} ${colorScheme}`);
  }
  const signed = await stranger.getByRole('textbox', { name: 'The record itself' }).inputValue();
  const keys = (await (await stranger.request.get('/api/records/keys')).json()) as JSONWebKeySet;
  const { payload } = await jwtVerify(signed, createLocalJWKSet(keys));
  expect(payload.type).toContain('OpenBadgeCredential');

  await stranger.getByRole('link', { name: 'Check another record' }).click();
  const field = stranger.getByRole('textbox', { name: 'The record' });
  const check = stranger.getByRole('button', { name: 'Check it' });
  await check.click();
  await expect(stranger.getByText('Paste the record first.')).toBeVisible();
  await field.fill(signed);
  await check.click();
  await expect(stranger.getByText('It was signed here, not a character was changed, and it stands.')).toBeVisible();
  await expectCleanNow(stranger, 'a record that was checked');
  const middle = Math.floor(signed.length / 2);
  await field.fill(`${signed.slice(0, middle)}${signed[middle] === 'A' ? 'B' : 'A'}${signed.slice(middle + 1)}`);
  await check.click();
  await expect(stranger.getByText('This is not what was signed here.')).toBeVisible();

  await page.getByRole('button', { name: 'Take back the record of Backend Developer' }).click();
  await expect(page.getByText('Taken back. Whoever checks it is told so.')).toBeVisible();
  await field.fill(signed);
  await check.click();
  await expect(stranger.getByText('It was signed here, and its learner has taken it back.')).toBeVisible();
});
