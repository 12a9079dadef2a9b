import { afterAll, expect, it, vi } from 'vitest';
import { Account } from '../../src/features/accounts/accounts.model.js';
import { watchChanges } from '../../src/features/live/watch-changes.js';
import { changeRoom, logTime, renew, setTopic, writeNote } from '../build.js';
import { listen } from '../listen.js';
import { testDatabaseUri } from '../name-database.js';
import { at } from '../reviewing.js';
import { startApp } from '../start.js';
import { buildPermissions } from './build-permissions.js';
import { isLive, partsOf, seenBy } from './relations.js';

const app = await startApp();
const begun = vi.spyOn(app.changes, 'begin');
const where = { uri: testDatabaseUri(), database: app.deps.connection.name, log: app.deps.log };
const watching = watchChanges({ ...where, changes: app.changes });
afterAll(() => watching.close());
await vi.waitFor(() => expect(begun).toHaveBeenCalled(), { timeout: 10_000 });
const world = await buildPermissions(app);
const { learner, filled } = world;

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
  'writes a note': { does: () => writeNote(learner, filled.first, 'Anew', 1), tells: { activity: ['grant'] } },
  'keeps a note to themselves': { does: () => changeRoom(learner, filled.first, { shared: false }), tells: {} },
  'logs time': {
    does: () => logTime(learner, filled.first, { minutes: 5, words: '' }),
    tells: { activity: ['grant'] },
  },
};

it.each(Object.entries(doings))('a learner who %s: only who may see it is told to read again', async (_, doing) => {
  const streams = new Map<string, Awaited<ReturnType<typeof listen>>>();
  for (const [viewer, member] of world.members) {
    if (viewer === 'learner') continue;
    await renew(member);
    streams.set(viewer, await listen(member));
  }
  const mark = () => Account.updateMany({}, { $inc: { version: 1 } });
  const passed = () =>
    Promise.all([...streams.values()].map((each) => each.until(() => expect(each.kinds()).toContain('account'))));
  await mark();
  await passed();
  for (const each of streams.values()) each.heard.length = 0;
  await doing.does();
  await mark();
  await passed();
  for (const [viewer, member] of world.members) {
    if (viewer === 'learner') continue;
    const here = isLive(viewer) ? seenBy(viewer) : [];
    const allowed = here.flatMap((kind) => doing.tells[kind] ?? []);
    const heard = (streams.get(viewer)?.kinds() ?? []).filter((kind) => kind !== 'account');
    expect(
      heard.filter((kind) => !allowed.includes(kind)),
      `${viewer}, ${partsOf(viewer).relation}`,
    ).toEqual([]);
    for (const kind of allowed.filter((each) => ['talk', 'help', 'review'].includes(each)))
      expect(heard, `${viewer} ${member.id}`).toContain(kind);
  }
});
