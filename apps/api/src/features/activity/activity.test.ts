import { expect, it } from 'vitest';
import { follow, type Member, project, setTopic, signInAgain, signUp } from '../../../test/build.js';
import { backendOf, day, startApp } from '../../../test/start.js';

const app = await startApp();
const topicIds = backendOf(app).topics.map(({ id }) => id);

/** A learner who did something on each of `days` days, two acts each. */
async function learnerOf(days: number): Promise<Member> {
  let ada = await signUp(app);
  await follow(ada);
  for (let i = 0; i < days; i += 1) {
    app.advance(day);
    ada = await signInAgain(ada);
    await setTopic(ada, topicIds[i] ?? '', { state: 'learning' });
    await project(ada, { title: `On day ${i}` });
  }
  return ada;
}

const today = () => app.now().toISOString().slice(0, 10);
const daysAgo = (days: number) => new Date(app.now().getTime() - days * day).toISOString().slice(0, 10);

it('gives every day of the range with its acts, and the acts newest first', async () => {
  const ada = await learnerOf(3);
  const { days, items, nextCursor } = await ada.ok('listActivity');
  expect(days).toEqual([
    { day: daysAgo(3), acts: 1 },
    { day: daysAgo(2), acts: 2 },
    { day: daysAgo(1), acts: 2 },
    { day: today(), acts: 2 },
  ]);
  expect(items.map(({ kind }) => kind)).toEqual([
    'project',
    'topic',
    'project',
    'topic',
    'project',
    'topic',
    'enrolment',
  ]);
  expect(items[1]).toMatchObject({
    topicId: topicIds[2],
    from: 'not_started',
    to: 'learning',
    day: today(),
    at: app.now().toISOString(),
  });
  expect(nextCursor).toBeNull();
});

it('comes page by page, none missing and none twice; the days are those of the whole range each time', async () => {
  const ada = await learnerOf(4);
  const whole = await ada.ok('listActivity');
  for (const limit of [1, 2, 3, 100]) {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await ada.ok('listActivity', { query: { limit, ...(cursor && { cursor }) } });
      expect(page.days).toEqual(whole.days);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(whole.items.map(({ id }) => id));
  }
});

it('holds to its range, both ends included', async () => {
  const ada = await learnerOf(3);
  const range = await ada.ok('listActivity', { query: { from: daysAgo(2), to: daysAgo(1) } });
  expect(range.days.map((each) => each.day)).toEqual([daysAgo(2), daysAgo(1)]);
  expect(new Set(range.items.map((item) => item.day))).toEqual(new Set([daysAgo(2), daysAgo(1)]));
  expect((await ada.ok('listActivity', { query: { from: today(), to: today() } })).days).toHaveLength(1);
  expect((await ada.ok('listActivity', { query: { to: daysAgo(40) } })).days).toEqual([]);
});

it('reaches back 26 weeks unless it is asked for more', async () => {
  let ada = await signUp(app);
  await follow(ada);
  app.advance(26 * 7 * day - day);
  ada = await signInAgain(ada);
  expect((await ada.ok('listActivity')).days).toHaveLength(1);
  app.advance(day);
  ada = await signInAgain(ada);
  expect((await ada.ok('listActivity')).days).toEqual([]);
  expect((await ada.ok('listActivity', { query: { from: daysAgo(399) } })).days).toHaveLength(1);
});

it.each([
  ['401 days', () => ({ from: daysAgo(400), to: today() })],
  ['a beginning after the end', () => ({ from: today(), to: daysAgo(1) })],
  ['30 February', () => ({ from: '2040-02-30' })],
  ['a time', () => ({ from: '2040-01-01T00:00:00Z' })],
  ['no page at all', () => ({ limit: 0 })],
  ['101 on a page', () => ({ limit: 101 })],
  ['half a record', () => ({ limit: 1.5 })],
])('refuses %s', async (_, query) => {
  const ada = await signUp(app);
  expect((await ada.call('listActivity', { query: query() as Record<string, string> })).problem.code).toBe(
    'bad-request',
  );
  expect((await ada.call('listActivity', { query: { from: daysAgo(399), to: today(), limit: 100 } })).status).toBe(200);
});

it('is nobody else’s', async () => {
  const [ada, bob] = [await learnerOf(1), await learnerOf(1)];
  const again = await signInAgain(ada);
  const [mine, theirs] = [await again.ok('listActivity'), await bob.ok('listActivity')];
  const ids = new Set(mine.items.map(({ id }) => id));
  expect(theirs.items.some(({ id }) => ids.has(id))).toBe(false);
});
