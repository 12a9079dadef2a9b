import { expect, it } from 'vitest';
import { changeRoom, follow, logTime, setTopic, signUp, writeNote } from '../../../test/build.js';
import { backendOf, minute, startApp } from '../../../test/start.js';
import { fileOf, importAll, importPart } from '../../../test/transfer.js';

const app = await startApp();
const [first, second] = backendOf(app).topics;
const id = first?.id ?? '';
const outcome = first?.outcomes[0]?.id ?? '';
const params = { slug: 'backend', topicId: id };
const none = { added: 0, changed: 0, same: 0, refused: 0 };

async function learner() {
  const member = await signUp(app);
  await follow(member);
  return member;
}

it('brings a room back with everything in it', async () => {
  const ada = await learner();
  await changeRoom(ada, id, { outcomes: { [outcome]: true }, leftOff: 'Chapter 3', confidence: 2 });
  await writeNote(ada, id, 'What I **learnt**', 0);
  const bob = await signUp(app);
  await importAll(bob, await fileOf(ada));
  const room = await bob.ok('readRoom', { params });
  expect(room).toEqual(await ada.ok('readRoom', { params }).then((mine) => ({ ...mine, note: room.note })));
  expect(room.note).toMatchObject({ text: 'What I **learnt**', updatedAt: app.now().toISOString() });
  expect((await bob.ok('listNotes', { query: { q: 'learnt' } })).items).toHaveLength(1);
});

it('overwrites no note: both are kept, once', async () => {
  const [ada, bob] = [await learner(), await learner()];
  await writeNote(ada, id, 'hers', 0);
  await writeNote(bob, id, 'his', 0);
  const file = await fileOf(ada);
  expect((await importPart(bob, 'rooms', file.rooms)).counts).toEqual({ ...none, changed: 1 });
  const { note } = await bob.ok('readRoom', { params });
  expect(note.text).toBe('his\n\n---\n\nFrom a file, as it was on 2040-01-02:\n\nhers');
  expect((await importPart(bob, 'rooms', file.rooms)).counts).toEqual({ ...none, same: 1 });
  expect((await bob.ok('readRoom', { params })).note).toEqual(note);
  const long = [{ ...(file.rooms?.[0] as object), note: { text: 'x'.repeat(9_990), updatedAt: null } }];
  expect((await importPart(bob, 'rooms', long)).counts).toMatchObject({ refused: 1 });
  expect((await bob.ok('readRoom', { params })).note, 'too long together').toEqual(note);
});

it('lets the later of two ticks win, and holds links to their rules', async () => {
  const [ada, bob] = [await learner(), await learner()];
  await changeRoom(ada, id, { outcomes: { [outcome]: true }, leftOff: 'early' });
  const file = await fileOf(ada);
  app.advance(minute);
  await changeRoom(bob, id, { leftOff: 'late' });
  const link = {
    key: 'links/00000000-0000-4000-8000-000000000000',
    at: app.now().getTime(),
    since: app.now().getTime(),
  };
  const bad = [
    { ...link, value: { title: 'x', url: 'javascript:alert(1)' } },
    { ...link, key: 'outcomes/no-such', value: true },
    { ...link, key: '$where', value: 1 },
  ];
  const [room] = file.rooms as { marks: object[] }[];
  const { counts } = await importPart(bob, 'rooms', [{ ...room, marks: [...(room?.marks ?? []), ...bad] }]);
  expect(counts).toEqual({ ...none, changed: 1, refused: 1 });
  expect(await bob.ok('readRoom', { params })).toMatchObject({ leftOff: 'late', outcomes: [outcome], links: [] });
});

it('reads a room without the marks of merging', async () => {
  const ada = await learner();
  await changeRoom(ada, id, { outcomes: { [outcome]: true }, confidence: 3 });
  const [room] = (await fileOf(ada)).rooms as { marks?: unknown }[];
  delete room?.marks;
  const bob = await learner();
  await importPart(bob, 'rooms', [room]);
  expect(await bob.ok('readRoom', { params })).toMatchObject({ outcomes: [outcome], confidence: 3 });
});

it('counts time once, also what was logged twice in two places', async () => {
  const ada = await learner();
  await setTopic(ada, id, { state: 'done' });
  await logTime(ada, id, { minutes: 40 });
  await logTime(ada, second?.id ?? '', { minutes: 5, words: 'short' });
  const file = await fileOf(ada);
  const bob = await signUp(app);
  await importAll(bob, file);
  const way = async () => (await bob.ok('readEnrolment', { params: { slug: 'backend' } })).minutes;
  expect(await way()).toEqual({ [id]: 40, [second?.id ?? '']: 5 });
  const times = (await bob.ok('listActivity')).items.filter(({ kind }) => kind === 'time');
  expect(times.map(({ minutes }) => minutes).toSorted()).toEqual([40, 5]);
  expect((await importPart(bob, 'time', file.time)).counts).toEqual({ ...none, same: 2 });
  const renamed = (file.time as object[]).map((entry, place) => ({ ...entry, id: `${place}`.padStart(24, '0') }));
  expect((await importPart(bob, 'time', renamed)).counts, 'the same under other ids').toEqual({ ...none, same: 2 });
  const wrong = [{ minutes: 0 }, { minutes: 1441 }, { day: '2041-01-01' }, { topicId: 'none' }, { at: 'now' }];
  const bad = wrong.map((change) => ({ ...(file.time?.[0] as object), ...change }));
  expect((await importPart(bob, 'time', bad)).counts).toEqual({ ...none, refused: 5 });
  expect(await way()).toEqual({ [id]: 40, [second?.id ?? '']: 5 });
});

it('brings back time that was deleted', async () => {
  const ada = await learner();
  const entry = await logTime(ada, id, { minutes: 40 });
  const file = await fileOf(ada);
  await ada.ok('deleteTime', { params: { id: entry.id } });
  expect((await importPart(ada, 'time', file.time)).counts).toEqual({ ...none, added: 1 });
  expect((await ada.ok('readEnrolment', { params: { slug: 'backend' } })).minutes).toEqual({ [id]: 40 });
});
