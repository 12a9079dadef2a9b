import { randomUUID } from 'node:crypto';
import { summarise, type TopicState } from '@waymark/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { follow, type Member, setTopic, signUp } from '../../../test/build.js';
import { backendOf, hour, minute, startApp } from '../../../test/start.js';
import { Enrolment } from './progress.model.js';

const app = await startApp();
const backend = backendOf(app);
const [first = '', second = '', third = ''] = backend.topics
  .filter(({ requirement }) => requirement === 'core')
  .map(({ id }) => id);
const slug = { params: { slug: 'backend' } };
const before = (ms: number) => new Date(app.now().getTime() - ms).toISOString();

async function learner(): Promise<Member> {
  const member = await signUp(app);
  await follow(member);
  return member;
}

it('keeps what was done later, whatever comes in later', async () => {
  const ada = await learner();
  await setTopic(ada, first, { state: 'done', at: before(hour) });
  const late = await setTopic(ada, first, { state: 'learning', at: before(2 * hour) });
  expect(late.topic).toMatchObject({ state: 'done', updatedAt: before(hour) });
  const later = await setTopic(ada, first, { state: 'skipped', at: before(minute) });
  expect(later.topic.state).toBe('skipped');
  const { items } = await ada.ok('listActivity');
  expect(items.filter(({ kind }) => kind === 'topic').map(({ to, at }) => [to, at])).toEqual([
    ['skipped', before(minute)],
    ['done', before(hour)],
  ]);
});

it('takes a time to come as now: a clock that runs ahead wins nothing for ever', async () => {
  const ada = await learner();
  const { topic } = await setTopic(ada, first, { state: 'learning', at: before(-24 * hour) });
  expect(topic.updatedAt).toBe(app.now().toISOString());
  app.advance(minute);
  expect((await setTopic(ada, first, { state: 'done' })).topic.state).toBe('done');
});

it('lets what carries no time follow what is known', async () => {
  const ada = await learner();
  await setTopic(ada, first, { state: 'done' });
  expect((await setTopic(ada, first, { state: 'skipped' })).topic.state, 'in the same millisecond').toBe('skipped');
});

it.each([
  '1970-01-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '1999-12-31T23:59:59Z',
  '2040-01-01',
  'yesterday',
  '2040-01-01T10:00:00+01:00',
])('refuses the time %s', async (at) => {
  const ada = await learner();
  const { problem } = await ada.call('setTopic', {
    params: { slug: 'backend', topicId: first },
    body: { state: 'done', at },
  });
  expect(problem.errors?.map(({ path }) => path)).toEqual(['at']);
  expect((await ada.call('listActivity')).status).toBe(200);
});

interface Operation {
  topicId: string;
  state: TopicState;
  known: boolean;
  at: string;
  key: string;
}

const operations = fc.array(
  fc.record({
    topicId: fc.constantFrom(first, second, third),
    state: fc.constantFrom<TopicState>('not_started', 'learning', 'done', 'skipped'),
    known: fc.boolean(),
    // Few enough moments that two often fall on one. What is still to come is taken as it arrives, so there order counts.
    at: fc.integer({ min: -6, max: 0 }).map((minutes) => before(-minutes * minute)),
    key: fc.uuid(),
  }),
  { minLength: 2, maxLength: 8 },
);

async function replay(member: Member, list: readonly Operation[]) {
  for (const { topicId, key, ...body } of list) {
    const headers = { 'idempotency-key': key };
    await member.ok('setTopic', { params: { slug: 'backend', topicId }, body, headers });
  }
  const { topics, summary, choices } = await member.ok('readEnrolment', slug);
  expect(summary).toEqual(summarise(backend, { topics, choices }));
  // Since when a state holds depends on what was known between, as after a step back: the state itself does not.
  const states = [first, second, third].map((id) => ({ ...topics[id], updatedAt: undefined, day: undefined }));
  return { summary, states };
}

it('ends the same in whatever order the same operations come in', async () => {
  const ada = await learner();
  const [start] = await Enrolment.find({ learnerId: ada.id }).lean();
  /** The learner as on the first day; the operations' records go, since a key has its effect once. */
  const beginAgain = async () => {
    await Enrolment.replaceOne({ learnerId: ada.id }, start ?? {});
    await app.deps.connection.collection('operations').deleteMany({});
  };
  const shuffled = operations.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([list, other]) => {
      await beginAgain();
      const one = await replay(ada, list);
      await beginAgain();
      expect(await replay(ada, other)).toEqual(one);
    }),
    { numRuns: 15 },
  );
  // A failure needs time to be made small, or nobody learns which it was.
}, 90_000);

it('has one effect and one answer for a key, twenty times at once', async () => {
  const ada = await learner();
  const headers = { 'idempotency-key': randomUUID() };
  const set = (state: string) =>
    ada.call('setTopic', { params: { slug: 'backend', topicId: first }, body: { state }, headers });
  const answers = await Promise.all(Array.from({ length: 20 }, () => set('done')));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  const { items } = await ada.ok('listActivity');
  expect(items.filter(({ kind }) => kind === 'topic')).toHaveLength(1);
  expect((await set('skipped')).problem.code).toBe('key-reused');
  const bob = await learner();
  const theirs = await bob.call('setTopic', {
    params: { slug: 'backend', topicId: first },
    body: { state: 'skipped' },
    headers,
  });
  expect(theirs.status, 'another member may use the same key').toBe(200);
});

it('answers a repeated key as it did, even when more has happened since', async () => {
  const ada = await learner();
  const headers = { 'idempotency-key': randomUUID() };
  const create = () => ada.call('createProject', { body: { title: 'Once' }, headers });
  const made = await create();
  await ada.ok('changeProject', {
    params: { id: made.body.id },
    body: { title: 'Changed' },
    headers: { 'if-match': '"1"' },
  });
  const again = await create();
  expect([again.status, again.text, again.headers.etag]).toEqual([201, made.text, made.headers.etag]);
  expect((await ada.ok('listProjects')).items).toHaveLength(1);
});

it('keeps no key whose request failed', async () => {
  const ada = await learner();
  const headers = { 'idempotency-key': randomUUID() };
  const set = (topicId: string) =>
    ada.call('setTopic', { params: { slug: 'backend', topicId }, body: { state: 'done' }, headers });
  expect((await set('no-such-topic')).status).toBe(404);
  expect((await set(first)).status).toBe(200);
});
