import { expect, it } from 'vitest';
import { cohort, everything, follow, join, mentored, nothing, setTopic, signUp } from '../../../test/build.js';
import type { Client } from '../../../test/client.js';
import { at, coreTopics } from '../../../test/reviewing.js';
import { hour, minute, startApp } from '../../../test/start.js';
import { Grant } from './grants.model.js';

const app = await startApp();
const [first] = coreTopics(app);

const read = async (mentor: Client, id: string) => (await mentor.call('readLearner', at(id))).status;
const rows = async (mentor: Client) => (await mentor.ok('listLearners')).items;
const notEnded = (learner: { id: string }) => Grant.countDocuments({ learnerId: learner.id, endedAt: null });

it('closes everything but the name, and since when', async () => {
  const { mentor, learner, grant } = await mentored(app);
  await setTopic(learner, first, { state: 'done' });
  app.advance(minute);
  const paused = await learner.ok('pauseGrant', at(grant.id));
  expect(paused).toMatchObject({
    id: grant.id,
    pausedAt: app.now().toISOString(),
    attention: null,
    lastActiveDay: null,
  });
  expect((await learner.ok('listGrants')).items).toEqual([paused]);
  expect(await read(mentor, learner.id)).toBe(404);
  expect(await rows(mentor)).toEqual([]);
  expect((await mentor.ok('listPaused')).items).toEqual([
    {
      id: grant.id,
      learner: { id: learner.id, name: 'Lea Learner', handle: learner.account.handle },
      pausedAt: paused.pausedAt,
    },
  ]);
  expect((await learner.ok('listPaused')).items, 'and to nobody else').toEqual([]);
});

it('keeps the learner in the cohort, and who was asked as a mentor one', async () => {
  const { mentor, learner, grant, cohort: made } = await mentored(app);
  await learner.ok('pauseGrant', at(grant.id));
  expect((await learner.ok('readCohort', at(made.id))).role).toBe('learner');
  expect((await learner.ok('listCohorts')).items).toHaveLength(1);
  expect((await mentor.ok('listCohorts')).items).toHaveLength(1);
});

it('opens it again with the row as the way has become, by the name that the learner has now', async () => {
  const { mentor, learner, grant } = await mentored(app);
  await learner.ok('pauseGrant', at(grant.id));
  await setTopic(learner, first, { state: 'done' });
  await learner.ok('changeMe', { body: { name: 'Aaron Anew' }, headers: { 'if-match': '"1"' } });
  const resumed = await learner.ok('resumeGrant', at(grant.id));
  expect(resumed).toMatchObject({ pausedAt: null, lastActiveDay: expect.any(String) });
  expect(await rows(mentor)).toMatchObject([{ learner: { name: 'Aaron Anew' }, counts: { done: 1 } }]);
  const kept = await Grant.findOne({ _id: grant.id }).lean();
  expect(kept?.learnerName).toBe('aaron anew');
  expect(await read(mentor, learner.id)).toBe(200);
  expect((await mentor.ok('listPaused')).items).toEqual([]);
});

it('misses nothing of the way that changes while it is opened: ten rounds', async () => {
  const { mentor, learner, grant } = await mentored(app);
  for (let round = 0; round < 10; round += 1) {
    const state = round % 2 === 0 ? 'done' : 'not_started';
    await learner.ok('pauseGrant', at(grant.id));
    await Promise.all([learner.ok('resumeGrant', at(grant.id)), setTopic(learner, first, { state })]);
    expect((await rows(mentor))[0]?.counts?.done, `round ${round}`).toBe(state === 'done' ? 1 : 0);
  }
});

it('is one pause, and one end of it, however often it is asked for', async () => {
  const { learner, grant } = await mentored(app);
  const paused = await learner.ok('pauseGrant', at(grant.id));
  app.advance(minute);
  expect((await learner.ok('pauseGrant', at(grant.id))).pausedAt).toBe(paused.pausedAt);
  const both = await Promise.all([1, 2].map(() => learner.call('resumeGrant', at(grant.id))));
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(await notEnded(learner)).toBe(1);
});

it('can be narrowed while it is closed, which shows nothing', async () => {
  const { mentor, learner, grant } = await mentored(app, everything);
  await learner.ok('pauseGrant', at(grant.id));
  const changed = await learner.ok('changeGrant', { ...at(grant.id), body: { consent: nothing } });
  expect(changed.pausedAt).not.toBeNull();
  expect(await rows(mentor)).toEqual([]);
  await learner.ok('resumeGrant', at(grant.id));
  expect(await rows(mentor)).toMatchObject([{ consent: nothing, counts: null }]);
});

it('is not doubled by joining again, ten at once included', async () => {
  const { learner, grant, cohort: made } = await mentored(app);
  await learner.ok('pauseGrant', at(grant.id));
  const body = { code: made.code, consent: everything };
  const again = await Promise.all(Array.from({ length: 10 }, () => learner.call('joinCohort', { body })));
  expect(new Set(again.map(({ problem }) => problem.code))).toEqual(new Set(['already-joined']));
  expect(await notEnded(learner)).toBe(1);
  // The index itself holds it, whoever writes.
  const { _id, ...same } = (await Grant.findOne({ _id: grant.id }).lean()) ?? {};
  await expect(Grant.create([{ ...same, isLive: true, pausedAt: null }])).rejects.toThrow(/E11000/);
  // A grant without a cohort is another one, and there is one of those, too.
  await Grant.create([{ ...same, cohortId: null }]);
  await expect(Grant.create([{ ...same, cohortId: null }])).rejects.toThrow(/E11000/);
});

it.each([
  ['ended', (learner: Client, id: string) => learner.ok('endGrant', at(id))],
  ['the roadmap is left', (learner: Client) => learner.ok('leaveEnrolment', { params: { slug: 'backend' } })],
  ['the way is started over', (learner: Client) => learner.ok('startOver', { params: { slug: 'backend' }, body: {} })],
] as const)('is over once it is %s', async (_, act) => {
  const { mentor, learner, grant } = await mentored(app);
  await learner.ok('pauseGrant', at(grant.id));
  await act(learner, grant.id);
  expect((await mentor.ok('listPaused')).items).toEqual([]);
  expect((await learner.ok('listGrants')).items).toEqual([]);
  expect((await learner.call('resumeGrant', at(grant.id))).status).toBe(404);
});

it('names nobody who is leaving for good', async () => {
  const { mentor, learner, grant } = await mentored(app);
  await learner.ok('pauseGrant', at(grant.id));
  await learner.ok('deleteMe');
  expect((await mentor.ok('listPaused')).items).toEqual([]);
});

it('lists the last one first, page by page', async () => {
  const mentor = await signUp(app);
  const { code } = await cohort(mentor);
  const names = ['One', 'Two', 'Three', 'Four', 'Five'];
  for (const name of names) {
    const learner = await signUp(app, { name });
    await follow(learner);
    await join(learner, code);
    const [grant] = (await learner.ok('listGrants')).items;
    await learner.ok('pauseGrant', at(grant?.id ?? ''));
    // Two of them at the same moment.
    if (name !== 'Two') app.advance(hour / 60);
  }
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await mentor.ok('listPaused', { query: { limit: 2, ...(cursor && { cursor }) } });
    seen.push(...page.items.map(({ learner }) => learner.name));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(names.toReversed());
});
