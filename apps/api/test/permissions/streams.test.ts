import { afterAll, expect, it, vi } from 'vitest';
import { watchChanges } from '../../src/features/live/watch-changes.js';
import { changeRoom, everything, logTime, renew, setTopic, writeNote } from '../build.js';
import { listen } from '../listen.js';
import { testDatabaseUri } from '../name-database.js';
import { at } from '../reviewing.js';
import { startApp } from '../start.js';
import { buildPermissions } from './build-permissions.js';
import { hearAll, isMark } from './hear-all.js';
import { isLive, partsOf, seenBy } from './relations.js';

/** Many requests in one test, and two cores for all of them. */
const onBusyMachine = 90_000;

const app = await startApp();
const begun = vi.spyOn(app.changes, 'begin');
const where = { uri: testDatabaseUri(), database: app.deps.connection.name, log: app.deps.log };
const watching = watchChanges({ ...where, changes: app.changes });
afterAll(() => watching.close());
await vi.waitFor(() => expect(begun).toHaveBeenCalled(), { timeout: 10_000 });
const world = await buildPermissions(app);
const { learner, filled } = world;

async function changePaused() {
  const { items } = await learner.ok('listGrants', { query: { limit: 100 } });
  for (const { id, pausedAt } of items)
    if (pausedAt) await learner.ok('changeGrant', { ...at(id), body: { consent: { ...everything, notes: false } } });
}

/** What a learner does, and what those who see it by that kind are told to read again. */
const doings: Record<string, { does: () => Promise<unknown>; tells: Partial<Record<string, readonly string[]>> }> = {
  'says something on a topic': {
    does: () =>
      learner.ok('sayOnTopic', {
        params: { id: learner.id, slug: 'backend', topicId: filled.first },
        body: { text: 'More' },
      }),
    tells: { progress: ['talk', 'notification'] },
  },
  'needs no more help with a topic': {
    does: () => learner.ok('closeHelp', { ...at(filled.helpId), body: {} }),
    tells: { progress: ['help', 'grant', 'notification'] },
  },
  'needs no more help with a project': {
    does: () => learner.ok('closeHelp', { ...at(filled.projectHelpId), body: {} }),
    tells: { projects: ['help', 'grant', 'notification'] },
  },
  'says something in a review': {
    does: () => learner.ok('sayInReview', { ...at(filled.reviewId), body: { text: 'More' } }),
    tells: { projects: ['review', 'notification'] },
  },
  'does a topic': {
    does: () => setTopic(learner, filled.second, { state: 'learning' }),
    tells: { progress: ['grant'], activity: ['grant'] },
  },
  'changes what they would share again': {
    does: changePaused,
    tells: { projects: ['review'] },
  },
  'writes a note': { does: () => writeNote(learner, filled.first, 'Anew', 1), tells: { activity: ['grant'] } },
  'keeps a note to themselves': { does: () => changeRoom(learner, filled.first, { shared: false }), tells: {} },
  'logs time': {
    does: () => logTime(learner, filled.first, { minutes: 5, words: '' }),
    tells: { activity: ['grant'] },
  },
};

it.each(Object.entries(doings))(
  'a learner who %s: only who may see it is told to read again',
  async (_, doing) => {
    const streams = new Map<string, Awaited<ReturnType<typeof listen>>>();
    for (const [viewer, member] of world.members) {
      if (viewer === 'learner') continue;
      await renew(member);
      streams.set(viewer, await listen(member));
    }
    const listening = [...world.members].flatMap(([viewer, member]) => {
      const stream = streams.get(viewer);
      return stream ? [[member, stream] as const] : [];
    });
    await hearAll(listening);
    for (const [, stream] of listening) stream.heard.length = 0;
    await doing.does();
    await hearAll(listening);
    for (const [viewer, member] of world.members) {
      if (viewer === 'learner') continue;
      const here = isLive(viewer) ? seenBy(viewer) : [];
      const allowed = here.flatMap((kind) => doing.tells[kind] ?? []);
      const heard = (streams.get(viewer)?.heard ?? [])
        .filter(({ event }) => !isMark(event))
        .map(({ event }) => event.kind);
      expect(
        heard.filter((kind) => !allowed.includes(kind)),
        `${viewer}, ${partsOf(viewer).relation}`,
      ).toEqual([]);
      for (const kind of allowed.filter((each) => ['talk', 'help', 'review'].includes(each)))
        expect(heard, `${viewer} ${member.id}`).toContain(kind);
    }
  },
  onBusyMachine,
);
