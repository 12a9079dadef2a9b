import type { Page } from '@playwright/test';
import { expect, type Person, test } from './world';

interface Project {
  id: string;
  version: number;
  title: string;
  summary: string;
  writeUp: string;
  visibility: string;
}

async function begin({ page, api }: Person): Promise<Project> {
  const project = await api<Project>('createProject', { body: { title: 'Link shortener', writeUp: 'Begun.' } });
  await page.goto(`/projects/${project.id}`);
  return project;
}

const read = ({ api }: Person, { id }: Project) => api<Project>('readProject', { params: { id } });
const writeUp = (page: Page) => page.getByRole('textbox', { name: 'Write-up' });
const state = (page: Page, words: RegExp | string) => page.getByRole('status').filter({ hasText: words });

/** Nothing that is saved arrives, until it may again. */
async function cutOff(page: Page): Promise<() => Promise<void>> {
  const isWrite = '**/api/me/projects/*';
  await page.route(isWrite, (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
  return () => page.unroute(isWrite);
}

test('what is written is saved as it is typed; what is decided waits for Save', async ({ newMember }) => {
  const ada = await newMember('Auto Matic');
  const { page } = ada;
  const project = await begin(ada);
  await page.getByRole('radio', { name: 'Everyone' }).check();
  await writeUp(page).fill('Written while nobody saved.');
  await expect(state(page, 'What you wrote is saved.')).toBeVisible();
  expect(await read(ada, project)).toMatchObject({ writeUp: 'Written while nobody saved.', visibility: 'private' });
  // A field of one line is saved when it is left.
  await page.getByRole('textbox', { name: 'In one line' }).fill('Short links for long addresses');
  await writeUp(page).focus();
  await expect.poll(async () => (await read(ada, project)).summary).toBe('Short links for long addresses');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(state(page, 'All changes are saved')).toBeVisible();
  expect((await read(ada, project)).visibility).toBe('public');
});

test('what was typed outlives a page that ends before it is saved', async ({ newMember, complaints }) => {
  const ada = await newMember('Cora Crash');
  const { page } = ada;
  const project = await begin(ada);
  const reconnect = await cutOff(page);
  await writeUp(page).fill('Typed before the crash.');
  await expect(state(page, /could not be saved, and is tried again/)).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(writeUp(page)).toHaveValue('Typed before the crash.');
  await expect(page.getByText('This is what you typed here before.')).toBeVisible();
  await reconnect();
  await writeUp(page).fill('Typed before the crash, and after.');
  await expect(state(page, 'All changes are saved')).toBeVisible();
  expect((await read(ada, project)).writeUp).toBe('Typed before the crash, and after.');
  complaints.length = 0;
});

test('two devices overwrite nothing of each other', async ({ newMember, complaints }) => {
  const ada = await newMember('Dua Device');
  const { page, api } = ada;
  const project = await begin(ada);
  const reconnect = await cutOff(page);
  await writeUp(page).fill('Mine');
  await expect(state(page, /could not be saved/)).toBeVisible();
  const elsewhere = (body: object, version: number) =>
    api('changeProject', { params: { id: project.id }, body, headers: { 'If-Match': `"${version}"` } });
  await elsewhere({ writeUp: 'Theirs', summary: 'Only theirs' }, 1);
  await reconnect();
  await writeUp(page).pressSequentially('!');
  await expect(page.getByText('It was changed elsewhere', { exact: true })).toBeVisible();
  await expect(writeUp(page)).toHaveValue('Mine!');
  expect((await read(ada, project)).writeUp).toBe('Theirs');
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('button', { name: 'Save like this' }).click();
  await expect(state(page, 'All changes are saved')).toBeVisible();
  expect(await read(ada, project)).toMatchObject({ writeUp: 'Mine!', summary: 'Only theirs' });
  complaints.length = 0;
});
