import type { Consent } from '@waymark/contract';
import { expect, it } from 'vitest';
import {
  cohort,
  everything,
  finishedProject,
  follow,
  join,
  mentored,
  nothing,
  renew,
  setTopic,
  signUp,
} from '../../../test/build.js';
import type { Client } from '../../../test/client.js';
import { backendOf, hour, minute, secondSlug, startApp } from '../../../test/start.js';

const app = await startApp();
const [first = '', second = ''] = backendOf(app).topics.map(({ id }) => id);

const read = (mentor: Client, id: string, roadmap = 'backend') =>
  mentor.call('readLearner', { params: { id }, query: { roadmap } });

/** A learner with something of each kind to share. */
async function worldOf(consent: Partial<Consent>) {
  const world = await mentored(app, consent);
  await setTopic(world.learner, first, { state: 'done' });
  await setTopic(world.learner, second, { state: 'learning' });
  const shown = await finishedProject(world.learner, [first], { title: 'For mentors', writeUp: 'How' });
  const hidden = await finishedProject(world.learner, [first], { title: 'Private one', visibility: 'private' });
  return { ...world, shown, hidden };
}

async function rowOf(mentor: Client) {
  const { items } = await mentor.ok('listLearners');
  expect(items).toHaveLength(1);
  return items[0];
}

it('lets the mentor see what the learner sees, when everything is shared', async () => {
  const { mentor, learner, cohort: made, shown, hidden } = await worldOf(everything);
  const enrolment = await learner.ok('readEnrolment', { params: { slug: 'backend' } });
  const answered = await read(mentor, learner.id);
  const { writeUp: _, ...card } = shown;
  expect(answered.body).toMatchObject({
    learner: { id: learner.id, name: 'Lea Learner', handle: learner.account.handle },
    consent: everything,
    cohort: { id: made.id, name: made.name },
    sharedSince: app.now().toISOString(),
    lastViewedAt: null,
    since: { at: null, parts: [] },
    enrolment,
    attention: [],
    projects: [card],
  });
  expect(answered.body.activity?.items.map(({ kind }) => kind)).toEqual(['topic', 'topic', 'enrolment']);
  for (const secret of [hidden.id, 'Private one', learner.email]) expect(answered.text).not.toContain(secret);
  const { stages: _s, skipped: _k, optionalDone: _o, hoursLeft: _h, ...counts } = enrolment.summary;
  expect(await rowOf(mentor)).toMatchObject({ counts, lastActiveDay: enrolment.lastActiveDay, attention: [] });
});

it.each([
  ['progress', { enrolment: null }, { counts: null }],
  ['activity', { activity: null }, { lastActiveDay: null }],
  ['projects', { projects: null }, {}],
  ['notes', {}, {}],
] as const)('shows nothing of “%s” when that alone is not shared', async (part, inDashboard, inRow) => {
  const { mentor, learner } = await worldOf({ [part]: false });
  const { body } = await read(mentor, learner.id);
  const others = {
    enrolment: expect.anything(),
    attention: [],
    activity: expect.anything(),
    projects: expect.anything(),
  };
  expect(body).toMatchObject({ ...others, ...inDashboard, consent: { ...everything, [part]: false } });
  if (part === 'activity') expect(body.enrolment?.lastActiveDay).toBeNull();
  const row = { counts: expect.anything(), lastActiveDay: expect.anything(), attention: [] };
  expect(await rowOf(mentor)).toMatchObject({ ...row, ...inRow });
});

it('shows who somebody is, and no more, when nothing is shared', async () => {
  const { mentor, learner, shown } = await worldOf(nothing);
  const answered = await read(mentor, learner.id);
  expect(answered.body).toMatchObject({ enrolment: null, attention: null, activity: null, projects: null });
  expect(answered.text).not.toContain(shown.id);
  expect(await rowOf(mentor)).toMatchObject({ counts: null, attention: null, lastActiveDay: null, consent: nothing });
  await setTopic(learner, second, { state: 'done' });
  expect(await rowOf(mentor), 'nor when it changes').toMatchObject({
    counts: null,
    attention: null,
    lastActiveDay: null,
  });
});

it('is narrowed and widened from the very next request on, in dashboard and roster', async () => {
  const { mentor, learner, grant } = await worldOf(everything);
  const params = { id: grant.id };
  expect((await read(mentor, learner.id)).body.enrolment).not.toBeNull();
  const changed = await learner.ok('changeGrant', { params, body: { consent: nothing } });
  expect(changed).toMatchObject({ id: grant.id, consent: nothing });
  expect((await read(mentor, learner.id)).body).toMatchObject({ enrolment: null, activity: null, projects: null });
  expect(await rowOf(mentor)).toMatchObject({ counts: null, lastActiveDay: null });
  await learner.ok('changeGrant', { params, body: { consent: { ...nothing, progress: true } } });
  expect((await read(mentor, learner.id)).body).toMatchObject({ enrolment: { summary: { done: 1 } }, activity: null });
  expect((await rowOf(mentor))?.counts?.done).toBe(1);
});

it('is ended from the very next request on, and another consent does not bring it back', async () => {
  const { mentor, learner, grant } = await worldOf(everything);
  expect((await read(mentor, learner.id)).status).toBe(200);
  expect((await learner.call('endGrant', { params: { id: grant.id } })).status).toBe(204);
  expect((await read(mentor, learner.id)).problem.code).toBe('not-found');
  expect((await mentor.ok('listLearners')).items).toEqual([]);
  expect((await learner.ok('listGrants')).items).toEqual([]);
  for (const name of ['changeGrant', 'endGrant'] as const) {
    const body = name === 'changeGrant' ? { body: { consent: everything } } : {};
    expect((await learner.call(name, { params: { id: grant.id }, ...body })).status).toBe(404);
  }
  expect((await learner.call('readEnrolment', { params: { slug: 'backend' } })).status, 'the way goes on').toBe(200);
});

it('ends with leaving the roadmap, and does not come back with it', async () => {
  const { mentor, learner } = await worldOf(everything);
  await learner.ok('leaveEnrolment', { params: { slug: 'backend' } });
  expect((await read(mentor, learner.id)).status).toBe(404);
  expect((await mentor.ok('listLearners')).items).toEqual([]);
  await learner.ok('restoreEnrolment', { params: { slug: 'backend' } });
  expect((await read(mentor, learner.id)).status).toBe(404);
  expect((await learner.ok('listGrants')).items).toEqual([]);
});

it('ends with the account of either', async () => {
  const [one, two] = [await worldOf(everything), await worldOf(everything)];
  await one.learner.ok('deleteMe');
  expect((await read(one.mentor, one.learner.id)).status).toBe(404);
  expect((await one.mentor.ok('listLearners')).items).toEqual([]);
  await two.mentor.ok('deleteMe');
  expect((await two.learner.ok('listGrants')).items).toEqual([]);
});

it('is about one roadmap', async () => {
  const { mentor, learner } = await worldOf(everything);
  await follow(learner, {}, secondSlug);
  await setTopic(learner, first, { state: 'done' }, secondSlug);
  expect((await read(mentor, learner.id, secondSlug)).status).toBe(404);
  const { body } = await read(mentor, learner.id);
  expect(new Set(body.activity?.items.map(({ roadmap }) => roadmap))).toEqual(new Set(['backend']));
});

it('shows together what two cohorts of the same mentor were given', async () => {
  const { mentor, learner } = await worldOf({ ...nothing, progress: true });
  const other = await cohort(mentor, { name: 'The other one' });
  await join(learner, other.code, { ...nothing, projects: true });
  expect((await read(mentor, learner.id)).body).toMatchObject({
    consent: { progress: true, activity: false, projects: true },
    activity: null,
  });
  expect((await mentor.ok('listLearners', { query: { cohort: other.id } })).items).toMatchObject([{ counts: null }]);
});

it('tells a mentor when they looked before: a visit lasts an hour', async () => {
  const { mentor, learner, grant } = await worldOf(everything);
  const begin = app.now().toISOString();
  const before = async () => {
    await renew(mentor);
    return (await read(mentor, learner.id)).body.lastViewedAt;
  };
  expect(await before()).toBeNull();
  app.advance(30 * minute);
  expect(await before(), 'the same visit').toBeNull();
  app.advance(hour);
  const next = app.now().toISOString();
  expect(await before()).toBe(begin);
  app.advance(minute);
  expect(await before()).toBe(begin);
  await renew(learner);
  expect((await learner.ok('listGrants')).items).toMatchObject([{ id: grant.id, lastViewedAt: next }]);
});

it('shows a learner whom they gave what, page by page', async () => {
  const learner = await signUp(app);
  const mentors = await Promise.all([1, 2, 3].map((i) => signUp(app, { name: `Mentor ${i}` })));
  for (const mentor of mentors) await join(learner, (await cohort(mentor)).code);
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await learner.ok('listGrants', { query: { limit: 2, ...(cursor && { cursor }) } });
    seen.push(...page.items.map(({ mentor }) => mentor.name));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(['Mentor 1', 'Mentor 2', 'Mentor 3']);
});
