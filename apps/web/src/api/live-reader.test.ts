// @vitest-environment jsdom
import type { LiveEvent } from '@waymark/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEventReader, keysOf } from './live-reader';

const events: LiveEvent[] = [
  { kind: 'enrolment', roadmap: 'backend' },
  { kind: 'room', roadmap: 'backend', topicId: 'http' },
  { kind: 'resync' },
] as LiveEvent[];
const textOf = (event: LiveEvent, at: number) => `id: ${at}\ndata: ${JSON.stringify(event)}\n\n`;
const said = events.map((event, at) => ({ id: String(at), event }));

it('hears each event once, in whatever pieces its text comes', () => {
  const text = `: hello\n\n${events.map(textOf).join(': still here\n\n')}`;
  fc.assert(
    fc.property(fc.array(fc.nat({ max: text.length }), { maxLength: 12 }), (cuts) => {
      const read = createEventReader();
      const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
      const heard = places.slice(1).flatMap((to, i) => read(text.slice(places[i], to)));
      expect(heard).toEqual(said);
    }),
  );
});

it('waits for the rest of one that is not whole, and says nothing of a heartbeat', () => {
  const read = createEventReader();
  expect(read(': still here\n\n')).toEqual([]);
  expect(read('id: 7\ndata: {"kind":')).toEqual([]);
  expect(read('"resync"}\n')).toEqual([]);
  expect(read('\n')).toEqual([{ id: '7', event: { kind: 'resync' } }]);
});

it('takes one without an id, which none can be resumed from', () => {
  expect(createEventReader()('data: {"kind":"resync"}\n\n')).toEqual([{ id: undefined, event: { kind: 'resync' } }]);
});

it.each([
  [{ kind: 'enrolment', roadmap: 'backend' }, [['enrolment', 'backend'], ['enrolments'], ['activity']]],
  [{ kind: 'enrolment' }, [['enrolment'], ['enrolments'], ['activity']]],
  [{ kind: 'room', roadmap: 'a', topicId: 'b' }, [['room', 'a', 'b'], ['rooms', 'a'], ['notes']]],
  [{ kind: 'time', roadmap: 'a', topicId: 'b' }, [['time'], ['room', 'a', 'b']]],
  [{ kind: 'look' }, [['looks'], ['grants', 'list']]],
  [{ kind: 'project', id: 'p' }, [['projects'], ['project'], ['activity'], ['grants']]],
  [
    { kind: 'review', id: 'r' },
    [['reviews'], ['my-reviews'], ['review'], ['projects'], ['grants'], ['learners'], ['learner']],
  ],
  [{ kind: 'account' }, [['me']]],
  [{ kind: 'notification' }, [['notifications'], ['cohorts', 'asks']]],
  [{ kind: 'cohort' }, [['cohorts']]],
  [
    { kind: 'grant', id: 'g' },
    [
      ...[['grants'], ['cohorts'], ['learners'], ['learner'], ['reviews'], ['review']],
      ...[['talk'], ['help'], ['shared-notes'], ['readers'], ['meetings'], ['meeting']],
    ],
  ],
  [{ kind: 'meeting', id: 'm' }, [['meetings'], ['meeting']]],
  [{ kind: 'resync' }, null],
])('reads again what %j is about', (event, keys) => {
  expect(keysOf(event as LiveEvent)).toEqual(keys);
});
