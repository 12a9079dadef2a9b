import { handsOnKeys } from './hands-on-keys';
import { expect, type Person, test } from './world';

interface Known {
  id: string;
  code: string;
}

const everything = { progress: true, activity: true, notes: true, projects: true };
const learned = { http: 'HTTP', rest: 'REST', sql: 'SQL' };
const titles = Object.values(learned);

/** A learner who has read about three topics, and the mentor with whom they share everything. */
async function withMentor(learner: Person, mentor: Person): Promise<void> {
  const cohort = await mentor.api<Known>('createCohort', { body: { name: 'Evenings', roadmap: 'backend' } });
  await learner.api('joinCohort', { body: { code: cohort.code, consent: everything } });
  const topics = Object.fromEntries(Object.keys(learned).map((id) => [id, { state: 'done' }]));
  await learner.api('setTopics', { params: { slug: 'backend' }, body: { topics } });
}

test('a brief becomes a project, its review asks for changes, and the next confirms three topics live', async ({
  newMember,
}) => {
  test.setTimeout(150_000);
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  await withMentor(learner, mentor);
  const [theirs, mine] = [learner.page, mentor.page];
  const hands = await handsOnKeys(mine);
  await mine.goto('/mentoring');
  await expect(mine.getByText('Nobody waits for a review of yours.')).toBeVisible();

  // From the empty list of projects to a brief, and from the brief to a project that says where each topic is.
  await theirs.goto('/projects');
  await theirs.getByRole('link', { name: 'Look through the briefs' }).click();
  await theirs.getByRole('link', { name: 'Start this project: Link shortener' }).click();
  await expect(theirs.getByRole('textbox', { name: 'Title' })).toHaveValue('Link shortener');
  await expect(
    theirs
      .getByRole('region', { name: /Link shortener$/ })
      .getByRole('listitem')
      .first(),
  ).toBeVisible();
  await theirs.getByRole('radio', { name: 'Finished' }).check();
  await theirs.getByRole('textbox', { name: 'Write-up' }).fill('# Why\n\nTo learn redirects.');
  await theirs.getByRole('textbox', { name: 'Repository' }).fill('https://git.invalid/lou/shortener');
  for (const title of titles) {
    const where = theirs.getByRole('group', { name: title, exact: true }).getByRole('textbox');
    await where.fill(`src/${title.toLowerCase()}.ts`);
  }
  await theirs.getByRole('radio', { name: /^My mentors/ }).check();
  await theirs.getByRole('button', { name: 'Save project' }).click();
  await expect(theirs.getByText(/^Saved\. .+ are now shown\.$/)).toBeVisible();

  const review = theirs.getByRole('region', { name: 'Review', exact: true });
  await review.getByRole('button', { name: 'Ask for a review' }).click();
  const dialog = theirs.getByRole('dialog', { name: 'Ask for a review' });
  await dialog.getByRole('textbox', { name: 'What do you want to know?' }).fill('Is the **redirect** sound?');
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(review.getByRole('heading', { name: /^Waiting for a reviewer/ })).toBeVisible();

  // It comes to the mentor's page by itself. Whoever reviews needs no pointer.
  await hands.press('link', 'Link shortener');
  await expect(mine.getByRole('heading', { name: 'What they ask' })).toBeVisible();
  await hands.press('button', 'Review it');
  await expect(review).toContainText('Mira Mentor has taken it on until');
  const requirement = mine.getByRole('region', { name: 'Requirements' }).getByRole('listitem').first();
  const asked = (await requirement.getByRole('paragraph').textContent()) ?? '';
  await hands.choose(asked, 'Partly');
  await hands.write(`A word on ${asked}`, 'It redirects, and forgets how often.');
  await hands.choose('HTTP', 'Partly');
  await hands.write('A sentence on HTTP', 'No status is checked.');
  await hands.write('In your words', 'The redirect wants a test.');
  await hands.choose('All in all', 'Ask for changes');
  await hands.press('button', 'Ask for the changes');
  await expect(review.getByRole('heading', { name: /^Changes requested/ })).toBeVisible();
  await expect(mine.getByRole('heading', { name: /^Changes requested/ })).toBeVisible();

  // What was asked for is done, saved, and shown as the next revision.
  await theirs.getByRole('textbox', { name: 'Write-up' }).fill('# Why\n\nTo learn redirects, with tests.');
  await theirs.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(review).toContainText('This has changed since revision 1.');
  await review.getByRole('button', { name: 'Show it as it is now' }).click();
  await expect(review.getByRole('heading', { name: /^Waiting for a reviewer/ })).toContainText('Revision 2');
  await expect(mine.getByRole('heading', { name: 'What changed' })).toBeVisible();
  await expect(mine.getByText('To learn redirects, with tests.').first()).toBeVisible();

  // The windows that look on while it is approved.
  const map = await theirs.context().newPage();
  await map.goto('/roadmaps/backend');
  const confirmed = (title: string) => map.getByRole('link', { name: new RegExp(`^${title},.*confirmed`, 'i') });
  await expect(map.getByRole('link', { name: /^HTTP,.*shown/i })).toBeVisible();
  await expect(confirmed('HTTP')).toHaveCount(0);
  const home = await theirs.context().newPage();
  await home.goto('/');
  const roster = await mine.context().newPage();
  await roster.goto(`/mentoring/learners/${(await learner.api<Known>('readMe')).id}`);
  await expect(roster.getByRole('img', { name: /, 2 shown, 0 confirmed$/ })).toBeVisible();

  await hands.press('button', 'Review it');
  for (const title of titles) {
    await hands.choose(title, 'Met');
    await hands.write(`A sentence on ${title}`, 'Used where it belongs.');
  }
  await expect(mine.getByText('This confirms 3 topics on their map.')).toBeVisible();
  await hands.write('In your words', 'Sound, and tested.');
  await hands.choose('All in all', 'Approve');
  await hands.press('button', 'Approve it');
  await expect(mine.getByRole('heading', { name: /^Approved/ })).toBeVisible();

  // No window was loaded again.
  await expect(review.getByRole('heading', { name: /^Approved/ })).toBeVisible();
  for (const title of titles) await expect(confirmed(title)).toBeVisible();
  await expect(home.getByRole('button', { name: /^Confirmed 3 of / })).toBeVisible();
  await expect(roster.getByRole('img', { name: /, 2 shown, 2 confirmed$/ })).toBeVisible();
});
