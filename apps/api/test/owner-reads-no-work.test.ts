import { type Endpoint, type EndpointName, endpoints } from '@waymark/contract';
import { expect, it } from 'vitest';
import { buildWorld } from './access-world.js';
import { changeRoom, finishedProject, logTime, writeNote } from './build.js';
import type { Asking } from './client.js';
import { backendOf, startApp } from './start.js';

const app = await startApp();
const world = await buildWorld(app);
const { learner, owner } = world;
const canary = 'canary-of-the-learner';

// What a learner writes and does, each with a word that is found wherever it is shown.
const project = await finishedProject(learner, [world.topicId], {
  title: `Title ${canary}`,
  summary: `Summary ${canary}`,
  writeUp: `Write-up ${canary}`,
  repoUrl: `https://example.org/${canary}/repo`,
  covers: [{ roadmap: 'backend', topicId: world.topicId, where: `src/${canary}` }],
});
const otherTopic = backendOf(app).topics[2]?.id ?? '';
await writeNote(learner, otherTopic, `Note ${canary}`, 0);
await changeRoom(learner, otherTopic, { leftOff: `Left off ${canary}` });
await logTime(learner, world.topicId, { minutes: 10, words: `Words ${canary}` });

const reads = (Object.keys(endpoints) as EndpointName[]).filter((name) => endpoints[name].method === 'GET');
const ids = [learner.id, project.id, world.projectId, world.cohortId, world.grantId, world.sessionId];

/** Every way to name something of the learner's in the path. */
function askings(name: EndpointName): Asking[] {
  const { params } = endpoints[name] as Endpoint;
  const query = name === 'readLearner' ? { query: { roadmap: 'backend' } } : {};
  if (!params) return [query];
  return ids.map((id) => ({ params: { id, slug: 'backend', topicId: world.topicId }, ...query }));
}

it.each(reads)('%s shows the owner nothing of a learner’s work', async (name) => {
  for (const asking of askings(name)) {
    const { status, text } = await owner.call(name, asking);
    expect([200, 400, 404, 405], text.slice(0, 300)).toContain(status);
    expect(text).not.toContain(canary);
    expect(text).not.toContain(project.id);
    if (name !== 'exportAudit' && name !== 'listAudit') expect(text).not.toContain(world.projectId);
  }
});

it('finds the canary where the learner and their mentor look', async () => {
  const seenBy = async (name: EndpointName, asking: Asking = {}) => (await learner.call(name, asking)).text;
  expect(await seenBy('listProjects')).toContain(canary);
  expect(await seenBy('readProject', { params: { id: project.id } })).toContain(canary);
  for (const name of ['exportMe', 'listNotes', 'listTime'] as const) expect(await seenBy(name)).toContain(canary);
  const room = await seenBy('readRoom', { params: { slug: 'backend', topicId: otherTopic } });
  for (const written of ['Note', 'Left off']) expect(room).toContain(`${written} ${canary}`);
  const asMentor = { params: { id: learner.id }, query: { roadmap: 'backend' } };
  expect((await world.mentor.call('readLearner', asMentor)).text).toContain(canary);
});

it('does not tell the owner, as one, that the learner follows or builds anything', async () => {
  const answers = await Promise.all([
    owner.ok('listEnrolments'),
    owner.ok('listProjects'),
    owner.ok('listCohorts'),
    owner.ok('listGrants'),
    owner.ok('listLearners'),
  ]);
  for (const { items } of answers) expect(items).toEqual([]);
  const row = await owner.ok('readMember', { params: { id: learner.id } });
  expect(Object.keys(row).toSorted()).toEqual(
    [
      ...['id', 'name', 'handle', 'email', 'role', 'isVerified', 'hasTwoFactor'],
      ...['createdAt', 'lastUsedAt', 'disabledAt', 'eraseAfter'],
    ].toSorted(),
  );
});
