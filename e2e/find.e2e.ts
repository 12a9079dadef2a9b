import type { Page } from '@playwright/test';
import { expect, test } from './world';

const field = (page: Page) => page.getByRole('combobox', { name: 'Topic, resource, note, project, page or act' });
const title = (page: Page, level: number, name: string) => page.getByRole('heading', { level, name, exact: true });

/** Types what one is after, sees it stand first, and takes it: all without a pointer. */
async function find(page: Page, words: string, first: string | RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { selected: true })).toHaveAccessibleName(first);
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveCount(0);
}

test('everything is found from everywhere, mistyped or not, and acts are done at once', async ({ newMember }) => {
  const { page, api } = await newMember('Fina Finder');
  await api('putEnrolment', { params: { slug: 'backend' }, body: {} });
  await api('createProject', { body: { title: 'Link shortener', build: 'idea' } });
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Next step' })).toBeVisible();

  await find(page, 'autentication', /^Authentication /);
  await expect(title(page, 2, 'Authentication')).toBeVisible();
  await find(page, 'link shortner', /^Link shortener /);
  await expect(title(page, 1, 'Link shortener')).toBeFocused();
  await find(page, 'notes', /^Notes /);
  await expect(title(page, 1, 'Notes')).toBeFocused();
  await find(page, 'dark', /^Switch to the dark theme /);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page).toHaveURL(/\/notes$/);

  // What the page at hand hears as a key is an act, too.
  await find(page, 'backend dev', /^Backend Developer /);
  const done = (count: number) => page.getByRole('button', { name: `${count} done of 61: see which` });
  await expect(done(0)).toBeVisible();
  const topic = page.getByRole('region', { name: 'The map' }).getByRole('link', { name: /^DNS,/ });
  await topic.focus();
  await page.keyboard.press('d');
  await expect(done(1)).toBeVisible();
  await find(page, 'undo last', /^Undo the last change /);
  await expect(done(0)).toBeVisible();
  await expect(topic).toBeFocused();

  await page.context().route('https://www.rfc-editor.org/**', (route) => route.fulfill({ body: 'The standard' }));
  await find(page, 'http semantics', /^HTTP Semantics/);
  await expect(page).toHaveURL('https://www.rfc-editor.org/rfc/rfc9110');
});

test('Escape leads back to where one was, from Find and from the list of keys', async ({ newMember }) => {
  const { page, api } = await newMember('Esra Escape');
  await api('putEnrolment', { params: { slug: 'backend' }, body: {} });
  await page.goto('/roadmaps/backend');
  const sought = page.getByRole('searchbox', { name: 'Find a topic here' });
  const topic = page.getByRole('region', { name: 'The map' }).getByRole('link', { name: /^DNS,/ });
  for (const place of [sought, topic]) {
    await place.focus();
    await page.keyboard.press('ControlOrMeta+k');
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('re');
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(field(page)).toHaveCount(0);
    await expect(place).toBeFocused();
  }
  await expect(sought).toHaveValue('');

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByRole('heading', { level: 3 })).toHaveText(['Everywhere', 'On the map']);
  const heard = ['Move from topic to topic', 'Done', 'Undo the last change', 'Select a range', 'Menu of the topic'];
  for (const act of heard) await expect(keys.getByRole('term').filter({ hasText: act }).first()).toBeVisible();
  await expect(keys.getByRole('definition').filter({ hasText: /^D$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await expect(topic).toBeFocused();
});
