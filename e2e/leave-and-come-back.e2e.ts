import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectCleanNow, views } from './expect-clean';
import { expect, type Person, test } from './world';

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-files-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Way {
  summary: { done: number; shown: number };
  topics: Record<string, { state: string; known: boolean }>;
}
const slug = { slug: 'backend' };
const wayOf = (person: Person) => person.api<Way>('readEnrolment', { params: slug });

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function choose(page: Page, path: string): Promise<void> {
  await page.getByLabel(/^Choose (a|another) file$/).setInputFiles(path);
}

async function expectCleanInAll(page: Page, where: string): Promise<void> {
  for (const { colorScheme, width } of views) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await expectCleanNow(page, `${where}, ${colorScheme}, ${width} px`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function learn({ api }: Person): Promise<void> {
  await api('putEnrolment', { params: slug, body: {} });
  const topics = { http: { state: 'done' }, dns: { state: 'learning' }, git: { state: 'done', known: true } };
  await api('setTopics', { params: slug, body: { topics } });
  const covers = [{ roadmap: 'backend', topicId: 'http', where: 'src' }];
  const body = { title: 'Tale', build: 'finished', repoUrl: 'https://example.org/a/tale', covers, writeUp: '# How' };
  await api('createProject', { body });
  await api('writeNote', { params: { ...slug, topicId: 'http' }, body: { text: 'What **I** learnt', base: 0 } });
  await api('addTime', { body: { roadmap: 'backend', topicId: 'http', minutes: 45 } });
}

/** The file as the settings hand it over, by keyboard. */
async function takeAlong({ page }: Person): Promise<string> {
  await page.goto('/settings');
  const act = page.getByRole('button', { name: 'Download my data' });
  await act.focus();
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const path = join(folder, 'everything.json');
  await (await downloading).saveAs(path);
  return path;
}

test('everything leaves, and comes back in another account as it was', async ({ newMember }) => {
  test.setTimeout(180_000);
  const ada = await newMember('Ada Leaver');
  await learn(ada);
  const path = await takeAlong(ada);
  for (const name of ['Download Markdown', 'Download activity', 'Download time']) {
    const downloading = ada.page.waitForEvent('download');
    await ada.page.getByRole('button', { name }).click();
    expect(readFileSync(await (await downloading).path(), 'utf8')).toContain('HTTP');
  }

  const bob = await newMember('Bob Comer');
  const { page } = bob;
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Bring it back' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bring it back' })).toBeFocused();
  await choose(page, path);
  const table = page.getByRole('table', { name: 'What would change' });
  await expect(table.getByRole('row', { name: /^Projects/ })).toHaveText('Projects1000');
  await expect(table.getByRole('row', { name: /^Notes/ })).toHaveText(/^Notes, links and ticks1000$/);
  await page.getByText(/^Roadmaps and topics: /).click();
  await expect(page.getByText('Backend Developer: HTTP', { exact: true })).toBeVisible();
  await expectCleanInAll(page, 'the preview');
  await expect(bob.api('readEnrolment', { params: slug }), 'only looked at').rejects.toThrow('404');

  await page.getByRole('button', { name: 'Take it' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Everything that could be taken is here.')).toBeVisible();
  const [left, come] = [await wayOf(ada), await wayOf(bob)];
  expect(come.summary).toEqual(left.summary);
  expect(come.summary).toMatchObject({ done: 2, shown: 1 });
  expect(come.topics).toEqual(left.topics);
  await page.goto('/projects');
  await expect(page.getByText('Tale')).toBeVisible();

  await page.goto('/settings/import');
  await choose(page, path);
  await expect(page.getByText('All of it is here already. Nothing would change.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take it' })).toBeHidden();
});

test('a file that cannot be taken says why, and what to do', async ({ newMember }) => {
  const { page } = await newMember('Cut Short');
  await page.goto('/settings/import');
  const large = write('large.json', '{');
  truncateSync(large, 50_000_001);
  for (const [path, words] of [
    [write('broken.json', '{"format":"waymark-export","formatV'), /cannot be read as JSON/],
    [write('foreign.json', { tasks: [] }), /neither an export of Waymark nor a list/],
    [write('newer.json', { format: 'waymark-export', formatVersion: 99 }), /a newer Waymark/],
    [large, /larger than 50 MB/],
  ] as const) {
    await choose(page, path);
    await expect(page.getByRole('alert')).toHaveText(words);
  }
  const mine = { id: 'abcdefabcdefabcdefabcdef', title: 'Bad link', repoUrl: 'javascript:alert(1)' };
  await choose(page, write('bad.json', { format: 'waymark-export', formatVersion: 2, projects: [mine] }));
  await expect(page.getByRole('row', { name: /^Projects/ })).toHaveText('Projects0001');
  await page.getByText('Projects: 1 entry one by one').click();
  await expect(page.getByText('Bad link')).toBeVisible();
});

test('stopped midway, it goes on with what is left and takes nothing twice', async ({ newMember }) => {
  const eva = await newMember('Eva Stopper');
  const { page } = eva;
  const activity = Array.from({ length: 1700 }, (_, place) => {
    const at = new Date(Date.UTC(2026, 0, 1, 0, place)).toISOString();
    const id = `${place}`.padStart(24, '0');
    const act = { kind: 'topic', roadmap: 'backend', topicId: 'http', projectId: null };
    return { id, at, day: at.slice(0, 10), ...act, from: 'learning', to: 'done' };
  });
  await page.goto('/settings/import');
  await choose(page, write('long.json', { format: 'waymark-export', formatVersion: 2, exportedAt: '', activity }));
  let taken = 0;
  // The second piece is on its way as it is stopped.
  await page.route('**/api/me/import', async (route) => {
    taken += 1;
    if (taken === 2) await page.getByRole('button', { name: 'Cancel' }).click();
    await route.continue();
  });
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(page.getByText('You stopped.', { exact: false })).toBeVisible();
  const acts = async () => {
    const query = '?from=2026-01-01&to=2026-01-03';
    const answer = await page.evaluate(async (search) => {
      const { accessToken } = await (await fetch('/api/sessions/refresh', { method: 'POST' })).json();
      const headers = { Authorization: `Bearer ${accessToken}` };
      return (await fetch(`/api/me/activity${search}`, { headers })).json();
    }, query);
    return (answer.days as { acts: number }[]).reduce((sum, day) => sum + day.acts, 0);
  };
  expect(await acts()).toBeLessThan(1700);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('Everything that could be taken is here.')).toBeVisible();
  expect(await acts()).toBe(1700);
});

test('another tracker’s lists are matched, mended, taken as known, and taken back by one undo', async ({
  newMember,
}) => {
  test.setTimeout(120_000);
  const fay = await newMember('Fay Mover');
  const { page } = fay;
  await fay.api('putEnrolment', { params: slug, body: {} });
  await page.goto('/settings/import');
  const list = {
    done: ['http@Xy1-a', 'postgres', 'web-of-spiders@q'],
    learning: ['Version-Control-Systems'],
    skipped: [],
  };
  await choose(page, write('list.json', list));
  await expect(page.getByText('4 names in the file; 3 of them have a topic here.', { exact: false })).toBeVisible();
  const first = page.getByRole('combobox', { name: 'Topic for web-of-spiders@q' });
  await expect(first, 'what has no topic comes first').toHaveValue('');
  await first.selectOption({ label: 'DNS' });
  await expect(page.getByRole('combobox', { name: 'Topic for postgres' })).toHaveValue('postgresql');
  await page.getByRole('combobox', { name: 'Topic for postgres' }).selectOption({ label: 'Leave it out' });
  await expect(page.getByText('3 topics would change, 0 are as far here already, 1 left out.')).toBeVisible();
  await expectCleanInAll(page, 'the sheet');
  await page.getByRole('button', { name: 'Take 3 topics' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('They are taken.', { exact: false })).toBeVisible();
  await expect.poll(async () => (await wayOf(fay)).topics.dns).toMatchObject({ state: 'done', known: true });
  expect((await wayOf(fay)).topics['why-version-control']?.state).toBe('learning');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await wayOf(fay)).topics.dns?.state).toBe('not_started');
  expect((await wayOf(fay)).topics.http?.state).toBe('not_started');
});
