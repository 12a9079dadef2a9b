import type { Room, TimeEntry } from '@waymark/contract';
import { expect, it } from 'vitest';
import type { Operation } from '../../api/outbox';
import { laneOf, noteAmong, withOperations, withTime } from './room-operations';
import { emptyRoom } from './small-room.fixture';

const room: Room = { ...emptyRoom, outcomes: ['one'], note: { ...emptyRoom.note, text: 'As it was', version: 1 } };
const here = { roadmap: 'small', topicId: 'http' };
const entry = (id: string, day: string, minutes: number): TimeEntry => ({
  ...here,
  id,
  day,
  minutes,
  words: '',
  at: `${day}T10:00:00Z`,
});

let count = 0;
function operation(name: Operation['name'], input: object, lane = laneOf('small', 'http')): Operation {
  count += 1;
  return { id: String(count), account: 'a', lane, name, input, at: '2026-11-20T10:00:00Z' };
}
const inRoom = (name: Operation['name'], body: object, more = {}) =>
  operation(name, { params: { slug: 'small', topicId: 'http', ...more }, body });
const ofTime = (name: Operation['name'], input: object) => operation(name, input, 'time');

it('shows everything of a room that waits, in the order in which it was done', () => {
  const at = '2026-11-20T10:00:00Z';
  const link = { title: 'Mine', url: 'https://example.org/' };
  const shown = withOperations(room, [
    inRoom('changeRoom', { outcomes: { two: true, one: false }, resources: { rfc: true }, at }),
    inRoom('changeRoom', { links: { id: link }, leftOff: 'At caching', confidence: 3, at }),
    inRoom('changeRoom', { outcomes: { one: true }, at }),
    inRoom('reportDeadLink', {}, { resourceId: 'rfc' }),
    inRoom('reportDeadLink', {}, { resourceId: 'mdn' }),
    inRoom('withdrawDeadLink', {}, { resourceId: 'rfc' }),
  ]);
  expect(shown).toMatchObject({
    outcomes: ['two', 'one'],
    resources: ['rfc'],
    links: [{ id: 'id', ...link }],
    leftOff: 'At caching',
    confidence: 3,
    confidenceAt: at,
    reported: ['mdn'],
  });
});

it('leaves a room alone whose topic none of them is about', () => {
  const elsewhere = operation('changeRoom', { params: {}, body: { leftOff: 'Elsewhere' } }, laneOf('small', 'dns'));
  expect(withOperations(room, [elsewhere, ofTime('addTime', { body: entry('a', '2026-11-20', 5) })])).toBe(room);
});

it('knows the last note of a room that waits, and of no other', () => {
  const waiting = [inRoom('writeNote', { text: 'One', base: 1 }), inRoom('writeNote', { text: 'Two', base: 1 })];
  expect(noteAmong(waiting, laneOf('small', 'http'))).toEqual({ id: waiting[1]?.id, text: 'Two' });
  expect(noteAmong(waiting, laneOf('small', 'dns'))).toBeUndefined();
});

it('shows time that waits: added once, changed and removed, the last day first', () => {
  const known = [entry('b', '2026-11-18', 30), entry('a', '2026-11-17', 60)];
  const waiting = [
    ofTime('addTime', { body: entry('c', '2026-11-16', 5) }),
    ofTime('changeTime', { params: { id: 'c' }, body: { day: '2026-11-19', minutes: 7 } }),
    ofTime('addTime', { body: entry('b', '2026-11-18', 30) }),
    ofTime('deleteTime', { params: { id: 'a' } }),
  ];
  expect(withTime(known, here, waiting)).toEqual([
    { ...entry('c', '2026-11-19', 7), at: '2026-11-16T10:00:00Z' },
    entry('b', '2026-11-18', 30),
  ]);
});

it('gives the very same time where nothing that waits is about it', () => {
  const known = [entry('a', '2026-11-17', 60)];
  const other = { ...entry('x', '2026-11-17', 5), topicId: 'dns' };
  const waiting = [ofTime('addTime', { body: other }), ofTime('deleteTime', { params: { id: 'x' } })];
  expect(withTime(known, here, waiting)).toBe(known);
});
