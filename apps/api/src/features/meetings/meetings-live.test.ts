import { afterAll, expect, it, vi } from 'vitest';
import { mentored } from '../../../test/build.js';
import { listen } from '../../../test/listen.js';
import { testDatabaseUri } from '../../../test/name-database.js';
import { startApp } from '../../../test/start.js';
import { watchChanges } from '../live/watch-changes.js';

const app = await startApp();
const begun = vi.spyOn(app.changes, 'begin');
const where = { uri: testDatabaseUri(), database: app.deps.connection.name, log: app.deps.log };
const watching = watchChanges({ ...where, changes: app.changes });
afterAll(() => watching.close());
await vi.waitFor(() => expect(begun).toHaveBeenCalled(), { timeout: 10_000 });

it('tells both that something stands on their sheet', async () => {
  const { mentor, learner } = await mentored(app);
  const body = { as: 'mentor', with: learner.id, roadmap: 'backend' } as const;
  const { id } = await mentor.ok('beginMeeting', { body });
  const devices = [await listen(mentor), await listen(learner)];
  await learner.ok('writeMeetingNotes', { params: { id }, body: { base: 0, text: 'Live' } });
  for (const device of devices) {
    const heard = () => device.heard.map(({ event }) => event);
    await device.until(() => expect(heard()).toContainEqual({ kind: 'meeting', id }));
  }
});
