import type { Consent } from '@waymark/contract';
import { expect, it } from 'vitest';
import { cohort, follow, join, type Member, nothing, setTopic, signInAgain, signUp } from '../../../test/build.js';
import { backendOf, day, hour, startApp } from '../../../test/start.js';

const app = await startApp();
const core = backendOf(app)
  .topics.filter(({ requirement }) => requirement === 'core')
  .map(({ id }) => id);

type Sort = 'attention' | 'name' | 'done' | 'last-active';

/** Every row's name, read `limit` at a time. */
async function namesBy(mentor: Member, sort: Sort, limit: number, query: object = {}): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await mentor.ok('listLearners', { query: { ...query, sort, limit, ...(cursor && { cursor }) } });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    names.push(...page.items.map(({ learner }) => learner.name));
    cursor = page.nextCursor;
  } while (cursor);
  return names;
}

/** Five learners: each has done more than the one before, on a later day; the last one shares nothing. */
async function classOf() {
  const mia = await signUp(app, { name: 'Mia' });
  const { code, id } = await cohort(mia);
  for (const [i, name] of ['bo', 'Ada', 'Eve', 'cy', 'Dan'].entries()) {
    app.advance(day);
    const member = await signUp(app, { name });
    await join(member, code, name === 'Dan' ? nothing : {});
    for (const topicId of core.slice(0, i + 1)) await setTopic(member, topicId, { state: 'done' });
    if (name === 'Eve') await setTopic(member, core[20] ?? '', { state: 'learning' });
  }
  return { mia: await signInAgain(mia), id };
}

it('comes in every order, page by page, none missing and none twice', async () => {
  const { mia, id } = await classOf();
  const orders: Record<Sort, string[]> = {
    name: ['Ada', 'bo', 'cy', 'Dan', 'Eve'],
    // What is not shared must not show in the order either: it comes last.
    done: ['cy', 'Eve', 'Ada', 'bo', 'Dan'],
    'last-active': ['cy', 'Eve', 'Ada', 'bo', 'Dan'],
    attention: ['bo', 'Ada', 'Eve', 'cy', 'Dan'],
  };
  for (const [sort, names] of Object.entries(orders)) {
    for (const limit of [1, 2, 100])
      expect(await namesBy(mia, sort as Sort, limit), `${sort} by ${limit}`).toEqual(names);
  }
  expect(await namesBy(mia, 'name', 2, { cohort: id })).toEqual(orders.name);
  expect(await namesBy(mia, 'name', 2, { cohort: '0'.repeat(24) })).toEqual([]);
});

it('pages through rows that are alike', async () => {
  const mia = await signUp(app);
  const { code } = await cohort(mia);
  const names = ['Same', 'Same', 'Same', 'Same', 'Same'];
  for (const name of names) await join(await signUp(app, { name }), code);
  for (const sort of ['attention', 'name', 'done', 'last-active'] as const) {
    const first = await mia.ok('listLearners', { query: { sort, limit: 3 } });
    const rest = await mia.ok('listLearners', { query: { sort, limit: 3, cursor: first.nextCursor ?? '' } });
    expect(new Set([...first.items, ...rest.items].map(({ learner }) => learner.id)).size, sort).toBe(5);
  }
});

it('follows a learner’s new name', async () => {
  const mia = await signUp(app);
  const { code } = await cohort(mia);
  const [ada, bob] = [await signUp(app, { name: 'Ada' }), await signUp(app, { name: 'Bob' })];
  for (const member of [ada, bob]) await join(member, code);
  await ada.ok('changeMe', { body: { name: 'Zoe' }, headers: { 'if-match': '"1"' } });
  expect(await namesBy(mia, 'name', 1)).toEqual(['Bob', 'Zoe']);
});

it('refuses the cursor of another order', async () => {
  const { mia } = await classOf();
  const { nextCursor } = await mia.ok('listLearners', { query: { sort: 'done', limit: 1 } });
  const { problem } = await mia.call('listLearners', { query: { sort: 'name', cursor: nextCursor ?? '' } });
  expect(problem.code).toBe('bad-request');
});

/** A learner on their first day, whose mentor looks as days go by. */
async function watched(plan: object = {}, consent: Partial<Consent> = {}) {
  let mia = await signUp(app);
  let lea = await signUp(app);
  const { code } = await cohort(mia);
  await follow(lea, { plan });
  await join(lea, code, consent);
  let today = 0;
  return {
    lea: () => lea,
    /** What the mentor is told on that day, a day after the learner: in dashboard and roster alike. */
    async on(dayNumber: number) {
      app.advance((dayNumber - today) * day);
      today = dayNumber;
      [mia, lea] = [await signInAgain(mia), await signInAgain(lea)];
      const { items } = await mia.ok('listLearners');
      const dashboard = await mia.ok('readLearner', { params: { id: lea.id }, query: { roadmap: 'backend' } });
      expect(dashboard.attention).toEqual(items[0]?.attention);
      return items[0]?.attention?.map(({ reason, topicId }) => (topicId ? `${reason} ${topicId}` : reason));
    },
  };
}

it('leaves people alone for two weeks, then says who is quiet, until they act again', async () => {
  const idle = await watched();
  expect(await idle.on(15), 'never on missing data: nothing was done yet').toEqual([]);
  const other = await watched();
  await setTopic(other.lea(), core[1] ?? '', { state: 'done' });
  expect(await other.on(14)).toEqual([]);
  expect(await other.on(15)).toEqual(['quiet']);
  await setTopic(other.lea(), core[0] ?? '', { state: 'done' });
  expect(await other.on(15)).toEqual([]);
  expect(await other.on(23)).toEqual([]);
  expect(await other.on(24), 'more than seven days').toEqual(['quiet']);
});

it('does not say who is quiet to whom they do not show their activity', async () => {
  const { on, lea } = await watched({}, { activity: false });
  await setTopic(lea(), core[0] ?? '', { state: 'learning' });
  expect(await on(20)).toEqual([`stuck ${core[0]}`]);
});

it('says what somebody is stuck on after fourteen days, until they move it', async () => {
  const { on, lea } = await watched();
  await on(10);
  await setTopic(lea(), core[0] ?? '', { state: 'learning' });
  expect(await on(24)).toEqual(['quiet']);
  expect(await on(25)).toEqual(['quiet', `stuck ${core[0]}`]);
  await setTopic(lea(), core[0] ?? '', { state: 'done' });
  expect(await on(25)).toEqual([]);
});

it('says who is behind a date of their own, until the date is moved', async () => {
  const soon = new Date(app.now().getTime() + 30 * day).toISOString().slice(0, 10);
  const { on, lea } = await watched({ targetDate: soon, hoursPerWeek: 1 });
  expect(await on(14)).toEqual([]);
  expect(await on(15)).toEqual(['behind-target']);
  await follow(lea(), { plan: { targetDate: null } });
  expect(await on(15)).toEqual([]);
});

it('says nothing of who is finished', async () => {
  const { on, lea } = await watched();
  const { choices, topics } = backendOf(app);
  await follow(lea(), {
    choices: Object.fromEntries(choices.map(({ id, options, take }) => [id, options.slice(0, take)])),
  });
  const body = { topics: Object.fromEntries(topics.map(({ id }) => [id, { state: 'done' as const }])) };
  await lea().ok('setTopics', { params: { slug: 'backend' }, body });
  expect(await on(40)).toEqual([]);
  app.advance(hour);
});
