import { defaultPlan } from '@waymark/contract';
import { expect, it } from 'vitest';
import { finishedProject, follow, mentored, renew, setTopic, signInAgain, signUp } from '../../../test/build.js';
import { backendOf, day, minute, startApp } from '../../../test/start.js';

const app = await startApp();
const backend = backendOf(app);
const slug = { params: { slug: 'backend' } };
const [first = '', second = ''] = backend.topics.filter((topic) => topic.requirement === 'core').map(({ id }) => id);
const choice = backend.choices[0];

async function walked() {
  const ada = await signUp(app);
  const plan = { hoursPerWeek: 9, targetDate: '2041-01-01', pauses: [{ from: '2040-05-01', to: '2040-05-07' }] };
  await follow(ada, { plan, choices: { [choice?.id ?? '']: choice?.options.slice(0, 1) ?? [] } });
  await setTopic(ada, first, { state: 'done' });
  await setTopic(ada, second, { state: 'learning' });
  return ada;
}

it('begins states, choices and dates anew, and keeps hours, projects and what was done on which day', async () => {
  const ada = await walked();
  await finishedProject(ada, [first]);
  const before = await ada.ok('readEnrolment', slug);
  app.advance(minute);
  const over = await ada.ok('startOver', { ...slug, body: {} });
  expect(new Set(Object.values(over.topics).map(({ state }) => state))).toEqual(new Set(['not_started']));
  expect(over).toMatchObject({
    choices: {},
    plan: { ...defaultPlan, hoursPerWeek: 9 },
    startedAt: app.now().toISOString(),
    startedOverAt: app.now().toISOString(),
  });
  expect(over.summary).toMatchObject({ done: 0, shown: 0 });
  expect((await ada.ok('listProjects')).items).toHaveLength(1);
  const { items } = await ada.ok('listActivity');
  expect(items[0]).toMatchObject({ kind: 'enrolment', from: 'started', to: 'started-over' });
  expect(items.filter(({ kind }) => kind === 'topic')).toHaveLength(2);
  expect((await setTopic(ada, first, { state: 'done' })).topic.proof, 'the project still shows it').toBe('shown');
  const { updatedAt: _, forecast: __, startedOverAt: ___, ...kept } = before;
  expect(await ada.ok('undoStartOver', slug)).toMatchObject({ ...kept, startedOverAt: null });
});

it('takes nothing that was done offline before it, and everything after', async () => {
  const ada = await walked();
  app.advance(minute);
  const before = app.now().toISOString();
  app.advance(minute);
  await ada.ok('startOver', { ...slug, body: {} });
  app.advance(minute);
  expect((await setTopic(ada, first, { state: 'done', at: before })).topic.state).toBe('not_started');
  expect((await setTopic(ada, first, { state: 'done', at: app.now().toISOString() })).topic.state).toBe('done');
});

it('keeps one former way: a second start over wants to be meant', async () => {
  const ada = await walked();
  await ada.ok('startOver', { ...slug, body: {} });
  await setTopic(ada, second, { state: 'skipped' });
  expect((await ada.call('startOver', { ...slug, body: {} })).problem.code).toBe('former-way-kept');
  expect((await ada.ok('readEnrolment', slug)).topics[second]?.state).toBe('skipped');
  await ada.ok('startOver', { ...slug, body: { replaceFormer: true } });
  const { topics } = await ada.ok('undoStartOver', slug);
  expect([topics[first]?.state, topics[second]?.state]).toEqual(['not_started', 'skipped']);
  expect((await ada.call('undoStartOver', slug)).status, 'once').toBe(404);
});

it('is taken back for thirty days', async () => {
  const ada = await walked();
  await ada.ok('startOver', { ...slug, body: {} });
  app.advance(30 * day - 1000);
  const back = await signInAgain(ada);
  expect((await back.ok('undoStartOver', slug)).topics[first]?.state).toBe('done');
  await back.ok('startOver', { ...slug, body: {} });
  app.advance(30 * day);
  const late = await signInAgain(ada);
  expect((await late.ok('readEnrolment', slug)).startedOverAt).toBeNull();
  expect((await late.call('undoStartOver', slug)).status).toBe(404);
  expect((await late.call('startOver', { ...slug, body: {} })).status, 'nothing kept that could be lost').toBe(200);
});

it('ends what mentors see, for good', async () => {
  const { mentor, learner } = await mentored(app);
  expect((await mentor.ok('listLearners')).items).toHaveLength(1);
  await learner.ok('startOver', { ...slug, body: {} });
  expect((await mentor.ok('listLearners')).items).toEqual([]);
  await learner.ok('undoStartOver', slug);
  expect((await learner.ok('listGrants')).items).toEqual([]);
});

it('lists what was left, with when, as long as it can be taken up again', async () => {
  const ada = await walked();
  await ada.ok('leaveEnrolment', slug);
  const leftAt = app.now().toISOString();
  expect((await ada.ok('listEnrolments')).items).toEqual([]);
  expect((await ada.ok('listEnrolments', { query: { left: 'true' } })).items).toMatchObject([
    { roadmap: 'backend', leftAt, summary: { done: 1 } },
  ]);
  app.advance(30 * day);
  const back = await signInAgain(ada);
  expect((await back.ok('listEnrolments', { query: { left: 'true' } })).items).toEqual([]);
  const again = await walked();
  await again.ok('leaveEnrolment', slug);
  expect(await again.ok('restoreEnrolment', slug)).toMatchObject({ leftAt: null });
  expect((await again.ok('listEnrolments', { query: { left: 'true' } })).items).toEqual([]);
});

it('pauses: each field of the plan for itself, and attention keeps quiet until one goes on', async () => {
  const { mentor, learner } = await mentored(app);
  await setTopic(learner, first, { state: 'learning' });
  const attention = async () => (await mentor.ok('listLearners')).items[0]?.attention?.map(({ reason }) => reason);
  app.advance(20 * day);
  for (const member of [mentor, learner]) await renew(Object.assign(member, await signInAgain(member)));
  expect(await attention()).toEqual(['quiet', 'stuck']);
  const today = app.now().toISOString().slice(0, 10);
  const paused = await follow(learner, { plan: { pauses: [{ from: today, to: null }] } });
  expect(paused.plan).toEqual({ ...defaultPlan, pauses: [{ from: today, to: null }] });
  expect(await attention()).toEqual([]);
  await follow(learner, { plan: { pauses: [] } });
  expect(await attention()).toEqual(['quiet', 'stuck']);
  const hidden = await follow(learner, { plan: { hideEstimates: true, pauses: [{ from: today, to: today }] } });
  expect(hidden.plan).toMatchObject({ hideEstimates: true, hoursPerWeek: defaultPlan.hoursPerWeek });
  expect(await attention(), 'a holiday with an end').toEqual([]);
  app.advance(day);
  for (const member of [mentor, learner]) await renew(Object.assign(member, await signInAgain(member)));
  expect(await attention(), 'is over by itself').toEqual(['quiet', 'stuck']);
});

it('refuses pauses that overlap, and says so at the field', async () => {
  const ada = await walked();
  const pauses = [
    { from: '2040-05-01', to: null },
    { from: '2040-06-01', to: '2040-06-02' },
  ];
  const { problem } = await ada.call('putEnrolment', { ...slug, body: { plan: { pauses } } });
  expect(problem.errors).toEqual([{ path: 'plan.pauses', message: 'Two pauses overlap' }]);
});
