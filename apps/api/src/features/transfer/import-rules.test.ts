import { expect, it } from 'vitest';
import { finishedProject, follow, type Member, project, setTopic, signUp } from '../../../test/build.js';
import { backendOf, formerTopicId, secondSlug, startApp } from '../../../test/start.js';
import { type FileOf, fileOf, importPart } from '../../../test/transfer.js';
import { Project } from '../projects/projects.model.js';

const app = await startApp();
const backend = backendOf(app);
const [first = ''] = backend.topics.filter(({ requirement }) => requirement === 'core').map(({ id }) => id);
const slug = { params: { slug: 'backend' } };
const topicOf = async (member: Member, id: string) => (await member.ok('readEnrolment', slug)).topics[id];
const dayMs = 86_400_000;
const none = { added: 0, changed: 0, same: 0, refused: 0 };

async function learner(): Promise<Member> {
  const ada = await signUp(app);
  await follow(ada);
  await setTopic(ada, first, { state: 'done' });
  return ada;
}

/** The one thing of a part, changed by hand as somebody with an editor would. */
const edited = (file: FileOf, part: keyof FileOf, change: object) => [{ ...(file[part]?.[0] as object), ...change }];

it('derives proof anew, and takes none from the file', async () => {
  const ada = await learner();
  await finishedProject(ada, [first]);
  const file = await fileOf(ada);
  const bob = await signUp(app);
  await importPart(bob, 'enrolments', file.enrolments);
  expect((await topicOf(bob, first))?.proof).toBe('learned');
  expect((await bob.ok('readEnrolment', slug)).summary).toMatchObject({ done: 1, shown: 0 });
  await importPart(bob, 'projects', file.projects);
  expect((await topicOf(bob, first))?.proof).toBe('shown');
  expect((await bob.ok('readEnrolment', slug)).summary.shown).toBe(1);
});

it('holds each value to the rules of what it is, and takes the others', async () => {
  const ada = await signUp(app);
  await project(ada, { title: 'Fine' });
  const file = await fileOf(ada);
  const bob = await signUp(app);
  const bad = [
    { repoUrl: 'http://example.org/a' },
    { repoUrl: 'javascript:alert(1)' },
    { writeUp: 'x'.repeat(10_001) },
    { title: '' },
    { createdAt: '1999-01-01T00:00:00Z' },
    { updatedAt: '2099-01-01T00:00:00Z' },
    { id: 'no id' },
  ].flatMap((change) => edited(file, 'projects', change));
  const { counts, items } = await importPart(bob, 'projects', [...bad, null, 7, ...(file.projects ?? [])]);
  expect(counts).toEqual({ ...none, refused: 9, added: 1 });
  expect(items[0]).toMatchObject({ change: 'refused', title: 'Fine', why: expect.stringContaining('repoUrl: ') });
  expect((await bob.ok('listProjects')).items.map(({ title }) => title)).toEqual(['Fine']);
});

it('knows renamed topics, and names those that are not here', async () => {
  const ada = await signUp(app);
  await follow(ada, {}, secondSlug);
  await setTopic(ada, formerTopicId, { state: 'done' }, secondSlug);
  const covers = [
    { roadmap: secondSlug, topicId: first, where: '' },
    { roadmap: 'gone', topicId: 'x', where: '' },
  ];
  const file = await fileOf(ada);
  const current = backend.topics[0]?.id ?? '';
  const [way] = file.enrolments as { topics: Record<string, unknown> }[];
  const topics = { [formerTopicId]: way?.topics[current], 'no-such-topic': way?.topics[current] };
  const bob = await signUp(app);
  const taken = await importPart(bob, 'enrolments', [{ ...way, topics, choices: { gone: ['x'] } }]);
  expect(taken.counts).toEqual({ ...none, added: 2, refused: 2 });
  const mine = await bob.ok('readEnrolment', { params: { slug: secondSlug } });
  expect(mine.topics[current]?.state).toBe('done');
  expect(mine.choices).toEqual({});
  const elsewhere = await importPart(bob, 'enrolments', [{ ...way, roadmap: 'gone' }]);
  expect(elsewhere.items).toMatchObject([{ change: 'refused', why: 'This Waymark has no roadmap “gone”' }]);
  const made = await project(ada, { title: 'Covers' });
  const shown = await importPart(bob, 'projects', [{ ...made, covers, briefId: 'gone' }]);
  expect(shown.items).toMatchObject([{ change: 'added', why: 'Without 1 of its topics, which are not here' }]);
});

it('takes as many projects as there is room for, and says why not the others', async () => {
  const ada = await signUp(app);
  const two = await Promise.all([project(ada, { title: 'One' }), project(ada, { title: 'Two' })]);
  const file = await fileOf(ada);
  const bob = await signUp(app);
  const mine = await project(bob, { title: 'Mine' });
  const { _id: _, ...kept } = (await Project.findById(mine.id).lean()) ?? {};
  await Project.collection.insertMany(Array.from({ length: 498 }, () => ({ ...kept })));
  const { counts, items } = await importPart(bob, 'projects', file.projects);
  expect(counts).toEqual({ ...none, added: 1, refused: 1 });
  expect(items.find(({ change }) => change === 'refused')?.why).toContain('500');
  expect(two.map(({ title }) => title)).toContain(items.find(({ change }) => change === 'added')?.title);
  expect(await Project.countDocuments({ learnerId: bob.id })).toBe(500);
});

it('takes time of a day that has come anywhere on earth, and of none that has not', async () => {
  const noon = Date.parse(`${app.now().toISOString().slice(0, 10)}T12:00:00Z`) + dayMs;
  app.advance(noon - app.now().getTime());
  const ada = await signUp(app);
  const at = app.now().toISOString();
  const days = [0, 1, 2].map((ahead) => new Date(noon + ahead * dayMs).toISOString().slice(0, 10));
  const entry = { roadmap: 'backend', topicId: first, minutes: 30, words: '', at };
  const { counts } = await importPart(
    ada,
    'time',
    days.map((day, place) => ({ ...entry, id: `${place}`.padStart(24, '0'), day })),
  );
  expect(counts).toEqual({ ...none, added: 2, refused: 1 });
});
