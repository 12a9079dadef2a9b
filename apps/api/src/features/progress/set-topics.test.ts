import { summarise } from '@waymark/contract';
import { expect, it } from 'vitest';
import { follow, type Member, renew, setTopic, signInAgain, signUp } from '../../../test/build.js';
import { backendOf, day, formerTopicId, hour, minute, secondSlug, startApp } from '../../../test/start.js';

const app = await startApp();
const backend = backendOf(app);
const core = backend.topics.filter(({ requirement }) => requirement === 'core').map(({ id }) => id);
const [first = '', second = '', third = ''] = core;
const slug = { params: { slug: 'backend' } };

async function learner(): Promise<Member> {
  const member = await signUp(app);
  await follow(member);
  return member;
}

const read = (member: Member) => member.ok('readEnrolment', slug);
const actsOf = async (member: Member) =>
  (await member.ok('listActivity')).items
    .filter(({ kind }) => kind === 'topic')
    .map(({ topicId, from, to }) => [topicId, from, to]);

/** A roadmap that is not all alike would hide an error in the sums. */
async function expectSummaryOfAll(member: Member): Promise<void> {
  const { summary, topics, choices } = await read(member);
  expect(summary).toEqual(summarise(backend, { topics, choices }));
}

it('sets a state, says what the topic is now, and counts it', async () => {
  const ada = await learner();
  for (const state of ['learning', 'done', 'skipped', 'not_started'] as const) {
    app.advance(2 * hour);
    await renew(ada);
    const { topic, summary } = await setTopic(ada, first, { state });
    expect(topic).toEqual({
      id: first,
      state,
      proof: state === 'done' ? 'learned' : null,
      known: false,
      updatedAt: app.now().toISOString(),
      day: app.now().toISOString().slice(0, 10),
    });
    expect(summary).toEqual((await read(ada)).summary);
    expect(summary.done).toBe(state === 'done' ? 1 : 0);
    expect(summary.skipped).toBe(state === 'skipped' ? 1 : 0);
    await expectSummaryOfAll(ada);
  }
  expect(await actsOf(ada)).toEqual([
    [first, 'skipped', 'not_started'],
    [first, 'done', 'skipped'],
    [first, 'learning', 'done'],
    [first, 'not_started', 'learning'],
  ]);
});

it('records nothing when nothing changes', async () => {
  const ada = await learner();
  await setTopic(ada, first, { state: 'done' });
  const { topic } = await setTopic(ada, first, { state: 'done' });
  app.advance(minute);
  expect((await setTopic(ada, first, { state: 'done' })).topic.updatedAt).toBe(topic.updatedAt);
  expect(await actsOf(ada)).toHaveLength(1);
});

it('knows a slip of the finger: a step back within the hour restores the date', async () => {
  const ada = await learner();
  const { topic: before } = await setTopic(ada, first, { state: 'done' });
  app.advance(day);
  await renew(ada);
  await setTopic(ada, first, { state: 'skipped' });
  app.advance(minute);
  expect((await setTopic(ada, first, { state: 'done' })).topic.updatedAt).toBe(before.updatedAt);
});

it('sets several, all or none', async () => {
  const ada = await learner();
  const topics = { [first]: { state: 'done' }, [second]: { state: 'learning' } } as const;
  const set = await ada.ok('setTopics', { ...slug, body: { topics } });
  expect(Object.keys(set.topics)).toEqual([first, second]);
  expect(set.summary).toEqual((await read(ada)).summary);
  await expectSummaryOfAll(ada);
  const before = await read(ada);
  for (const wrong of [
    { 'no-such-topic': { state: 'done' } },
    { [third]: { state: 'finished' } },
    { [third]: { state: 'done', at: 'today' } },
  ]) {
    const { problem } = await ada.call('setTopics', {
      ...slug,
      body: { topics: { [third]: { state: 'done' }, [first]: { state: 'skipped' }, ...wrong } },
    });
    expect(problem.code).toBe('invalid');
    expect(problem.errors?.[0]?.path).toMatch(/^topics\./);
  }
  expect(await read(ada)).toEqual(before);
  expect(await actsOf(ada)).toHaveLength(2);
});

it('takes every topic at once: 100 % only then', async () => {
  const ada = await learner();
  const choices = Object.fromEntries(backend.choices.map(({ id, options, take }) => [id, options.slice(0, take)]));
  await follow(ada, { choices });
  const all = Object.fromEntries(backend.topics.map(({ id }) => [id, { state: 'done' as const }]));
  const { [first]: _, ...allButOne } = all;
  expect((await ada.ok('setTopics', { ...slug, body: { topics: allButOne } })).summary.percent).toBeLessThan(100);
  const { summary } = await ada.ok('setTopics', { ...slug, body: { topics: { [first]: { state: 'done' } } } });
  expect(summary).toMatchObject({ percent: 100, done: summary.required, hoursLeft: 0 });
  expect((await read(ada)).forecast.basis).toBe('done');
});

it('finds a topic by the id that it had before', async () => {
  const ada = await signUp(app);
  await follow(ada, {}, secondSlug);
  const { topic } = await setTopic(ada, formerTopicId, { state: 'learning' }, secondSlug);
  const now = backend.topics[0]?.id ?? '';
  expect(topic.id).toBe(now);
  const body = { topics: { [formerTopicId]: { state: 'done' as const } } };
  const { topics } = await ada.ok('setTopics', { params: { slug: secondSlug }, body });
  expect(Object.keys(topics)).toEqual([now]);
  const { topics: after } = await ada.ok('readEnrolment', { params: { slug: secondSlug } });
  expect([after[now]?.state, after[formerTopicId]]).toEqual(['done', undefined]);
});

it('has no topic that there is not', async () => {
  const ada = await learner();
  for (const topicId of ['no-such-topic', formerTopicId, 'constructor']) {
    const answered = await ada.call('setTopic', { params: { slug: 'backend', topicId }, body: { state: 'done' } });
    expect(answered.problem.code).toBe('not-found');
  }
});

it('takes what was known before as done, without activity and pace', async () => {
  const ada = await learner();
  const topics = Object.fromEntries(core.slice(0, 30).map((id) => [id, { state: 'done' as const, known: true }]));
  const set = await ada.ok('setTopics', { ...slug, body: { topics } });
  expect(set.summary.done).toBe(30);
  expect(set.topics[first]).toMatchObject({ state: 'done', known: true, proof: 'learned' });
  const { days } = await ada.ok('listActivity');
  expect(days, 'nothing but having started').toEqual([{ day: app.now().toISOString().slice(0, 10), acts: 1 }]);
  app.advance(21 * day);
  const later = await signInAgain(ada);
  expect((await read(later)).forecast.basis).toBe('plan');
  await setTopic(later, core[40] ?? '', { state: 'done' });
  expect((await read(later)).forecast.basis).toBe('pace');
});

it('loses nothing of what happens at once, ten times over', async () => {
  const ada = await learner();
  for (let round = 0; round < 10; round += 1) {
    const ids = core.slice(round * 5, round * 5 + 5);
    const answers = await Promise.all(
      ids.map((topicId) => ada.call('setTopic', { params: { slug: 'backend', topicId }, body: { state: 'done' } })),
    );
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
  }
  const { topics, summary } = await read(ada);
  expect(core.slice(0, 50).filter((id) => topics[id]?.state !== 'done')).toEqual([]);
  expect(summary.done).toBe(50);
  await expectSummaryOfAll(ada);
  expect(await actsOf(ada)).toHaveLength(50);
});
