import type { Page } from '@playwright/test';
import type { Roadmap, Room } from '@waymark/contract';
import { anotherDevice } from './another-device';
import { expectClean, expectCleanNow, views } from './expect-clean';
import { expect, type Person, test } from './world';

const slug = 'backend';
const params = { slug, topicId: 'http' };
const address = `/roadmaps/${slug}/topics/http`;

async function learner(newMember: (name: string) => Promise<Person>, name: string): Promise<Person> {
  const person = await newMember(name);
  await person.api('putEnrolment', { params: { slug }, body: {} });
  await person.api('setTopic', { params, body: { state: 'learning' } });
  return person;
}

const noteOf = (page: Page) => page.getByRole('textbox', { name: 'Notes, in Markdown' });
const roomOf = ({ api }: Person) => api<Room>('readRoom', { params });

for (const width of [1280, 390]) {
  test(`a topic’s room keeps what one does in it, at ${width} px`, async ({ newMember }) => {
    const nia = await learner(newMember, 'Nia Reader');
    const { page } = nia;
    const { topics } = await nia.api<Roadmap>('readRoadmap', { params: { slug } });
    const http = topics.find(({ id }) => id === 'http');
    const outcome = http?.outcomes[0]?.text ?? '';
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    await page.getByRole('checkbox', { name: outcome }).check();
    await page
      .getByRole('checkbox', { name: /^Done with/ })
      .first()
      .check();
    await page.getByRole('button', { name: 'Add a link' }).click();
    await page.getByRole('textbox', { name: 'Address' }).fill('example.org/talk');
    await page.getByRole('textbox', { name: 'Title' }).fill('A talk');
    await page.getByRole('button', { name: 'Save link' }).click();
    await page.getByRole('textbox', { name: 'Where I left off' }).fill('Chapter 3');
    await noteOf(page).fill('# Methods\n\n**GET** changes nothing.');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Log by hand' }).click();
    await page.getByRole('textbox', { name: 'How long' }).fill('1:30');
    await page.getByRole('button', { name: 'Log time' }).click();
    await expect(page.getByText(/^1 h 30 min, of about/)).toBeVisible();
    await page.getByRole('radio', { name: 'A little' }).check();
    await expect
      .poll(() => roomOf(nia))
      .toMatchObject({ confidence: 2, leftOff: 'Chapter 3', minutes: 90, links: [{ title: 'A talk' }] });

    await page.reload();
    await expect(page.getByRole('checkbox', { name: outcome })).toBeChecked();
    await expect(noteOf(page)).toHaveValue('# Methods\n\n**GET** changes nothing.');
    await page.getByRole('radio', { name: 'Preview' }).check();
    await expect(page.getByRole('heading', { name: 'Methods' })).toBeVisible();
    await page.getByRole('button', { name: 'Remove the link A talk' }).click();
    await expect(page.getByRole('link', { name: 'A talk' })).toBeHidden();
    // On a phone the sheet has notices of its own, before those of the page behind it.
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(page.getByRole('link', { name: 'A talk' })).toBeVisible();

    await page.goto('/notes');
    await page.getByRole('searchbox', { name: 'Search my notes' }).fill('CHANGES nothing');
    await expect(page.locator('mark')).toHaveText('changes');
    await page.getByRole('link', { name: http?.title ?? '', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
  });
}

test('a note that a crash cut short is there again, and goes on to the server', async ({ newMember, complaints }) => {
  const person = await learner(newMember, 'Cy Crash');
  const { page } = person;
  await page.goto(address);
  await expect(noteOf(page)).toBeVisible();
  await page.route('**/room/note', (route) => route.abort());
  await noteOf(page).fill('Half a thought');
  await page.reload();
  await expect(noteOf(page)).toHaveValue('Half a thought');
  expect((await roomOf(person)).note.text).toBe('');
  await page.unroute('**/room/note');
  await page.reload();
  await expect.poll(async () => (await roomOf(person)).note.text).toBe('Half a thought');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  // What was cut off is complained of by the browser.
  complaints.length = 0;
});

test('two devices write one note: both texts are shown, and neither is lost', async ({
  newMember,
  browser,
  baseURL,
  complaints,
}) => {
  const person = await learner(newMember, 'Dee Devices');
  const { page } = person;
  const other = await anotherDevice(browser, baseURL ?? '', person);
  // Else it would have heard of the other's words before it wrote its own.
  await page.context().route('**/api/me/events', (route) => route.abort());
  await page.goto(address);
  await other.goto(address);
  await expect(noteOf(page)).toBeVisible();
  await noteOf(other).fill('From the phone');
  await expect(other.getByText('Saved', { exact: true })).toBeVisible();
  await noteOf(page).fill('From the desk');
  await expect(page.getByText('These notes were also written elsewhere')).toBeVisible();
  await expect(page.getByRole('region', { name: 'On the server' })).toContainText('From the phone');
  await expect(page.getByRole('region', { name: 'On this device' })).toContainText('From the desk');
  expect((await roomOf(person)).note.text).toBe('From the phone');
  await expectCleanNow(page, 'a conflict');
  await page.getByRole('button', { name: 'Keep both' }).click();
  await expect.poll(async () => (await roomOf(person)).note.text).toBe('From the phone\n\n---\n\nFrom the desk');
  await other.context().close();
  // The browser complains of the 412, and of what was kept from it.
  complaints.length = 0;
});

test('the timer runs on through a reload and in another tab, and is logged once', async ({ newMember }) => {
  const person = await learner(newMember, 'Tim Timer');
  const { page } = person;
  await page.clock.install();
  await page.goto(address);
  await page.getByRole('button', { name: 'Start the timer' }).click();
  await page.clock.fastForward('25:00');
  await page.reload();
  await expect(page.getByText(/^Running for 25 min/)).toBeVisible();
  const tab = await page.context().newPage();
  await tab.goto(`/roadmaps/${slug}/topics/dns`);
  await expect(tab.getByRole('link', { name: /^The timer runs on/ })).toBeVisible();
  await page.getByRole('button', { name: 'Stop and log it' }).click();
  await expect(page.getByText(/^25 min, of about/)).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Start the timer' })).toBeVisible();
  await expect.poll(async () => (await roomOf(person)).minutes).toBe(25);
});

test('a topic’s history leads back, by the keyboard alone', async ({ newMember }) => {
  const person = await learner(newMember, 'Kay Keys');
  const { page, api } = person;
  await api('setTopic', { params, body: { state: 'done' } });
  await page.goto(address);
  const back = page.getByRole('button', { name: 'Go back to learning' });
  await expect(back).toBeVisible();
  const isThere = () => back.evaluate((each) => each === document.activeElement);
  for (let pressed = 0; pressed < 120 && !(await isThere()); pressed += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => {
      const { topics } = await api<{ topics: Record<string, { state: string }> }>('readEnrolment', {
        params: { slug },
      });
      return topics.http?.state;
    })
    .toBe('learning');
  const box = page.getByRole('checkbox').first();
  await box.focus();
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
  await noteOf(page).focus();
  await page.keyboard.type('Typed, with keys d and s');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect((await roomOf(person)).note.text).toBe('Typed, with keys d and s');
});

test('a dead link goes to the owner, without a name, and away again', async ({ newMember, owner }) => {
  const { page } = await learner(newMember, 'Dora Deadlink');
  await page.goto(address);
  const report = page.getByRole('button', { name: /^Report a dead link/ }).first();
  const title = ((await report.getAttribute('aria-label')) ?? '').replace('Report a dead link: ', '');
  await report.click();
  await expect(page.getByText('Reported as dead.')).toBeVisible();
  await owner.page.goto('/owner/links');
  await expect(owner.page.getByRole('link', { name: title, exact: true })).toBeVisible();
  await expect(owner.page.getByText('Dora')).toBeHidden();
  await expectCleanNow(owner.page, '/owner/links');
  await owner.page.getByRole('button', { name: `It works: ${title}` }).click();
  await expect(owner.page.getByRole('link', { name: title, exact: true })).toBeHidden();
});

for (const { colorScheme, width } of views) {
  test(`axe finds nothing in a room, ${colorScheme}, ${width} px`, async ({ newMember }) => {
    const { page, api } = await learner(newMember, 'Axel Room');
    await api('changeRoom', {
      params,
      body: {
        leftOff: 'Chapter 3',
        confidence: 1,
        links: { [crypto.randomUUID()]: { title: 'A', url: 'https://a.example/' } },
      },
    });
    await api('writeNote', { params, body: { text: '# A note\n\n- with `code`', base: 0 } });
    await api('addTime', { body: { roadmap: slug, topicId: 'http', minutes: 90 } });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await expectClean(page, address);
    await page.getByRole('button', { name: 'Log by hand' }).click();
    await page.getByRole('button', { name: 'Add a link' }).click();
    await expectCleanNow(page, 'a room with its forms open');
    await expectClean(page, '/notes');
  });
}
