import { mostComments } from '@waymark/contract';
import { expect, it } from 'vitest';
import { type Member, mentored, renew, signUp } from '../../../test/build.js';
import { backendOf, day, hour, startApp } from '../../../test/start.js';
import { comeToMentor, grantOf, pauseGrant, relations } from '../../../test/talking.js';
import { Talk, TopicComment } from './talk.model.js';

const app = await startApp();
const [first = '', second = ''] = backendOf(app).topics.map(({ id }) => id);

const on = (learner: Member, topicId = first) => ({ params: { id: learner.id, slug: 'backend', topicId } });
const onOne = (learner: Member, commentId: string, topicId = first) => ({
  params: { ...on(learner, topicId).params, commentId },
});
const say = (who: Member, learner: Member, text: string, topicId = first) =>
  who.ok('sayOnTopic', { ...on(learner, topicId), body: { text } });
const wordsOf = async (who: Member, learner: Member, topicId = first) =>
  (await who.ok('listTopicComments', on(learner, topicId))).items.map(({ text }) => text);
const cards = async (who: Member, learner: Member) =>
  (await who.ok('listTalk', { params: { id: learner.id, slug: 'backend' } })).items;

it('is a talk between the learner and all who see their progress', async () => {
  const { learner, mentor, mate } = await relations(app);
  const asked = await say(learner, learner, 'Is *this* right?');
  expect(asked).toMatchObject({ text: 'Is *this* right?', by: { id: learner.id }, at: app.now().toISOString() });
  await say(mentor, learner, 'It is.');
  await say(mate, learner, 'I agree.');
  for (const who of [learner, mentor, mate]) {
    expect(await wordsOf(who, learner)).toEqual(['Is *this* right?', 'It is.', 'I agree.']);
  }
  expect(await wordsOf(learner, learner, second)).toEqual([]);
});

it('is not there for anybody else, whatever they try', async () => {
  const { learner, outside } = await relations(app);
  const { id: commentId } = await say(learner, learner, 'Between us.');
  const before = await TopicComment.find({ learnerId: learner.id }).lean();
  for (const [name, member] of Object.entries(outside)) {
    const one = onOne(learner, commentId);
    const answers = [
      await member.call('listTalk', { params: { id: learner.id, slug: 'backend' } }),
      await member.call('listTopicComments', on(learner)),
      await member.call('sayOnTopic', { ...on(learner), body: { text: 'Me too' } }),
      await member.call('deleteTopicComment', one),
      await member.call('restoreTopicComment', one),
      await member.call('seeTalk', on(learner)),
    ];
    expect(
      answers.map(({ status }) => status),
      name,
    ).toEqual(answers.map(() => 404));
  }
  expect(await TopicComment.find({ learnerId: learner.id }).lean()).toEqual(before);
});

it.each(['ended', 'paused', 'narrowed'] as const)('is gone for a mentor on the request after: %s', async (how) => {
  const { learner, mentor } = await mentored(app);
  await say(mentor, learner, 'What I wrote.');
  const grant = await grantOf(learner, mentor);
  const params = { id: grant.id };
  if (how === 'ended') await learner.ok('endGrant', { params });
  if (how === 'paused') await pauseGrant(learner, mentor);
  if (how === 'narrowed') {
    await learner.ok('changeGrant', { params, body: { consent: { ...grant.consent, progress: false } } });
  }
  expect((await mentor.call('listTopicComments', on(learner))).status).toBe(404);
  expect(await wordsOf(learner, learner)).toEqual(['What I wrote.']);
});

it('opens at its newest page, and reads back from there', async () => {
  const { learner } = await mentored(app);
  for (const text of ['1', '2', '3', '4', '5']) await say(learner, learner, text);
  const newest = await learner.ok('listTopicComments', { ...on(learner), query: { limit: 2 } });
  expect(newest.items.map(({ text }) => text)).toEqual(['4', '5']);
  const older = await learner.ok('listTopicComments', {
    ...on(learner),
    query: { limit: 3, cursor: newest.nextCursor ?? '' },
  });
  expect([older.items.map(({ text }) => text), older.nextCursor]).toEqual([['1', '2', '3'], null]);
});

it('takes back one’s own, for a day with a way back, and nothing of others', async () => {
  const { learner, mentor } = await mentored(app);
  const { id: commentId } = await say(mentor, learner, 'Hm.');
  const one = onOne(learner, commentId);
  expect((await learner.call('deleteTopicComment', one)).status).toBe(404);
  expect((await mentor.call('deleteTopicComment', onOne(learner, commentId, second))).status).toBe(404);
  await mentor.ok('deleteTopicComment', one);
  expect(await wordsOf(learner, learner)).toEqual([]);
  expect((await cards(learner, learner))[0]).toMatchObject({ comments: 0, unread: 0 });
  expect((await learner.call('restoreTopicComment', one)).status).toBe(404);
  expect((await mentor.ok('restoreTopicComment', one)).text).toBe('Hm.');
  expect((await mentor.call('restoreTopicComment', one)).status).toBe(404);
  expect(await wordsOf(learner, learner)).toEqual(['Hm.']);
  await mentor.ok('deleteTopicComment', one);
  app.advance(day);
  await renew(mentor);
  expect((await mentor.call('restoreTopicComment', one)).status).toBe(404);
  app.advance(-day);
});

it('marks what is new to each side, until they have looked', async () => {
  const { learner, mentor } = await mentored(app);
  await say(learner, learner, 'One');
  await say(learner, learner, 'Two');
  await say(mentor, learner, 'There', second);
  const unread = async (who: Member) => (await cards(who, learner)).map(({ topicId, unread: n }) => [topicId, n]);
  expect(await unread(mentor)).toEqual([
    [first, 2],
    [second, 0],
  ]);
  expect(await unread(learner)).toEqual([
    [first, 0],
    [second, 1],
  ]);
  await mentor.ok('seeTalk', on(learner));
  await learner.ok('seeTalk', on(learner, second));
  expect((await unread(mentor)).concat(await unread(learner)).map(([, n]) => n)).toEqual([0, 0, 0, 0]);
  await say(learner, learner, 'Three');
  expect((await unread(mentor))[0]).toEqual([first, 1]);
});

it('keeps hostile Markdown as it was written, and has an end to its length', async () => {
  const { learner, mentor } = await mentored(app);
  const hostile = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) ![y](https://tracker.example/p.png)';
  expect((await say(learner, learner, hostile)).text).toBe(hostile);
  expect(await wordsOf(mentor, learner)).toEqual([hostile]);
  for (const text of ['', '  \n ', 'x'.repeat(2001)]) {
    const refused = await learner.call('sayOnTopic', { ...on(learner), body: { text } });
    expect(refused.problem.errors?.map(({ path }) => path)).toEqual(['text']);
  }
  await say(learner, learner, 'x'.repeat(2000));
});

it('has an end to how much is said on one topic, however many speak at once', async () => {
  const { learner, mentor } = await mentored(app);
  await say(learner, learner, 'First');
  await Talk.updateOne({ learnerId: learner.id }, { $set: { comments: mostComments - 1 } });
  const answers = await Promise.all(
    [learner, mentor, learner].map((who) => who.call('sayOnTopic', { ...on(learner), body: { text: 'Last' } })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  expect(await TopicComment.countDocuments({ learnerId: learner.id })).toBe(2);
});

it('is told to those who take part, and to all who see it while nobody does', async () => {
  const { learner, mentor, mate, outside } = await relations(app);
  const told = async (who: Member) =>
    (await who.ok('listNotifications')).items.filter(({ about }) => about.kind === 'topic');
  await say(learner, learner, 'Is anybody there?');
  expect(await told(mentor)).toMatchObject([
    { kind: 'said-on-topic', by: { id: learner.id }, count: 1, isRead: false },
  ]);
  expect(await told(mate)).toHaveLength(1);
  for (const member of Object.values(outside)) expect(await told(member)).toEqual([]);
  const [one] = await told(mentor);
  expect(one?.path).toBe(`mentoring/learners/${learner.id}?roadmap=backend&topic=${first}`);
  await say(mentor, learner, 'I am.');
  expect((await told(mentor))[0]?.isRead).toBe(true);
  expect((await told(learner))[0]).toMatchObject({ by: { id: mentor.id }, path: `roadmaps/backend/topics/${first}` });
  await say(learner, learner, 'Good!');
  expect((await told(mate))[0]?.count).toBe(1);
  expect((await told(mentor))[0]).toMatchObject({ isRead: false });
  await learner.ok('endGrant', { params: { id: (await grantOf(learner, mentor)).id } });
  expect(await told(mentor)).toEqual([]);
  await learner.ok('seeTalk', on(learner));
  expect((await told(learner))[0]?.isRead).toBe(true);
});

it('names who reads what is written on a way', async () => {
  const { learner, mentor, mate, outside } = await relations(app, 'notes');
  const { progress, notes, projects } = await learner.ok('readReaders', { query: { roadmap: 'backend' } });
  const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id);
  expect(ids(progress)).toEqual([mentor.id, mate.id, outside.without.id]);
  expect(ids(notes)).toEqual([mentor.id, mate.id]);
  expect(ids(projects)).toEqual([mentor.id, mate.id, outside.without.id]);
  expect((await (await signUp(app)).call('readReaders', { query: { roadmap: 'backend' } })).status).toBe(404);
});

it('lets a mentor who comes later read what was said before', async () => {
  const { learner } = await mentored(app);
  await say(learner, learner, 'Before');
  app.advance(hour / 60);
  const later = await comeToMentor(app, learner, 'Lou Later');
  expect(await wordsOf(later, learner)).toEqual(['Before']);
  expect((await Talk.findOne({ learnerId: learner.id }).lean())?.told.map(String)).toContain(later.id);
});

it('tells the learner that a mentor looked, at what was said and at a shared note', async () => {
  const { learner, mentor } = await mentored(app);
  await learner.ok('listTopicComments', on(learner));
  expect((await learner.ok('listLooks')).items).toEqual([]);
  await mentor.ok('listTopicComments', on(learner));
  await mentor.ok('listSharedNotes', { params: { id: learner.id } });
  const looks = (await learner.ok('listLooks')).items;
  expect(looks.map(({ what, roadmap }) => [what, roadmap]).toSorted()).toEqual([
    ['notes', 'backend'],
    ['talk', 'backend'],
  ]);
});
