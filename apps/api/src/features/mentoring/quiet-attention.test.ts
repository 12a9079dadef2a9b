import type { ToldAttention } from '@waymark/contract';
import { expect, it } from 'vitest';
import { cohort, follow, join, type Member, mentored, setTopic, signInAgain, signUp } from '../../../test/build.js';
import { backendOf, day, startApp } from '../../../test/start.js';
import { Enrolment } from '../progress/progress.model.js';

const app = await startApp();
const [first = '', second = ''] = backendOf(app)
  .topics.filter(({ requirement }) => requirement === 'core')
  .map(({ id }) => id);

interface World {
  mentor: Member;
  learner: Member;
}

/** A learner who is stuck on two topics. */
async function stuck(): Promise<World> {
  const world = await mentored(app);
  for (const topicId of [first, second]) await setTopic(world.learner, topicId, { state: 'learning' });
  app.advance(16 * day);
  return again(world);
}

const again = async ({ mentor, learner }: World) => ({
  mentor: await signInAgain(mentor),
  learner: await signInAgain(learner),
});

const quietable = (attention: readonly ToldAttention[] | null | undefined) =>
  (attention ?? []).filter(({ reason }) => reason === 'stuck').toSorted((a, b) => (a.key < b.key ? -1 : 1));

function quiet({ mentor, learner }: World, key: string, as: 'seen' | 'snoozed' | 'open') {
  return mentor.call('quietAttention', { params: { id: learner.id }, body: { roadmap: 'backend', key, as } });
}

const pressing = async ({ mentor }: World, attention = 'any') =>
  (await mentor.ok('listLearners', { query: { attention: attention as 'any' } })).items.length;

it('takes from the list what a mentor has seen, until there is something new', async () => {
  let world = await stuck();
  const [row] = (await world.mentor.ok('listLearners')).items;
  const keys = row?.attention?.map(({ key }) => key) ?? [];
  expect(quietable(row?.attention)).toHaveLength(2);
  expect(await pressing(world)).toBe(1);
  for (const key of keys) expect((await quiet(world, key, 'seen')).status).toBe(200);
  expect(await pressing(world)).toBe(0);
  // It is still said where that learner is looked at, and that it was seen: to both.
  const dashboard = await world.mentor.ok('readLearner', { params: { id: world.learner.id } });
  expect(dashboard.attention?.every(({ quieted }) => quieted?.until === null)).toBe(true);
  const [grant] = (await world.learner.ok('listGrants')).items;
  expect(grant?.attention).toEqual(dashboard.attention);
  await setTopic(world.learner, second, { state: 'done' });
  // Within the hour it would be an undo, and the same trouble as before.
  app.advance(day);
  world = await again(world);
  await setTopic(world.learner, second, { state: 'learning' });
  app.advance(14 * day);
  world = await again(world);
  expect(await pressing(world, 'stuck'), 'the learner reads it today, the mentor tomorrow').toBe(0);
  app.advance(day);
  world = await again(world);
  expect(await pressing(world, 'stuck')).toBe(1);
});

it('brings back after seven days what a mentor puts off, and at once what they take up again', async () => {
  let world = await stuck();
  const [row] = (await world.mentor.ok('listLearners')).items;
  for (const { key } of row?.attention ?? []) await quiet(world, key, 'snoozed');
  expect(await pressing(world)).toBe(0);
  app.advance(6 * day);
  world = await again(world);
  expect(await pressing(world)).toBe(0);
  app.advance(day);
  world = await again(world);
  expect(await pressing(world)).toBe(1);
  for (const { key } of row?.attention ?? []) await quiet(world, key, 'seen');
  expect(await pressing(world)).toBe(0);
  await quiet(world, row?.attention?.[0]?.key ?? '', 'open');
  expect(await pressing(world)).toBe(1);
});

it('keeps what was seen while the way goes on, and forgets it with what it was about', async () => {
  const world = await stuck();
  const [told] = quietable((await world.mentor.ok('listLearners')).items[0]?.attention);
  await quiet(world, told?.key ?? '', 'seen');
  await setTopic(world.learner, backendOf(app).topics[3]?.id ?? '', { state: 'done' });
  const seen = quietable((await world.mentor.ok('listLearners')).items[0]?.attention);
  expect(seen.map(({ quieted }) => quieted !== null).toSorted()).toEqual([false, true]);
  await setTopic(world.learner, told?.topicId ?? '', { state: 'done' });
  expect(quietable((await world.mentor.ok('listLearners')).items[0]?.attention)).toMatchObject([{ quieted: null }]);
});

it('is for that mentor alone, in all cohorts that show them this way', async () => {
  const world = await stuck();
  const mate = await signUp(app, { name: 'Max Mentor' });
  for (const who of [mate, world.mentor]) await join(world.learner, (await cohort(who)).code);
  const key = quietable((await mate.ok('listLearners')).items[0]?.attention)[0]?.key ?? '';
  await quiet(world, key, 'seen');
  const quietedIn = async (who: Member) =>
    (await who.ok('listLearners')).items.map(
      ({ attention }) => attention?.find((each) => each.key === key)?.quieted !== null,
    );
  expect(await quietedIn(world.mentor)).toEqual([true, true]);
  expect(await quietedIn(mate)).toEqual([false]);
});

it.each([
  ['no such key', 'stuck:nothing:2040-01-01'],
  ['the key of what is not told yet', 'soon'],
])('has nothing to quiet by %s', async (_name, given) => {
  const world = await stuck();
  await Enrolment.updateOne(
    { learnerId: world.learner.id },
    {
      $push: {
        attention: { reason: 'dead-link', since: '2999-01-01', topicId: null, project: { id: 'p', title: 'P' } },
      },
    },
  );
  const key = given === 'soon' ? 'dead-link:p:2999-01-01' : given;
  expect((await quiet(world, key, 'seen')).problem.code).toBe('not-found');
});

it('finds who needs attention for one reason, and people by the beginnings of their names', async () => {
  const { mentor, learner } = await stuck();
  const behind = await signUp(app, { name: 'Zoë van Dyke' });
  await join(behind, (await cohort(mentor, { name: 'Other' })).code);
  const soon = new Date(app.now().getTime() + 20 * day).toISOString().slice(0, 10);
  await follow(behind, { plan: { targetDate: soon, hoursPerWeek: 1 } });
  app.advance(16 * day);
  const world = await again({ mentor, learner });
  const names = async (query: Record<string, string>) =>
    (await world.mentor.ok('listLearners', { query })).items.map(({ learner: { name } }) => name);
  expect(await names({ attention: 'stuck' })).toEqual(['Lea Learner']);
  expect(await names({ attention: 'behind-target' })).toEqual(['Zoë van Dyke']);
  expect(await names({ attention: 'dead-link' })).toEqual([]);
  expect((await names({ attention: 'any' })).toSorted()).toEqual(['Lea Learner', 'Zoë van Dyke']);
  for (const q of ['zo', 'DYKE', 'van d', 'd zoë']) expect(await names({ q }), q).toEqual(['Zoë van Dyke']);
  for (const q of ['yke', 'zo x', '.*', '$gt']) expect(await names({ q }), q).toEqual([]);
  expect(await names({ q: 'le', attention: 'stuck', sort: 'name' })).toEqual(['Lea Learner']);
});

it('gives the roster as CSV, as it is listed, with no formula in it', async () => {
  const world = await stuck();
  const odd = await signUp(app, { name: '=1+1, "Odd"' });
  const { id, code } = await cohort(world.mentor, { name: 'Named' });
  await join(odd, code, { progress: false, projects: false });
  const csv = async (query: Record<string, string>) => {
    const answered = await world.mentor.call('exportLearners', { query });
    expect(answered.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answered.headers['content-disposition']).toContain('waymark-learners.csv');
    return answered.text.trimEnd().split('\r\n');
  };
  const [head, ...lines] = await csv({ sort: 'name' });
  expect(head).toMatch(/^name,handle,roadmap,cohort,done,/);
  expect(lines).toHaveLength(2);
  expect(lines.find((line) => line.startsWith('Lea Learner'))).toMatch(/,backend,.*,0,0,0,\d+,0,.*stuck/);
  const [only, ...none] = (await csv({ cohort: id })).slice(1);
  expect(none).toEqual([]);
  expect(only).toMatch(/^"'=1\+1, ""Odd""",.*,backend,Named,,,,,,/);
});
