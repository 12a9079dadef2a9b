import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { follow, logTime, type Member, signInAgain, signUp } from '../../../test/build.js';
import { backendOf, day, secondSlug, startApp } from '../../../test/start.js';
import { Enrolment } from '../progress/progress.model.js';

const app = await startApp();
const topics = backendOf(app).topics;
const [topicId, other] = [topics[0]?.id ?? '', topics[1]?.id ?? ''];
const today = () => app.now().toISOString().slice(0, 10);
const daysAgo = (days: number) => new Date(app.now().getTime() - days * day).toISOString().slice(0, 10);
const backend = { params: { slug: 'backend' } };

async function learner(): Promise<Member> {
  const member = await signUp(app);
  await follow(member);
  return member;
}

const minutesOf = async (member: Member) => (await member.ok('readEnrolment', backend)).minutes;
const timeActs = async (member: Member) =>
  (await member.ok('listActivity')).items.filter(({ kind }) => kind === 'time').map((each) => [each.day, each.minutes]);

it('logs time on the learner’s day, and counts it for the topic', async () => {
  const ada = await learner();
  const entry = await logTime(ada, topicId, { minutes: 25, words: ' Reading ' });
  expect(entry).toEqual({
    id: entry.id,
    roadmap: 'backend',
    topicId,
    minutes: 25,
    day: today(),
    words: 'Reading',
    at: app.now().toISOString(),
  });
  await logTime(ada, topicId, { minutes: 65, day: daysAgo(3) });
  await logTime(ada, other, { minutes: 5 });
  expect(await minutesOf(ada)).toEqual({ [topicId]: 90, [other]: 5 });
  expect((await ada.ok('readRoom', { params: { slug: 'backend', topicId } })).minutes).toBe(90);
  const { items } = await ada.ok('listRooms', backend);
  expect(items.map((card) => [card.topicId, card.minutes])).toEqual([
    [topicId, 90],
    [other, 5],
  ]);
  expect(await timeActs(ada)).toEqual([
    [today(), 5],
    [today(), 25],
    [daysAgo(3), 65],
  ]);
});

it('follows what becomes of an entry: changed, deleted, brought back', async () => {
  const ada = await learner();
  const { id, at: _at, ...entry } = await logTime(ada, topicId, { minutes: 25 });
  const asked = { params: { id } };
  await ada.ok('changeTime', { ...asked, body: { minutes: 40, day: daysAgo(1), words: 'Again' } });
  expect([await minutesOf(ada), await timeActs(ada)]).toEqual([{ [topicId]: 40 }, [[daysAgo(1), 40]]]);
  await ada.ok('deleteTime', asked);
  expect([await minutesOf(ada), await timeActs(ada), (await ada.ok('listTime')).items]).toEqual([{}, [], []]);
  expect((await ada.call('deleteTime', asked)).status).toBe(404);
  expect((await ada.call('changeTime', { ...asked, body: { minutes: 1 } })).status).toBe(404);
  await ada.ok('addTime', { body: { ...entry, id } });
  expect([await minutesOf(ada), await timeActs(ada)]).toEqual([{ [topicId]: 25 }, [[today(), 25]]]);
});

it('counts an entry with an id of its own once, however often it is sent', async () => {
  const ada = await learner();
  const body = { id: 'ab'.repeat(12), roadmap: 'backend', topicId, minutes: 30 };
  const answers = await Promise.all(Array.from({ length: 10 }, () => ada.call('addTime', { body })));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  expect([await minutesOf(ada), await timeActs(ada)]).toEqual([{ [topicId]: 30 }, [[today(), 30]]]);
  expect((await ada.call('addTime', { body: { ...body, topicId: other } })).problem.code).toBe('conflict');
  const bob = await learner();
  expect((await bob.call('addTime', { body: { ...body, topicId: other } })).status, 'another’s id is free').toBe(201);
});

it('counts all of what is logged at once, and a key once', async () => {
  const ada = await learner();
  const headers = { 'idempotency-key': randomUUID() };
  const body = { roadmap: 'backend', topicId, minutes: 10 };
  const same = Array.from({ length: 5 }, () => ada.call('addTime', { body, headers }));
  const others = Array.from({ length: 5 }, () => ada.call('addTime', { body }));
  const statuses = (await Promise.all([...same, ...others])).map(({ status }) => status);
  expect(statuses).toEqual(statuses.map(() => 201));
  expect(await minutesOf(ada)).toEqual({ [topicId]: 60 });
});

it('takes the learner’s own day where none is named', async () => {
  const before = await learner();
  const at = `${today()}T23:30:00Z`;
  app.advance(Date.parse(at) - app.now().getTime());
  const ada = await signInAgain(before);
  const headers = { 'time-zone': 'Asia/Tokyo' };
  const entry = await ada.ok('addTime', { body: { roadmap: 'backend', topicId, minutes: 5, at }, headers });
  expect(entry.day).toBe(daysAgo(-1));
});

it.each([
  ['no minute', { minutes: 0 }, 'minutes'],
  ['more than a day', { minutes: 1441 }, 'minutes'],
  ['half a minute', { minutes: 1.5 }, 'minutes'],
  ['a day to come', { day: '2050-01-01' }, 'day'],
  ['a day that was never', { day: '2040-02-30' }, 'day'],
  ['201 characters', { words: 'x'.repeat(201) }, 'words'],
  ['a topic that there is not', { topicId: 'no-such' }, 'topicId'],
  ['an id of another shape', { id: 'mine' }, 'id'],
])('refuses %s', async (_, wrong, path) => {
  const ada = await learner();
  const right = { roadmap: 'backend', topicId, minutes: 5 };
  const { problem } = await ada.call('addTime', { body: { ...right, ...wrong } });
  expect([problem.code, problem.errors?.[0]?.path]).toEqual(['invalid', path]);
  expect((await ada.call('addTime', { body: right })).status).toBe(201);
});

it('is for who follows the roadmap', async () => {
  const ada = await signUp(app);
  expect((await ada.call('addTime', { body: { roadmap: 'backend', topicId, minutes: 5 } })).status).toBe(404);
  expect((await ada.call('addTime', { body: { roadmap: 'no-such', topicId, minutes: 5 } })).status).toBe(404);
});

it('lists by topic and range, page by page', async () => {
  const ada = await learner();
  await follow(ada, {}, secondSlug);
  for (let n = 0; n < 5; n += 1) await logTime(ada, topicId, { minutes: n + 1, day: daysAgo(n) });
  await logTime(ada, other, { minutes: 50 });
  await ada.ok('addTime', { body: { roadmap: secondSlug, topicId, minutes: 70 } });
  const all: number[] = [];
  let cursor: string | null | undefined;
  do {
    const query = { roadmap: 'backend', topicId, limit: 2, ...(cursor && { cursor }) };
    const page = await ada.ok('listTime', { query });
    all.push(...page.items.map(({ minutes }) => minutes));
    cursor = page.nextCursor;
  } while (cursor);
  expect(all).toEqual([1, 2, 3, 4, 5]);
  const range = await ada.ok('listTime', { query: { from: daysAgo(3), to: daysAgo(1) } });
  expect(range.items.map(({ minutes }) => minutes)).toEqual([2, 3, 4]);
  expect((await ada.ok('listTime', { query: { roadmap: 'backend' } })).items).toHaveLength(6);
  expect((await ada.ok('listTime', { query: { roadmap: 'backend', topicId: 'no-such' } })).items).toEqual([]);
  expect((await ada.ok('listTime')).items).toHaveLength(7);
});

it('stays when the roadmap is left for good, and counts again when it is taken up', async () => {
  const ada = await learner();
  await logTime(ada, topicId, { minutes: 45 });
  await ada.ok('leaveEnrolment', backend);
  await Enrolment.deleteMany({ learnerId: ada.id });
  const { id } = (await ada.ok('listTime')).items[0] ?? { id: '' };
  await ada.ok('changeTime', { params: { id }, body: { minutes: 50 } });
  await follow(ada);
  expect(await minutesOf(ada)).toEqual({ [topicId]: 50 });
});
