import type { Page } from '@playwright/test';
import { expectClean, expectCleanNow } from './expect-clean';
import { expect, type Person, test } from './world';

/** Follows both roadmaps; HTTP, shown by a project, and Git are done in the one that came first. */
async function knowsTwo({ api }: Person): Promise<{ projectId: string }> {
  for (const slug of ['backend', 'mern']) await api('putEnrolment', { params: { slug }, body: {} });
  const topics = { http: { state: 'done' }, git: { state: 'done' } };
  await api('setTopics', { params: { slug: 'backend' }, body: { topics } });
  const covers = [{ roadmap: 'backend', topicId: 'http', where: 'server.ts' }];
  const body = { title: 'Link shortener', build: 'finished', repoUrl: 'https://git.example/ada/x', covers };
  const { id } = await api<{ id: string }>('createProject', { body });
  return { projectId: id };
}

const number = (page: Page, words: string) => page.getByRole('button', { name: new RegExp(`^${words}.*: see which$`) });
const notice = (page: Page) => page.getByText(/topics? here you know from Backend Developer/);

test('what is known once is offered on the other roadmap, taken over by keyboard, and undone', async ({
  newMember,
}) => {
  const person = await newMember('Ada Twice');
  await knowsTwo(person);
  const { page } = person;

  await page.goto('/roadmaps/mern');
  await expect(notice(page)).toHaveText('2 topics here you know from Backend Developer.');
  await expect(number(page, '0 done of')).toBeVisible();

  await page.getByRole('button', { name: 'Look at them' }).focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'What you know already' });
  await expect(sheet.getByRole('checkbox', { name: 'HTTP' })).toBeChecked();
  await expect(sheet.getByText('From Backend Developer, shown by a project.')).toBeVisible();
  await sheet.getByRole('checkbox', { name: 'Git' }).focus();
  await page.keyboard.press('Space');
  await sheet.getByRole('button', { name: 'Mark 1 topic as known' }).focus();
  await page.keyboard.press('Enter');
  await expect(sheet).toBeHidden();

  // It is done, and shown by the project that never named this roadmap.
  await expect(number(page, '1 done of')).toBeVisible();
  await expect(number(page, '1 shown in projects')).toBeVisible();
  await expect(notice(page)).toHaveText('1 topic here you know from Backend Developer.');
  await page.keyboard.press('u');
  await expect(number(page, '0 done of')).toBeVisible();
  await expect(notice(page)).toHaveText('2 topics here you know from Backend Developer.');
});

test('a topic says where it is known from, and its proof goes with the project', async ({ newMember }) => {
  const person = await newMember('Ben Twice');
  const { projectId } = await knowsTwo(person);
  const { page, api } = person;
  await page.goto('/roadmaps/mern/topics/http');
  await expect(page.getByText('You know this from Backend Developer: shown by Link shortener.')).toBeVisible();
  await page.getByRole('button', { name: 'Mark as known' }).click();
  await expect(page.getByText(/^Shown by Link shortener\. You knew this before you began\./)).toBeVisible();

  await page.goto(`/projects/${projectId}`);
  await page
    .getByRole('button', { name: /^Delete/ })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await page.waitForURL('**/projects');
  for (const slug of ['backend', 'mern']) {
    const { topics } = await api<{ topics: Record<string, { proof: string }> }>('readEnrolment', { params: { slug } });
    expect(topics.http?.proof, slug).toBe('learned');
  }
});

test('"not now" is remembered, and home leads to what is offered', async ({ newMember }) => {
  const person = await newMember('Cleo Twice');
  await knowsTwo(person);
  const { page, api } = person;
  await page.goto('/');
  await page.getByRole('link', { name: '2 topics of MERN stack you know from Backend Developer' }).click();
  await expect(page.getByRole('dialog', { name: 'What you know already' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(notice(page)).toBeHidden();
  await page.reload();
  await expect(number(page, '0 done of')).toBeVisible();
  await expect(notice(page)).toBeHidden();
  // Something new is worth another word.
  await api('setTopic', { params: { slug: 'backend', topicId: 'rest' }, body: { state: 'done' } });
  await page.reload();
  await expect(notice(page)).toHaveText('3 topics here you know from Backend Developer.');
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['dark', 390],
] as const) {
  test(`axe finds nothing where two roadmaps meet, ${colorScheme}, ${width} px`, async ({ newMember }) => {
    test.setTimeout(180_000);
    const person = await newMember('Dora Twice');
    await knowsTwo(person);
    const { page } = person;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    const picture = (name: string) =>
      process.env.WAYMARK_PICTURES &&
      page.screenshot({ path: `${process.env.WAYMARK_PICTURES}/${name}-${width}-${colorScheme}.png` });
    for (const [name, path] of [
      ['home', '/'],
      ['roadmaps', '/roadmaps'],
      ['mern', '/roadmaps/mern'],
      ['topic', '/roadmaps/mern/topics/http'],
      ['facts', '/roadmaps/mern/facts'],
    ] as const) {
      await expectClean(page, path);
      await picture(name);
    }
    await page.goto('/roadmaps/mern#known');
    await expect(page.getByRole('dialog', { name: 'What you know already' })).toBeVisible();
    await expectCleanNow(page, 'the offers');
    await picture('offers');
  });
}
