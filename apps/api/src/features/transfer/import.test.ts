import { expect, it } from 'vitest';
import {
  finishedProject,
  follow,
  type Member,
  project,
  renew,
  setTopic,
  signInAgain,
  signUp,
} from '../../../test/build.js';
import { backendOf, day, hour, minute, startApp } from '../../../test/start.js';
import { type FileOf, fileOf, importAll, importPart, previewPart } from '../../../test/transfer.js';

const app = await startApp();
const backend = backendOf(app);
const [first = '', second = '', third = ''] = backend.topics
  .filter(({ requirement }) => requirement === 'core')
  .map(({ id }) => id);
const slug = { params: { slug: 'backend' } };
const topicOf = async (member: Member, id: string) => (await member.ok('readEnrolment', slug)).topics[id];
const none = { added: 0, changed: 0, same: 0, refused: 0 };

async function learner(): Promise<Member> {
  const ada = await signUp(app);
  await follow(ada, { plan: { hoursPerWeek: 11 }, choices: {} });
  await setTopic(ada, first, { state: 'done' });
  await setTopic(ada, second, { state: 'learning' });
  return ada;
}

/** The one thing of a part, changed by hand as somebody with an editor would. */
const edited = (file: FileOf, part: keyof FileOf, change: object) => [{ ...(file[part]?.[0] as object), ...change }];

it('previews without a trace, then takes what it said', async () => {
  const ada = await learner();
  await finishedProject(ada, [first]);
  const file = await fileOf(ada);
  const bob = await signUp(app);
  const seen = await previewPart(bob, 'enrolments', file.enrolments);
  expect(seen.counts).toEqual({ ...none, added: 3 });
  expect(seen.items.map(({ title, to }) => [title.replace(`${backend.title}: `, ''), to])).toEqual([
    [backend.title, null],
    [backend.topics.find(({ id }) => id === first)?.title, 'done'],
    [backend.topics.find(({ id }) => id === second)?.title, 'learning'],
  ]);
  expect((await bob.ok('listEnrolments')).items, 'a preview').toEqual([]);
  const done = await importAll(bob, file);
  expect(done.enrolments).toEqual(seen);
  const [mine, theirs] = [await ada.ok('readEnrolment', slug), await bob.ok('readEnrolment', slug)];
  expect(theirs).toEqual(mine);
  expect(theirs.summary.shown).toBe(1);
  expect((await bob.ok('listActivity')).days).toEqual((await ada.ok('listActivity')).days);
});

it('takes nothing twice', async () => {
  const ada = await learner();
  await project(ada);
  const file = await fileOf(ada);
  const bob = await signUp(app);
  await importAll(bob, file);
  const once = await fileOf(bob);
  const again = await importAll(bob, file);
  for (const { counts } of Object.values(again)) expect(counts).toEqual({ ...none, same: counts.same });
  expect(await fileOf(bob)).toEqual(once);
});

it('changes nothing in the account that the file came from', async () => {
  const ada = await learner();
  await finishedProject(ada, [first]);
  app.advance(hour);
  const again = await signInAgain(ada);
  const file = await fileOf(again);
  for (const { counts } of Object.values(await importAll(again, file))) expect(counts.same).toBeGreaterThan(0);
  expect(await fileOf(again)).toEqual(file);
});

it('comes home from another account as what it was', async () => {
  const ada = await learner();
  await finishedProject(ada, [first]);
  const bob = await signUp(app);
  await importAll(bob, await fileOf(ada));
  const before = await fileOf(ada);
  for (const { counts } of Object.values(await importAll(ada, await fileOf(bob)))) {
    expect(counts).toEqual({ ...none, same: counts.same });
  }
  expect(await fileOf(ada)).toEqual(before);
});

it('lets the later operation win, topic by topic', async () => {
  const ada = await learner();
  const file = await fileOf(ada);
  app.advance(minute);
  await setTopic(ada, first, { state: 'skipped' });
  app.advance(minute);
  const bob = await learner();
  app.advance(minute);
  await setTopic(bob, second, { state: 'done' });
  const newer = await fileOf(bob);
  const { counts } = await importPart(ada, 'enrolments', newer.enrolments);
  expect(counts).toEqual({ ...none, changed: 2, same: 1 });
  expect([(await topicOf(ada, first))?.state, (await topicOf(ada, second))?.state]).toEqual(['done', 'done']);
  await setTopic(ada, second, { state: 'skipped' });
  expect((await importPart(ada, 'enrolments', file.enrolments)).counts).toEqual({ ...none, same: 3 });
  expect((await topicOf(ada, second))?.state).toBe('skipped');
});

it('keeps my plan and what I chose, and fills in what I left open', async () => {
  const [one, other] = backend.choices;
  const ada = await signUp(app);
  await follow(ada, {
    plan: { hoursPerWeek: 20 },
    choices: { [one?.id ?? '']: [one?.options[0] ?? ''], [other?.id ?? '']: [other?.options[0] ?? ''] },
  });
  const file = await fileOf(ada);
  app.advance(day);
  const bob = await signUp(app);
  await follow(bob, { plan: { hoursPerWeek: 3 }, choices: { [one?.id ?? '']: [one?.options[1] ?? ''] } });
  await importAll(bob, file);
  const { plan, choices, startedAt } = await bob.ok('readEnrolment', slug);
  expect(plan.hoursPerWeek).toBe(3);
  expect(choices).toEqual({ [one?.id ?? '']: [one?.options[1]], [other?.id ?? '']: [other?.options[0]] });
  expect(startedAt, 'the earlier beginning').toBe((await (await signInAgain(ada)).ok('readEnrolment', slug)).startedAt);
});

it('brings a way that was left back as left, and takes up again what the file still walks', async () => {
  const ada = await learner();
  const walked = await fileOf(ada);
  await ada.ok('leaveEnrolment', slug);
  const left = await fileOf(ada);
  const bob = await signUp(app);
  await importAll(bob, left);
  expect((await bob.ok('listEnrolments')).items).toEqual([]);
  expect((await bob.ok('restoreEnrolment', slug)).topics[first]?.state).toBe('done');
  expect((await importPart(ada, 'enrolments', left.enrolments)).counts).toMatchObject({ changed: 0 });
  expect((await importPart(ada, 'enrolments', walked.enrolments)).counts).toMatchObject({ changed: 1 });
  expect((await ada.ok('listEnrolments')).items).toHaveLength(1);
  app.advance(31 * day);
  const late = await signUp(app);
  const { items } = await importPart(late, 'enrolments', left.enrolments);
  expect(items).toMatchObject([{ change: 'refused', why: 'It was left more than thirty days ago' }]);
});

it('keeps the newer of two projects, unless it is told otherwise', async () => {
  const ada = await signUp(app);
  const made = await project(ada, { title: 'One', writeUp: 'first' });
  const file = await fileOf(ada);
  app.advance(minute);
  const change = (writeUp: string, version: number) =>
    ada.ok('changeProject', { params: { id: made.id }, body: { writeUp }, headers: { 'if-match': `"${version}"` } });
  await change('second', 1);
  const stays = await importPart(ada, 'projects', file.projects);
  expect(stays.items).toMatchObject([{ change: 'same', differs: made.id, why: 'Yours is newer, and stays' }]);
  const writeUps = async () => {
    const { items } = await ada.ok('listProjects');
    const all = await Promise.all(items.map(({ id }) => ada.ok('readProject', { params: { id } })));
    return all.map(({ writeUp }) => writeUp).toSorted();
  };
  expect(await writeUps()).toEqual(['second']);
  const keep = (how: 'mine' | 'theirs' | 'both') => importPart(ada, 'projects', file.projects, { [made.id]: how });
  expect((await keep('both')).counts).toEqual({ ...none, added: 1 });
  expect((await keep('both')).counts).toEqual({ ...none, same: 1 });
  expect(await writeUps()).toEqual(['first', 'second']);
  expect((await keep('theirs')).counts).toEqual({ ...none, changed: 1 });
  expect(await writeUps()).toEqual(['first', 'first']);
  const newer = edited(file, 'projects', { writeUp: 'third', updatedAt: app.now().toISOString() });
  app.advance(minute);
  await ada.ok('changeProject', { params: { id: made.id }, body: { title: 'Two' }, headers: { 'if-match': '"3"' } });
  expect((await importPart(ada, 'projects', newer, { [made.id]: 'mine' })).counts).toEqual({ ...none, same: 1 });
});

it('doubles no act, and loses none of two that are alike', async () => {
  const ada = await signUp(app);
  await project(ada, { title: 'One' });
  await project(ada, { title: 'Two' });
  const file = await fileOf(ada);
  expect(file.activity).toHaveLength(2);
  const bob = await signUp(app);
  const half = await importPart(bob, 'activity', file.activity?.slice(0, 1));
  expect(half.counts).toEqual({ ...none, added: 1 });
  expect((await importPart(bob, 'activity', file.activity)).counts).toEqual({ ...none, added: 1, same: 1 });
  const wrong = ['at', 'day', 'roadmap', 'from'].map((field) => ({
    ...(file.activity?.[0] as object),
    [field]: field === 'at' ? '2099-01-01T00:00:00Z' : field === 'day' ? '2039-05-05' : '<b>',
  }));
  expect((await importPart(bob, 'activity', wrong)).counts).toEqual({ ...none, refused: 4 });
});

it('touches nobody else, however often the ids are theirs', async () => {
  const ada = await learner();
  await finishedProject(ada, [first]);
  const before = await fileOf(ada);
  const bob = await signUp(app);
  await importAll(bob, before);
  const [mine] = (await bob.ok('listProjects')).items;
  await bob.ok('deleteProject', { params: { id: mine?.id ?? '' }, headers: { 'if-match': '"1"' } });
  await setTopic(bob, third, { state: 'done' });
  expect(await fileOf(ada)).toEqual(before);
});

it('wants the password again, and no newer file than it can read', async () => {
  const ada = await learner();
  const body = { formatVersion: 2, part: 'projects' as const, items: [{}] };
  expect((await ada.call('importPart', { body: { ...body, formatVersion: 3 } })).problem.code).toBe('invalid');
  app.advance(11 * minute);
  await renew(ada);
  for (const name of ['importPart', 'previewImport'] as const) {
    expect((await ada.call(name, { body })).problem.code).toBe('step-up-required');
  }
  await ada.ok('stepUp', { body: { password: ada.password } });
  expect((await ada.ok('importPart', { body })).counts.refused).toBe(1);
});

it('reads the first format, which knew no clocks', async () => {
  const ada = await learner();
  const file = await fileOf(ada);
  const [way] = file.enrolments as { topics: Record<string, object> }[];
  const topics = Object.entries(way?.topics ?? {}).map(([id, topic]) => {
    const { at: _, operation: __, former: ___, ...first } = topic as Record<string, unknown>;
    return [id, first];
  });
  const bob = await signUp(app);
  const old = { ...way, topics: Object.fromEntries(topics) };
  await bob.ok('importPart', { body: { formatVersion: 1, part: 'enrolments', items: [old] } });
  expect((await topicOf(bob, first))?.state).toBe('done');
  expect((await topicOf(bob, first))?.updatedAt).toBe((await topicOf(ada, first))?.updatedAt);
});
