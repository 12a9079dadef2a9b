import { attentionDue } from '@waymark/contract';
import { expect, it } from 'vitest';
import {
  changeRoom,
  cohort,
  follow,
  join,
  logTime,
  type Member,
  setTopic,
  signInAgain,
  signUp,
  writeNote,
} from '../../../test/build.js';
import { backendOf, day, formerTopicId, hour, minute, secondSlug, startApp } from '../../../test/start.js';
import { Enrolment } from '../progress/progress.model.js';

const app = await startApp();
const backend = backendOf(app);
const [topic] = backend.topics.filter(({ requirement }) => requirement === 'core');
if (!topic) throw new Error('a roadmap has core topics');
const topicId = topic.id;
const [one = '', two = ''] = topic.outcomes.map(({ id }) => id);
const resource = topic.resources[0]?.id ?? '';
const params = { slug: 'backend', topicId };
const before = (ms: number) => new Date(app.now().getTime() - ms).toISOString();
const today = () => app.now().toISOString().slice(0, 10);
const linkId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

async function learner(): Promise<Member> {
  const member = await signUp(app);
  await follow(member);
  return member;
}

it('is an empty room for who follows the roadmap, and none for who does not', async () => {
  const ada = await learner();
  expect(await ada.ok('readRoom', { params })).toEqual({
    roadmap: 'backend',
    topicId,
    outcomes: [],
    resources: [],
    links: [],
    note: { text: '', version: 0, updatedAt: null },
    leftOff: '',
    confidence: null,
    confidenceAt: null,
    minutes: 0,
    reported: [],
    shared: false,
    updatedAt: null,
  });
  const bob = await signUp(app);
  expect((await bob.call('readRoom', { params })).status).toBe(404);
  expect((await bob.call('changeRoom', { params, body: { leftOff: 'x' } })).status).toBe(404);
  expect((await bob.call('writeNote', { params, body: { text: 'x', base: 0 } })).status).toBe(404);
  expect((await ada.call('readRoom', { params: { slug: 'backend', topicId: 'no-such' } })).status).toBe(404);
});

it('keeps ticks, links, where I left off and how sure I am, and gives them back', async () => {
  const ada = await learner();
  const link = { title: ' A talk ', url: 'https://example.org/talk' };
  const changed = await changeRoom(ada, topicId, {
    outcomes: { [one]: true, [two]: true },
    resources: { [resource]: true },
    links: { [linkId(1)]: link },
    leftOff: 'Chapter 3',
    confidence: 2,
  });
  expect(changed).toMatchObject({
    outcomes: [one, two],
    resources: [resource],
    links: [{ id: linkId(1), title: 'A talk', url: link.url }],
    leftOff: 'Chapter 3',
    confidence: 2,
    confidenceAt: app.now().toISOString(),
    updatedAt: app.now().toISOString(),
  });
  await changeRoom(ada, topicId, { outcomes: { [one]: false }, links: { [linkId(1)]: null }, confidence: null });
  expect(await ada.ok('readRoom', { params })).toMatchObject({
    outcomes: [two],
    resources: [resource],
    links: [],
    leftOff: 'Chapter 3',
    confidence: null,
    confidenceAt: null,
  });
  const { items } = await ada.ok('listRooms', { params: { slug: 'backend' } });
  expect(items).toEqual([
    {
      topicId,
      outcomesDone: 1,
      resourcesDone: 1,
      links: 0,
      hasNote: false,
      leftOff: 'Chapter 3',
      confidence: null,
      confidenceAt: null,
      minutes: 0,
      updatedAt: app.now().toISOString(),
    },
  ]);
});

it('keeps what was done later, whatever comes in later', async () => {
  const ada = await learner();
  await changeRoom(ada, topicId, { outcomes: { [one]: true }, leftOff: 'Later', at: before(hour) });
  await changeRoom(ada, topicId, {
    outcomes: { [one]: false, [two]: true },
    leftOff: 'Earlier',
    at: before(2 * hour),
  });
  expect(await ada.ok('readRoom', { params })).toMatchObject({ outcomes: [one, two], leftOff: 'Later' });
});

it.each([
  ['an outcome that there is not', { outcomes: { 'no-such': true } }, 'outcomes.no-such'],
  ['a resource that there is not', { resources: { 'no-such': true } }, 'resources.no-such'],
  ['a link without https', { links: { [linkId(1)]: { title: 'x', url: 'http://a.b' } } }, `links.${linkId(1)}.url`],
  [
    'a link without a title',
    { links: { [linkId(1)]: { title: ' ', url: 'https://a.b' } } },
    `links.${linkId(1)}.title`,
  ],
  ['two lines', { leftOff: 'one\ntwo' }, 'leftOff'],
  ['281 characters', { leftOff: 'x'.repeat(281) }, 'leftOff'],
  ['a confidence of five', { confidence: 5 }, 'confidence'],
  ['nothing', {}, ''],
  ['a time alone', { at: '2039-01-01T00:00:00Z' }, ''],
])('refuses %s', async (_, body, path) => {
  const ada = await learner();
  const { problem } = await ada.call('changeRoom', { params, body });
  expect([problem.code, problem.errors?.[0]?.path]).toEqual(['invalid', path]);
  expect((await ada.ok('readRoom', { params })).updatedAt).toBeNull();
});

it('has room for thirty links, and for another once one is gone', async () => {
  const ada = await learner();
  const link = { title: 'x', url: 'https://example.org/' };
  const links = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [linkId(i), link]));
  await changeRoom(ada, topicId, { links });
  const { problem } = await ada.call('changeRoom', { params, body: { links: { [linkId(99)]: link } } });
  expect(problem.errors).toEqual([{ path: `links.${linkId(99)}`, message: 'At most 30 links' }]);
  await changeRoom(ada, topicId, { links: { [linkId(3)]: null } });
  expect((await changeRoom(ada, topicId, { links: { [linkId(99)]: link } })).links).toHaveLength(30);
});

it('counts as being active, once per topic and day', async () => {
  const ada = await learner();
  await changeRoom(ada, topicId, { outcomes: { [one]: true } });
  app.advance(minute);
  await writeNote(ada, topicId, 'A note', 0);
  const other = backend.topics[1]?.id ?? '';
  await writeNote(ada, other, 'A note', 0);
  const { items, days } = await ada.ok('listActivity');
  const acts = items.filter(({ kind }) => kind === 'room');
  expect(acts.map((each) => [each.topicId, each.day])).toEqual([
    [other, today()],
    [topicId, today()],
  ]);
  expect(days).toEqual([{ day: today(), acts: 3 }]);
  const [card] = (await ada.ok('listEnrolments')).items;
  expect(card?.lastActiveDay).toBe(today());
});

it('records nothing where nothing changed', async () => {
  const ada = await learner();
  await writeNote(ada, topicId, '', 0);
  await changeRoom(ada, topicId, { leftOff: 'Later', at: before(hour) });
  const known = await ada.ok('readRoom', { params });
  app.advance(minute);
  await changeRoom(ada, topicId, { leftOff: 'Earlier', at: before(3 * hour) });
  expect((await ada.ok('readRoom', { params })).leftOff).toBe(known.leftOff);
  expect((await ada.ok('listActivity')).items.filter(({ kind }) => kind === 'room')).toHaveLength(1);
});

it('ends being stuck: what is worked on in its room needs no attention', async () => {
  let ada = await learner();
  const stuck = async () => {
    const record = await Enrolment.findOne({ learnerId: ada.id }).lean();
    return attentionDue(record?.attention ?? [], today()).some(({ reason }) => reason === 'stuck');
  };
  await setTopic(ada, topicId, { state: 'learning' });
  app.advance(15 * day);
  ada = await signInAgain(ada);
  expect(await stuck()).toBe(true);
  await changeRoom(ada, topicId, { outcomes: { [one]: true } });
  expect(await stuck()).toBe(false);
  const { touched } = await ada.ok('readEnrolment', { params: { slug: 'backend' } });
  expect(touched).toEqual({ [topicId]: app.now().toISOString() });
  app.advance(14 * day);
  expect(await stuck()).toBe(true);
});

it('finds the room of a topic that was renamed', async () => {
  const ada = await signUp(app);
  await follow(ada, {}, secondSlug);
  const [first] = backend.topics;
  await changeRoom(ada, formerTopicId, { leftOff: 'By its old name' }, secondSlug);
  const room = await ada.ok('readRoom', { params: { slug: secondSlug, topicId: first?.id ?? '' } });
  expect([room.topicId, room.leftOff]).toEqual([first?.id, 'By its old name']);
  const query = { roadmap: secondSlug, topicId: formerTopicId };
  expect((await ada.ok('listActivity', { query })).items.map(({ topicId: id }) => id)).toEqual([first?.id]);
});

it('stays when the roadmap is left, and is there again', async () => {
  const ada = await learner();
  await writeNote(ada, topicId, 'Kept', 0);
  await ada.ok('leaveEnrolment', { params: { slug: 'backend' } });
  expect((await ada.call('readRoom', { params })).status).toBe(404);
  expect((await ada.ok('listNotes')).items).toHaveLength(1);
  await Enrolment.deleteMany({ learnerId: ada.id });
  await follow(ada);
  expect((await ada.ok('readRoom', { params })).note.text).toBe('Kept');
});

it('lists rooms page by page, none missing and none twice', async () => {
  const ada = await learner();
  const ids = backend.topics.slice(0, 7).map(({ id }) => id);
  for (const id of ids) await changeRoom(ada, id, { leftOff: id });
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const query = { limit: 3, ...(cursor && { cursor }) };
    const page = await ada.ok('listRooms', { params: { slug: 'backend' }, query });
    seen.push(...page.items.map((card) => card.topicId));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen.toSorted()).toEqual(ids.toSorted());
});

it('shows a mentor no note, no time and no room of a learner who shares no activity', async () => {
  const [mentor, ada] = [await signUp(app), await learner()];
  const made = await cohort(mentor);
  await join(ada, made.code, { activity: false });
  await setTopic(ada, topicId, { state: 'learning' });
  await writeNote(ada, topicId, 'Only mine', 0);
  await logTime(ada, topicId, { minutes: 30 });
  const seen = await mentor.ok('readLearner', { params: { id: ada.id }, query: { roadmap: 'backend' } });
  expect(seen.enrolment).toMatchObject({ minutes: {}, touched: {} });
  expect(JSON.stringify(seen)).not.toContain('Only mine');
  expect((await ada.ok('readEnrolment', { params: { slug: 'backend' } })).minutes).toEqual({ [topicId]: 30 });
});
