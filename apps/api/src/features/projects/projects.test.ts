import { expect, it } from 'vitest';
import { askForReview, finishedProject, follow, mentored, project, setTopic, signUp } from '../../../test/build.js';
import { backendOf, minute, startApp } from '../../../test/start.js';
import { Project } from './projects.model.js';

const app = await startApp();
const backend = backendOf(app);
const topicId = backend.topics[0]?.id ?? '';
const ada = await signUp(app);
const etag = (version: number) => ({ 'if-match': `"${version}"` });

it('makes one with a title alone, and says what it is then', async () => {
  const made = await ada.call('createProject', { body: { title: '  Shortener ' } });
  expect([made.status, made.headers.etag]).toEqual([201, '"1"']);
  expect(made.body).toMatchObject({
    title: 'Shortener',
    build: 'idea',
    visibility: 'private',
    repoUrl: null,
    covers: [],
    stack: [],
    version: 1,
    createdAt: app.now().toISOString(),
  });
  const read = await ada.call('readProject', { params: { id: made.body.id } });
  expect([read.body, read.headers.etag]).toEqual([made.body, '"1"']);
});

it('keeps every field as it was given', async () => {
  const body = {
    title: 'Märchen 🏰',
    summary: 'Short',
    writeUp: '# Long\n\n<script>alert(1)</script> **stays text**  ',
    build: 'building' as const,
    repoUrl: 'https://codeberg.org/ada/tale',
    repoPath: 'services/api',
    demoUrl: 'http://tale.example:8080/?a=1#b',
    stack: ['node', 'mongodb'],
    hours: 12.5,
    startedOn: '2039-12-01',
    finishedOn: '2040-01-01',
    briefId: backend.briefs[0]?.id ?? null,
    covers: [{ roadmap: 'backend', topicId, where: 'src/http.ts' }],
    visibility: 'mentors' as const,
  };
  const made = await ada.ok('createProject', { body });
  expect(made).toMatchObject(body);
  const changes = { hours: null, demoUrl: null, briefId: null, finishedOn: null, covers: [], stack: [] };
  const changed = await ada.ok('changeProject', { params: { id: made.id }, body: changes, headers: etag(1) });
  expect(changed).toEqual({ ...made, ...changes, version: 2, updatedAt: app.now().toISOString() });
});

it.each([
  ['no title', { title: ' ' }, 'title'],
  ['a title of 121', { title: 'x'.repeat(121) }, 'title'],
  ['a write-up of 10,001', { writeUp: 'x'.repeat(10_001) }, 'writeUp'],
  ['another state', { build: 'done' }, 'build'],
  ['another visibility', { visibility: 'world' }, 'visibility'],
  ['plain http for the repository', { repoUrl: 'http://example.org/a' }, 'repoUrl'],
  ['a script for a link', { repoUrl: 'javascript:alert(1)' }, 'repoUrl'],
  ['data for a link', { demoUrl: 'data:text/html,x' }, 'demoUrl'],
  ['a file', { demoUrl: 'file:///etc/passwd' }, 'demoUrl'],
  ['a password in a link', { repoUrl: 'https://ada:secret@example.org/a' }, 'repoUrl'],
  ['a name in a link', { repoUrl: 'https://ada@example.org/a' }, 'repoUrl'],
  ['a link that shows as another', { repoUrl: 'https://example.org/\u202egpj.exe' }, 'repoUrl'],
  ['a line break in a link', { repoUrl: 'https://example.org/a\nb' }, 'repoUrl'],
  ['a link of 2,049', { repoUrl: `https://example.org/${'x'.repeat(2030)}` }, 'repoUrl'],
  ['a path that leads out', { repoPath: 'a/../../b' }, 'repoPath'],
  ['a path from the root', { repoPath: '/etc' }, 'repoPath'],
  ['21 words of stack', { stack: Array.from({ length: 21 }, () => 'x') }, 'stack'],
  ['less than no hours', { hours: -1 }, 'hours'],
  ['30 February', { startedOn: '2040-02-30' }, 'startedOn'],
  ['a brief that there is not', { briefId: 'no-such-brief' }, 'briefId'],
  [
    'a topic that there is not',
    { covers: [{ roadmap: 'backend', topicId: 'no-such', where: '' }] },
    'covers.0.topicId',
  ],
  ['a topic of no roadmap', { covers: [{ roadmap: 'no-such', topicId, where: '' }] }, 'covers.0.topicId'],
  ['a topic twice', { covers: [1, 2].map(() => ({ roadmap: 'backend', topicId, where: '' })) }, 'covers.1.topicId'],
  ['an owner', { learnerId: '0'.repeat(24) }, 'learnerId'],
  ['a version', { version: 9 }, 'version'],
])('takes %s neither for a new one nor for a change', async (_, fields, path) => {
  const mine = await project(ada);
  const created = await ada.call('createProject', { body: { title: 'x', ...fields } });
  expect(created.problem.errors?.map((issue) => issue.path)).toContain(path);
  const changed = await ada.call('changeProject', { params: { id: mine.id }, body: fields, headers: etag(1) });
  expect(changed.problem.errors?.map((issue) => issue.path)).toContain(path);
  expect(await ada.ok('readProject', { params: { id: mine.id } })).toEqual(mine);
});

it('decides 404 before 428, and 428 before 412', async () => {
  const mine = await project(ada);
  const bob = await signUp(app);
  const body = { title: 'x' };
  for (const name of ['changeProject', 'deleteProject'] as const) {
    const asking = { params: { id: mine.id }, ...(name === 'changeProject' && { body }) };
    expect((await bob.call(name, asking)).status).toBe(404);
    expect((await bob.call(name, { ...asking, headers: etag(1) })).status).toBe(404);
    expect((await ada.call(name, asking)).status).toBe(428);
    const stale = await ada.call(name, { ...asking, headers: etag(2) });
    expect([stale.status, stale.problem.current, stale.headers.etag]).toEqual([412, mine, '"1"']);
  }
});

it('lets one of two changes of the same version win, ten times over', async () => {
  const { id } = await project(ada);
  for (let version = 1; version <= 10; version += 1) {
    const change = (title: string) =>
      ada.call('changeProject', { params: { id }, body: { title }, headers: etag(version) });
    const answers = await Promise.all([change('One'), change('Two'), change('Three')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
    const [won] = answers.filter(({ status }) => status === 200);
    expect((await ada.ok('readProject', { params: { id } })).title).toBe(won?.body.title);
  }
});

it('is gone when it is deleted', async () => {
  const { id } = await project(ada);
  expect((await ada.call('deleteProject', { params: { id }, headers: etag(1) })).status).toBe(204);
  expect((await ada.call('readProject', { params: { id } })).status).toBe(404);
  expect((await ada.call('deleteProject', { params: { id }, headers: etag(1) })).status).toBe(404);
});

it('has room for five hundred, and for another once one is gone', async () => {
  const eve = await signUp(app);
  const first = await project(eve);
  const { _id: _, ...kept } = (await Project.findById(first.id).lean()) ?? {};
  await Project.collection.insertMany(Array.from({ length: 498 }, () => ({ ...kept })));
  await project(eve, { title: 'The last' });
  const refused = await eve.call('createProject', { body: { title: 'One too many' } });
  expect([refused.status, refused.problem.code]).toEqual([409, 'conflict']);
  expect(refused.problem.detail).toContain('500');
  await eve.ok('deleteProject', { params: { id: first.id }, headers: etag(first.version) });
  expect((await project(eve, { title: 'In its place' })).title).toBe('In its place');
});

it('records what became of it, and not what was only written', async () => {
  const bob = await signUp(app);
  const { id } = await project(bob);
  const change = (body: object, version: number) =>
    bob.ok('changeProject', { params: { id }, body, headers: etag(version) });
  await change({ title: 'Another' }, 1);
  await change({ build: 'building' }, 2);
  await change({ build: 'finished', repoUrl: 'https://example.org/x' }, 3);
  await bob.ok('deleteProject', { params: { id }, headers: etag(4) });
  const { items } = await bob.ok('listActivity');
  expect(items.map(({ kind, projectId, from, to }) => [kind, projectId, from, to])).toEqual([
    ['project', id, 'finished', null],
    ['project', id, 'building', 'finished'],
    ['project', id, 'idea', 'building'],
    ['project', id, null, 'idea'],
  ]);
});

it('lists them page by page, the last changed first, none missing and none twice', async () => {
  const bob = await signUp(app);
  const made = [];
  for (let i = 0; i < 9; i += 1) {
    // Three at a time in one millisecond: the order has to be total all the same.
    if (i % 3 === 0) app.advance(minute / 10);
    made.push(
      await (i % 2 ? project(bob, { title: `P${i}` }) : finishedProject(bob, [], { title: `P${i}`, writeUp: 'long' })),
    );
  }
  for (const limit of [1, 2, 4, 100]) {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await bob.ok('listProjects', { query: { limit, ...(cursor && { cursor }) } });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.toSorted()).toEqual(made.map(({ title }) => title).toSorted());
    expect(seen.slice(0, 3).toSorted()).toEqual(['P6', 'P7', 'P8']);
  }
  const finished = await bob.ok('listProjects', { query: { build: 'finished' } });
  expect(finished.items).toHaveLength(5);
  expect(finished.items.every((item) => !('writeUp' in item))).toBe(true);
});

it.each([
  ['text', 'x'],
  ['JSON that is no list', 'e30'],
  ['too few values', Buffer.from('[1]').toString('base64url')],
  ['a time that there is not', Buffer.from('[1e300,"0123456789abcdef01234567"]').toString('base64url')],
  ['an operator', Buffer.from('[{"$gt":0},{"$gt":""}]').toString('base64url')],
  ['no id', Buffer.from('[1,"x"]').toString('base64url')],
])('takes no cursor of %s', async (_, cursor) => {
  const { problem } = await ada.call('listProjects', { query: { cursor } });
  expect(problem).toMatchObject({ code: 'bad-request', errors: [{ path: 'cursor' }] });
});

it('puts a project away and brings it back; what it shows it still shows', async () => {
  const lea = await signUp(app);
  await follow(lea);
  await setTopic(lea, topicId, { state: 'done' });
  const mine = await finishedProject(lea, [topicId]);
  const listed = async (query: object = {}) =>
    (await lea.ok('listProjects', { query })).items.map(({ id, isArchived }) => [id, isArchived]);
  const change = (isArchived: boolean, version: number) =>
    lea.ok('changeProject', { params: { id: mine.id }, body: { isArchived }, headers: etag(version) });
  expect(await listed()).toEqual([[mine.id, false]]);
  await change(true, 1);
  expect([await listed(), await listed({ archived: 'no' })]).toEqual([[], []]);
  expect(await listed({ archived: 'yes' })).toEqual([[mine.id, true]]);
  expect(await listed({ archived: 'all' })).toEqual([[mine.id, true]]);
  const { topics } = await lea.ok('readEnrolment', { params: { slug: 'backend' } });
  expect(topics[topicId]?.proof).toBe('shown');
  await change(false, 2);
  expect([await listed(), await listed({ archived: 'yes' })]).toEqual([[[mine.id, false]], []]);
});

it('keeps what was put away from mentors and from the public page', async () => {
  const { mentor, learner } = await mentored(app);
  const mine = await finishedProject(learner, [topicId], { visibility: 'public' });
  const sections = { roadmaps: [], proof: false, calendar: false, projects: [mine.id] };
  await learner.ok('changePublicPage', { body: { isPublic: true, about: '', sections }, headers: etag(0) });
  const seen = async () => {
    const { projects } = await mentor.ok('readLearner', { params: { id: learner.id }, query: { roadmap: 'backend' } });
    const page = await learner.ok('readPublicPage', { params: { handle: learner.account.handle } });
    return [projects?.length, page.projects.length];
  };
  expect(await seen()).toEqual([1, 1]);
  await learner.ok('changeProject', { params: { id: mine.id }, body: { isArchived: true }, headers: etag(1) });
  expect(await seen()).toEqual([0, 0]);
});

it('tells how the last review of each project stands', async () => {
  const { learner } = await mentored(app);
  const [asked, other] = [await finishedProject(learner, [topicId]), await finishedProject(learner, [topicId])];
  await askForReview(learner, asked.id);
  const states = async () =>
    Object.fromEntries((await learner.ok('listProjects')).items.map(({ id, review }) => [id, review]));
  expect(await states()).toEqual({ [asked.id]: 'requested', [other.id]: null });
  const [review] = (await learner.ok('listMyReviews')).items;
  const { id = '', version = 0 } = review ?? {};
  await learner.ok('withdrawReview', { params: { id }, headers: etag(version) });
  expect((await states())[asked.id]).toBe('withdrawn');
  await askForReview(learner, asked.id);
  expect((await states())[asked.id]).toBe('requested');
});
