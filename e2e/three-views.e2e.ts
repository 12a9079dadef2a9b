import { expectCleanNow } from './expect-clean';
import { expect, type Person, test } from './world';

type Look = 'Trail' | 'Outline' | 'Board';
const looks: readonly Look[] = ['Trail', 'Outline', 'Board'];
const slug = { slug: 'backend' };

async function onTheMap(person: Person, look: Look, search = ''): Promise<void> {
  await person.page.goto(`/roadmaps/backend${search}`);
  await show(person, look);
}

async function show({ page }: Person, look: Look): Promise<void> {
  await page.getByRole('radio', { name: look }).check();
  await expect(page.locator('[data-node]').first()).toBeVisible();
}

const topic = ({ page }: Person, title: string) => page.getByRole('link', { name: new RegExp(`^${title},`) }).first();

async function stateOf({ api }: Person, id: string): Promise<string> {
  const { topics } = await api<{ topics: Record<string, { state: string }> }>('readEnrolment', { params: slug });
  return topics[id]?.state ?? 'not_started';
}

test('one filter holds in all three looks, in a shared link and on the way back', async ({ newMember }) => {
  const vera = await newMember('Vera Views');
  const { page } = vera;
  await vera.api('putEnrolment', { params: slug, body: {} });
  await vera.api('setTopics', {
    params: slug,
    body: { topics: { http: { state: 'done' }, dns: { state: 'skipped' } } },
  });
  await onTheMap(vera, 'Trail');
  await page.getByRole('searchbox').fill('http');
  await page.getByRole('button', { name: /^Learned/ }).click();
  for (const look of looks) {
    await show(vera, look);
    await expect(page.getByText(/^1 of \d+ topics$/)).toBeVisible();
    await expect(topic(vera, 'HTTP')).toBeVisible();
  }
  await expect(page).toHaveURL(/\?q=http&mark=learned$/);

  // The look is kept on this device, the filter in the address.
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Board' })).toBeChecked();
  await expect(page.getByText(/^1 of \d+ topics$/)).toBeVisible();

  await topic(vera, 'HTTP').click();
  await expect(page).toHaveURL(/topics\/http\?q=http&mark=learned$/);
  await page.getByRole('link', { name: 'Home', exact: true }).first().click();
  await page.waitForURL('/');
  await page.goBack();
  await page.goBack();
  await expect(page.getByText(/^1 of \d+ topics$/)).toBeVisible();

  await onTheMap(vera, 'Outline', '?hide=skipped');
  await expect(page.getByRole('checkbox', { name: 'Hide skipped' })).toBeChecked();
  await expect(topic(vera, 'HTTP')).toBeVisible();
  await expect(topic(vera, 'DNS')).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Hide done' }).check();
  await expect(topic(vera, 'HTTP')).toHaveCount(0);
});

for (const look of looks) {
  test(`by keyboard alone, many at once with one undo: ${look}`, async ({ newMember }) => {
    const kim = await newMember('Kim Keys');
    const { page } = kim;
    await kim.api('putEnrolment', { params: slug, body: {} });
    await onTheMap(kim, look);
    await topic(kim, 'How the internet works').focus();
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    const bar = page.getByRole('region', { name: 'Topics selected' });
    await expect(bar.getByRole('status')).toHaveText(/^\d+ topics selected$/);
    const count = Number.parseInt((await bar.getByRole('status').textContent()) ?? '', 10);
    expect(count).toBeGreaterThan(2);
    await page.keyboard.press('d');
    await expect(page.getByRole('button', { name: `${count} done of 61: see which` })).toBeVisible();
    await expect(bar).toHaveCount(0);
    // The focus is still on the map: the next key is heard.
    await expect(page.locator('[data-node]:focus')).toHaveCount(1);
    await page.keyboard.press('u');
    await expect(page.getByRole('button', { name: '0 done of 61: see which' })).toBeVisible();

    await page.keyboard.press('ControlOrMeta+a');
    await expect(bar.getByRole('status')).toHaveText('82 topics selected');
    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);

    await page.keyboard.press('Shift+F10');
    const menu = page.getByRole('menu');
    await expect(menu.getByRole('menuitemradio', { checked: true })).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '1 done of 61: see which' })).toBeVisible();
    await expect(page.locator('[data-node]:focus')).toHaveCount(1);
  });
}

test('cards are dragged to another column, one and a selected group', async ({ newMember }) => {
  const dora = await newMember('Dora Drags');
  const { page } = dora;
  await dora.api('putEnrolment', { params: slug, body: {} });
  await page.setViewportSize({ width: 1280, height: 1000 });
  await onTheMap(dora, 'Board');
  const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
  await topic(dora, 'DNS').dragTo(column('Learning').getByText('Bring a card here'));
  await expect(column('Learning').getByRole('link', { name: /^DNS/ })).toBeVisible();
  await expect.poll(() => stateOf(dora, 'dns')).toBe('learning');

  for (const title of ['HTTP', 'TLS']) {
    await topic(dora, title).focus();
    await page.keyboard.press('x');
  }
  await topic(dora, 'TLS').dragTo(column('Done').getByText('Bring a card here'));
  await expect(column('Done').getByRole('link')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(column('Done').getByRole('link')).toHaveCount(0);
  await expect.poll(() => stateOf(dora, 'http')).toBe('not_started');

  // The same by key: the focus stays in its column, at the next card.
  await topic(dora, 'HTTP').focus();
  await page.keyboard.press('d');
  await expect(column('Done').getByRole('link', { name: /^HTTP/ })).toBeVisible();
  await expect(page.locator('[data-node]:focus')).toHaveAccessibleName(/^TLS/);
});

test('on a phone the outline opens, and a tap on a mark is done', async ({ newMember }) => {
  const tina = await newMember('Tina Taps');
  const { page } = tina;
  await tina.api('putEnrolment', { params: slug, body: {} });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/roadmaps/backend');
  await expect(page.getByRole('radio', { name: 'Outline' })).toBeChecked();
  const mark = page.getByRole('button', { name: 'Mark HTTP as done' });
  const box = await mark.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  await mark.click();
  await expect.poll(() => stateOf(tina, 'http')).toBe('done');
  await page.getByRole('button', { name: 'Take HTTP back' }).click();
  await expect.poll(() => stateOf(tina, 'http')).toBe('not_started');

  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Select DNS' }).check();
  await topic(tina, 'TLS').click();
  await page.getByRole('button', { name: 'I knew these' }).click();
  await expect.poll(() => stateOf(tina, 'tls')).toBe('done');
  const { topics } = await tina.api<{ topics: Record<string, { known: boolean }> }>('readEnrolment', { params: slug });
  expect([topics.dns?.known, topics.tls?.known]).toEqual([true, true]);
});

test('a stage and the whole roadmap are reset, each with one undo', async ({ newMember }) => {
  const rosa = await newMember('Rosa Resets');
  const { page } = rosa;
  await rosa.api('putEnrolment', { params: slug, body: {} });
  const done = { state: 'done' };
  await rosa.api('setTopics', { params: slug, body: { topics: { http: done, dns: done, git: done } } });
  await onTheMap(rosa, 'Trail');
  const numbers = (count: number) => page.getByRole('button', { name: `${count} done of 61: see which` });
  await page.getByRole('button', { name: 'More on Internet and web' }).click();
  await page.getByRole('button', { name: 'Reset the whole stage' }).click();
  await expect(numbers(1)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(numbers(3)).toBeVisible();
  await page.getByRole('button', { name: 'More on this map' }).click();
  await page.getByRole('button', { name: 'Reset the whole roadmap' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset the roadmap' }).click();
  await expect(numbers(0)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(numbers(3)).toBeVisible();
});

test('what is printed is a checklist with the texts, without controls', async ({ newMember }) => {
  const paul = await newMember('Paul Paper');
  const { page } = paul;
  await paul.api('putEnrolment', { params: slug, body: {} });
  await page.emulateMedia({ colorScheme: 'dark' });
  await onTheMap(paul, 'Outline', '?q=http');
  await page.evaluate(() => {
    window.print = () => {};
  });
  await page.getByRole('button', { name: 'More on this map' }).click();
  await page.getByRole('button', { name: /^Print a checklist/ }).click();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const paper = page.getByRole('article');
  await expect(paper.getByRole('heading', { level: 1, name: 'Backend Developer' })).toBeVisible();
  await expect(paper.getByText('HTTP is the language of the web', { exact: false })).toBeVisible();
  await expect(paper.getByText('DNS', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('button')).toHaveCount(0);
  expect(
    await paper.evaluate((sheet) => [getComputedStyle(sheet).color, getComputedStyle(sheet).backgroundColor]),
  ).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any look, wide and narrow, ${colorScheme}`, async ({ newMember }) => {
    test.setTimeout(240_000);
    const axel = await newMember('Axel Axe');
    const { page } = axel;
    await axel.api('putEnrolment', { params: slug, body: { choices: { language: ['nodejs'] } } });
    const topics = { http: { state: 'done' }, dns: { state: 'learning' }, git: { state: 'skipped' } };
    await axel.api('setTopics', { params: slug, body: { topics } });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const look of looks) {
        await onTheMap(axel, look);
        await page.getByRole('button', { name: 'Select', exact: true }).click();
        await page.getByRole('checkbox', { name: 'Select HTTP' }).check();
        await expectCleanNow(page, `${look}, ${width} px`);
      }
    }
  });
}
