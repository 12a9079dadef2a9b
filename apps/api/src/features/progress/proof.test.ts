import { expect, it } from 'vitest';
import { finishedProject, follow, type Member, project, setTopic, signUp } from '../../../test/build.js';
import { backendOf, startApp } from '../../../test/start.js';

const app = await startApp();
const [first = '', second = '', third = ''] = backendOf(app)
  .topics.filter(({ requirement }) => requirement === 'core')
  .map(({ id }) => id);

async function learner(): Promise<Member> {
  const member = await signUp(app);
  await follow(member);
  for (const topicId of [first, second]) await setTopic(member, topicId, { state: 'done' });
  return member;
}

/** The proof of the three topics, and how many the summary says are shown. */
async function proofOf(member: Member) {
  const { topics, summary } = await member.ok('readEnrolment', { params: { slug: 'backend' } });
  return [...[first, second, third].map((id) => topics[id]?.proof), summary.shown];
}

function change(member: Member, { id, version }: { id: string; version: number }, body: object) {
  return member.call('changeProject', { params: { id }, body, headers: { 'if-match': `"${version}"` } });
}

it('shows the done topics that a finished project covers, and no other', async () => {
  const ada = await learner();
  expect(await proofOf(ada)).toEqual(['learned', 'learned', null, 0]);
  await finishedProject(ada, [first, third]);
  expect(await proofOf(ada)).toEqual(['shown', 'learned', null, 1]);
});

it.each([
  ['is built again', { build: 'building' }],
  ['was only an idea', { build: 'idea' }],
  ['loses its links', { repoUrl: null }],
  ['covers something else', { covers: [{ roadmap: 'backend', topicId: second, where: 'x' }] }],
])('shows it no longer when the project %s, and again when that is undone', async (_, body) => {
  const ada = await learner();
  const mine = await finishedProject(ada, [first]);
  const changed = (await change(ada, mine, body)).body;
  expect((await proofOf(ada))[0]).toBe('learned');
  const { build, repoUrl, covers } = mine;
  await change(ada, changed, { build, repoUrl, covers });
  expect(await proofOf(ada)).toEqual(['shown', 'learned', null, 1]);
});

it('takes a demo for a link, and a private project for a project', async () => {
  const ada = await learner();
  await finishedProject(ada, [first], { repoUrl: null, demoUrl: 'http://example.org', visibility: 'private' });
  expect((await proofOf(ada))[0]).toBe('shown');
});

it('is gone with the project, but not while another shows it', async () => {
  const ada = await learner();
  const [one, two] = [await finishedProject(ada, [first]), await finishedProject(ada, [first])];
  const headers = { 'if-match': '"1"' };
  await ada.ok('deleteProject', { params: { id: one.id }, headers });
  expect((await proofOf(ada))[0]).toBe('shown');
  await ada.ok('deleteProject', { params: { id: two.id }, headers });
  expect((await proofOf(ada))[0]).toBe('learned');
});

it('hides with the tick, and comes back with it', async () => {
  const ada = await learner();
  await finishedProject(ada, [first]);
  await setTopic(ada, first, { state: 'learning' });
  expect(await proofOf(ada)).toEqual([null, 'learned', null, 0]);
  await setTopic(ada, first, { state: 'done' });
  expect(await proofOf(ada)).toEqual(['shown', 'learned', null, 1]);
});

it('changes nothing of anybody else’s', async () => {
  const [ada, bob] = await Promise.all([learner(), learner()]);
  await finishedProject(bob, [first, second]);
  expect(await proofOf(ada)).toEqual(['learned', 'learned', null, 0]);
});

it('is right when two projects change at once, ten times over', async () => {
  const ada = await learner();
  let one = await finishedProject(ada, [first]);
  let two = await project(ada, {
    ...one,
    id: undefined,
    version: undefined,
    createdAt: undefined,
    updatedAt: undefined,
    build: 'building',
  } as object);
  for (let round = 0; round < 10; round += 1) {
    const [build, other] =
      one.build === 'finished' ? (['building', 'finished'] as const) : (['finished', 'building'] as const);
    const [changedOne, changedTwo] = await Promise.all([
      change(ada, one, { build }),
      change(ada, two, { build: other }),
    ]);
    one = changedOne.body;
    two = changedTwo.body;
    expect((await proofOf(ada))[0], `round ${round}: one of the two is finished`).toBe('shown');
  }
});
