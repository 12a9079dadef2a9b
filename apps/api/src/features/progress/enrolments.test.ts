import { defaultPlan } from '@waymark/contract';
import { expect, it } from 'vitest';
import { finishedProject, follow, setTopic, signInAgain, signUp } from '../../../test/build.js';
import { backendOf, day, minute, secondSlug, startApp } from '../../../test/start.js';

const app = await startApp();
const backend = backendOf(app);
const slug = { params: { slug: 'backend' } };
const [choice, otherChoice] = backend.choices.filter(({ optional }) => !optional);
const option = choice?.options[0] ?? '';

it('starts with nothing done, every topic listed, the usual plan', async () => {
  const ada = await signUp(app);
  const started = await ada.call('putEnrolment', { ...slug, body: {} });
  expect(started.status).toBe(201);
  const { body } = started;
  expect(Object.keys(body.topics).toSorted()).toEqual(backend.topics.map(({ id }) => id).toSorted());
  expect(new Set(Object.values(body.topics).map((topic) => JSON.stringify(topic)))).toEqual(
    new Set(['{"state":"not_started","proof":null,"known":false,"updatedAt":null}']),
  );
  expect(body).toMatchObject({ roadmap: 'backend', version: backend.version, choices: {}, plan: defaultPlan });
  expect(body.summary).toMatchObject({ done: 0, shown: 0, confirmed: 0, percent: 0, skipped: 0 });
  expect(body.forecast).toMatchObject({ basis: 'plan', hoursPerWeek: defaultPlan.hoursPerWeek });
  expect(body.next.length).toBeGreaterThan(0);
  expect(await ada.ok('readEnrolment', slug)).toEqual(body);
  const { topics: _, choices: __, minutes, touched, ...card } = body;
  expect([minutes, touched]).toEqual([{}, {}]);
  expect(await ada.ok('listEnrolments')).toEqual({ items: [card], nextCursor: null });
});

it('is the same again: 200, one enrolment, one beginning in the activity', async () => {
  const ada = await signUp(app);
  const first = await follow(ada);
  app.advance(minute);
  const again = await ada.call('putEnrolment', { ...slug, body: {} });
  expect([again.status, again.body.startedAt]).toEqual([200, first.startedAt]);
  const { items } = await ada.ok('listActivity');
  expect(items.map(({ kind, to }) => [kind, to])).toEqual([['enrolment', 'started']]);
});

it('makes one of ten at once', async () => {
  const ada = await signUp(app);
  const answers = await Promise.all(Array.from({ length: 10 }, () => ada.call('putEnrolment', { ...slug, body: {} })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 9 }, () => 200), 201]);
  expect((await ada.ok('listActivity')).items).toHaveLength(1);
});

it('changes what is named of plan and choices, and keeps the rest', async () => {
  const ada = await signUp(app);
  await follow(ada, { plan: { hoursPerWeek: 10 }, choices: { [choice?.id ?? '']: [option] } });
  await setTopic(ada, option, { state: 'done' });
  const later = await follow(ada, {
    plan: { targetDate: '2040-12-31' },
    choices: { [otherChoice?.id ?? '']: otherChoice?.options.slice(0, 1) ?? [] },
  });
  expect(later.plan).toEqual({ ...defaultPlan, hoursPerWeek: 10, targetDate: '2040-12-31' });
  expect(later.choices).toEqual({ [choice?.id ?? '']: [option], [otherChoice?.id ?? '']: [otherChoice?.options[0]] });
  expect(later.summary.done).toBe(1);
  const undone = await follow(ada, { choices: { [choice?.id ?? '']: [] } });
  expect(undone.summary.done, 'an option that is not taken counts nowhere').toBe(0);
  expect(undone.topics[option]?.state, 'its state is kept').toBe('done');
});

it.each([
  ['a choice that there is not', { choices: { 'no-such-choice': [] } }, 'choices.no-such-choice'],
  ['an option of another', { choices: { [choice?.id ?? '']: [otherChoice?.options[0]] } }, `choices.${choice?.id}.0`],
  ['an option that is no slug', { choices: { [choice?.id ?? '']: ['NO'] } }, `choices.${choice?.id}.0`],
  ['no hours', { plan: { hoursPerWeek: 0 } }, 'plan.hoursPerWeek'],
  ['81 hours', { plan: { hoursPerWeek: 81 } }, 'plan.hoursPerWeek'],
  ['eight days', { plan: { daysPerWeek: 8 } }, 'plan.daysPerWeek'],
  ['half a day', { plan: { daysPerWeek: 1.5 } }, 'plan.daysPerWeek'],
  ['30 February', { plan: { targetDate: '2040-02-30' } }, 'plan.targetDate'],
  ['a state', { topics: {} }, 'topics'],
])('refuses %s, and changes nothing', async (_, body, path) => {
  const ada = await signUp(app);
  const before = await follow(ada);
  const { problem } = await ada.call('putEnrolment', { ...slug, body });
  expect([problem.code, problem.errors?.map((issue) => issue.path)]).toEqual(['invalid', [path]]);
  expect(await ada.ok('readEnrolment', slug)).toEqual(before);
});

it('knows no other roadmap than those that there are', async () => {
  const ada = await signUp(app);
  expect((await ada.call('putEnrolment', { params: { slug: 'frontend' }, body: {} })).status).toBe(404);
  expect((await ada.call('readEnrolment', slug)).status, 'not followed').toBe(404);
  expect((await ada.call('leaveEnrolment', slug)).status).toBe(404);
});

it('lists all, page by page', async () => {
  const ada = await signUp(app);
  await follow(ada);
  app.advance(1000);
  await follow(ada, {}, secondSlug);
  const first = await ada.ok('listEnrolments', { query: { limit: 1 } });
  const second = await ada.ok('listEnrolments', { query: { limit: 1, cursor: first.nextCursor ?? '' } });
  expect([...first.items, ...second.items].map(({ roadmap }) => roadmap)).toEqual([secondSlug, 'backend']);
  expect(second.nextCursor).toBeNull();
});

it('is left and taken up again with everything, for thirty days', async () => {
  const ada = await signUp(app);
  await follow(ada, { plan: { hoursPerWeek: 11 } });
  await setTopic(ada, option, { state: 'done' });
  const before = await ada.ok('readEnrolment', slug);
  expect((await ada.call('leaveEnrolment', slug)).status).toBe(204);
  expect((await ada.call('readEnrolment', slug)).status).toBe(404);
  expect(
    (await ada.call('setTopic', { params: { slug: 'backend', topicId: option }, body: { state: 'done' } })).status,
  ).toBe(404);
  expect((await ada.ok('listEnrolments')).items).toEqual([]);
  expect((await ada.call('leaveEnrolment', slug)).status).toBe(404);
  // Restoring counts days of the clock; sessions end sooner, so sign in again.
  app.advance(30 * day - 1000);
  const back = await signInAgain(ada);
  const { updatedAt: _, forecast: __, ...kept } = before;
  expect(await back.ok('restoreEnrolment', slug)).toMatchObject(kept);
  await back.ok('leaveEnrolment', slug);
  app.advance(30 * day);
  expect((await (await signInAgain(ada)).call('restoreEnrolment', slug)).status).toBe(404);
});

it('cannot be restored unless it was left', async () => {
  const ada = await signUp(app);
  expect((await ada.call('restoreEnrolment', slug)).status).toBe(404);
  await follow(ada);
  expect((await ada.call('restoreEnrolment', slug)).status).toBe(404);
});

it('is shown as proven at once to who has built before', async () => {
  const ada = await signUp(app);
  const topicId = backend.topics[0]?.id ?? '';
  await finishedProject(ada, [topicId]);
  await follow(ada);
  const { topic } = await setTopic(ada, topicId, { state: 'done' });
  expect(topic.proof).toBe('shown');
});
