import { expect, it } from 'vitest';
import { changeRoom, type Member, writeNote } from '../../../test/build.js';
import { backendOf, day, secondSlug, startApp } from '../../../test/start.js';
import { statsOf } from '../../../test/stats-of.js';
import { grantOf, relations } from '../../../test/talking.js';
import { Room } from '../rooms/rooms.model.js';

const app = await startApp();
const [first = '', second = '', third = ''] = backendOf(app).topics.map(({ id }) => id);

const notes = (who: Member, learner: Member, query: object = {}) =>
  who.call('listSharedNotes', { params: { id: learner.id }, query: query as Record<string, string> });
const texts = async (who: Member, learner: Member, query: object = {}) =>
  (await notes(who, learner, query)).body.items.map(({ text }) => text);

it('shows a note to mentors who see notes, from when it is shared until it is not', async () => {
  const { learner, mentor, mate } = await relations(app, 'notes');
  await writeNote(learner, first, '# What I *learnt*', 0);
  await writeNote(learner, second, 'For me alone', 0);
  await changeRoom(learner, first, { leftOff: 'A place that is private' });
  expect(await texts(mentor, learner)).toEqual([]);
  const room = await changeRoom(learner, first, { shared: true });
  expect(room.shared).toBe(true);
  for (const who of [mentor, mate]) {
    const answered = await notes(who, learner);
    expect(answered.body.items).toEqual([
      {
        topicId: first,
        title: backendOf(app).topics[0]?.title,
        text: '# What I *learnt*',
        updatedAt: app.now().toISOString(),
      },
    ]);
    expect(answered.text).not.toMatch(/private|alone/);
  }
  await changeRoom(learner, first, { shared: false });
  expect(await texts(mentor, learner)).toEqual([]);
});

it('is not there for anybody else', async () => {
  const { learner, mentor, outside } = await relations(app, 'notes');
  await writeNote(learner, first, 'Between us', 0);
  await changeRoom(learner, first, { shared: true });
  for (const [name, member] of Object.entries(outside)) {
    expect((await notes(member, learner)).status, name).toBe(404);
  }
  expect((await notes(mentor, learner, { roadmap: secondSlug })).status).toBe(404);
  await learner.ok('endGrant', { params: { id: (await grantOf(learner, mentor)).id } });
  expect((await notes(mentor, learner)).status).toBe(404);
});

it('is a list by when they were written, page by page, or of one topic', async () => {
  const { learner, mentor } = await relations(app, 'notes');
  for (const topicId of [first, second, third]) {
    await changeRoom(learner, topicId, { shared: true });
    await writeNote(learner, topicId, `On ${topicId}`, 0);
    app.advance(1000);
  }
  const page = await notes(mentor, learner, { limit: '2' });
  expect(page.body.items.map(({ topicId }) => topicId)).toEqual([third, second]);
  expect(await texts(mentor, learner, { limit: '2', cursor: page.body.nextCursor ?? '' })).toEqual([`On ${first}`]);
  expect(await texts(mentor, learner, { topicId: second })).toEqual([`On ${second}`]);
  await writeNote(learner, second, ' ', 1);
  expect(await texts(mentor, learner, { topicId: second })).toEqual([]);
});

it('merges its mark like the others: the later one holds, in whatever order they come', async () => {
  const { learner, mentor } = await relations(app, 'notes');
  await writeNote(learner, first, 'A note', 0);
  const at = (ms: number) => new Date(app.now().getTime() + ms).toISOString();
  await changeRoom(learner, first, { shared: false, at: at(-1000) });
  const late = await changeRoom(learner, first, { shared: true, at: at(-2 * day) });
  expect(late.shared).toBe(false);
  expect(await texts(mentor, learner)).toEqual([]);
});

it('is found by its index alone', async () => {
  const { learner } = await relations(app, 'notes');
  await writeNote(learner, first, 'Not shared', 0);
  await writeNote(learner, second, 'Shared', 0);
  await changeRoom(learner, second, { shared: true });
  const notes = Room.find({ learnerId: learner.id, roadmap: 'backend', isShared: true, hasNote: true });
  const stats = await statsOf(notes.sort({ noteAt: -1, _id: -1 }));
  expect(stats.totalDocsExamined).toBe(1);
  expect(JSON.stringify(stats)).not.toMatch(/"COLLSCAN"|"SORT"/);
});

it('leaves with its learner, and comes back', async () => {
  const { learner, mentor } = await relations(app, 'notes');
  await writeNote(learner, first, 'A note', 0);
  await changeRoom(learner, first, { shared: true });
  const { rooms } = JSON.parse((await learner.call('exportMe')).text) as { rooms: { shared: boolean }[] };
  expect(rooms[0]?.shared).toBe(true);
  await changeRoom(learner, first, { shared: false });
  await Room.deleteMany({ learnerId: learner.id });
  await learner.ok('importPart', { body: { formatVersion: 2, part: 'rooms', items: rooms, keep: {} } });
  expect(await texts(mentor, learner)).toEqual(['A note']);
});
