import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Room, RoomChange } from './rooms.js';
import {
  applyRoomChange,
  excerptOf,
  marksOf,
  mergeMarks,
  type RoomMark,
  type RoomOperation,
  soughtWords,
  topicsToRefresh,
} from './rooms.rules.js';
import { foldText } from './text.rules.js';

const now = 1_000_000;
const operations = fc.uniqueArray(
  fc.record({
    values: fc.dictionary(fc.constantFrom('outcomes/a', 'outcomes/b', 'links/x', 'leftOff'), fc.integer({ max: 3 }), {
      minKeys: 1,
    }),
    // Few enough moments that two often fall on one.
    at: fc.integer({ min: 1, max: 5 }),
    operation: fc.string({ minLength: 1, maxLength: 8 }),
  }),
  { selector: ({ operation }) => operation, minLength: 1, maxLength: 8 },
);
const merged = (list: readonly RoomOperation[], from: readonly RoomMark[] = []) =>
  list.reduce<readonly RoomMark[]>((marks, each) => mergeMarks(marks, each, now), from);
const sorted = (marks: readonly RoomMark[]) => marks.toSorted((a, b) => (a.key < b.key ? -1 : 1));

describe('the laws of merging', () => {
  it('ends the same in whatever order the same operations come in', () => {
    const shuffled = operations.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(sorted(merged(one))).toEqual(sorted(merged(other)));
      }),
    );
  });

  it('is the same once as twice', () => {
    fc.assert(
      fc.property(operations, (list) => {
        expect(merged(list, merged(list))).toEqual(merged(list));
      }),
    );
  });

  it('keeps of each thing what was set latest, and touches nothing that is not named', () => {
    fc.assert(
      fc.property(operations, (list) => {
        for (const { key, value } of merged(list)) {
          const about = list.filter(({ values }) => Object.hasOwn(values, key));
          const last = about.toSorted((a, b) => a.at - b.at || (a.operation < b.operation ? -1 : 1)).at(-1);
          expect(value).toBe(last?.values[key]);
        }
      }),
    );
  });
});

it('lets what carries no time follow what is known, and keeps when a thing was first set', () => {
  const first = mergeMarks([], { values: { leftOff: 'a' }, at: now + 50, operation: 'z' }, now);
  const [mark] = mergeMarks(first, { values: { leftOff: 'b' }, at: null, operation: 'a' }, now);
  expect(mark).toEqual({ key: 'leftOff', value: 'b', at: now + 51, operation: 'a', since: now + 50 });
});

const empty: Room = {
  roadmap: 'small',
  topicId: 'http',
  outcomes: [],
  resources: [],
  links: [],
  note: { text: '', version: 0, updatedAt: null },
  leftOff: '',
  confidence: null,
  confidenceAt: null,
  minutes: 0,
  reported: [],
  shared: false,
  updatedAt: null,
};

it('shows a change as the server will answer it', () => {
  const at = '2026-11-20T10:00:00Z';
  const link = { title: 'A talk', url: 'https://example.org/' };
  const room = applyRoomChange(
    empty,
    { outcomes: { a: true, b: false }, links: { x: link, y: link }, confidence: 3, leftOff: 'Here' },
    at,
  );
  expect(room).toMatchObject({ outcomes: ['a'], confidence: 3, confidenceAt: at, leftOff: 'Here', updatedAt: at });
  const after = applyRoomChange(
    room,
    { outcomes: { a: false }, links: { x: null, y: { ...link, title: 'Two' } }, confidence: null, leftOff: '' },
    at,
  );
  expect(after).toMatchObject({ outcomes: [], links: [{ id: 'y', title: 'Two' }], confidence: null, leftOff: '' });
});

it('names each thing that a change sets, and nothing else', () => {
  const change: RoomChange = { outcomes: { a: true }, confidence: null, at: '2026-11-20T10:00:00Z' };
  expect(marksOf(change)).toEqual({ 'outcomes/a': true, confidence: null });
});

describe('an excerpt', () => {
  const cut = (text: string, q: string) => {
    const { text: piece, hit } = excerptOf(text, soughtWords(q));
    return hit && piece.slice(hit.from, hit.to);
  };

  it.each([
    ['as it was written', 'The HANDSHAKE takes three', 'handshake', 'HANDSHAKE'],
    ['without accents', 'Ein Übergang', 'uber', 'Über'],
    ['of decomposed letters', 'Ein U\u0308bergang', 'über', 'U\u0308ber'],
    ['of a ligature', 'in the oﬃce', 'office', 'oﬃce'],
    ['behind an emoji', '🦊🦊 fox', 'fox', 'fox'],
    ['of the word that comes first', 'one two three', 'three one', 'one'],
  ])('shows the hit %s', (_, text, q, found) => {
    expect(cut(text, q)).toBe(found);
  });

  it('never breaks, and marks what was found, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ unit: 'binary' }), (text, q) => {
        const { text: piece, hit } = excerptOf(text, soughtWords(q));
        expect(piece.length).toBeLessThanOrEqual(204);
        expect(JSON.parse(JSON.stringify(piece))).toBe(piece);
        if (hit) expect(hit.from >= 0 && hit.from <= hit.to && hit.to <= piece.length).toBe(true);
      }),
    );
  });

  it('folds what people do not type', () => {
    expect([foldText('Ångström'), soughtWords('  Two  WORDS ')]).toEqual(['angstrom', ['two', 'words']]);
  });
});

describe('what to refresh', () => {
  const today = '2026-11-22';
  const dayOf = (at: string) => at.slice(0, 10);
  const done = (day: string, known = false) => ({ state: 'done' as const, known, updatedAt: `${day}T12:00:00Z` });
  const sure = (topicId: string, confidence: 1 | 2 | 3 | 4 | null, day: string) => {
    const at = `${day}T12:00:00Z`;
    return { topicId, confidence, confidenceAt: confidence && at, updatedAt: at };
  };

  it.each([
    [1, '2026-11-08', '2026-11-09'],
    [2, '2026-10-25', '2026-10-26'],
    [3, '2026-08-30', '2026-08-31'],
    [4, '2026-05-24', '2026-05-25'],
    [null, '2026-05-24', '2026-05-25'],
  ] as const)('comes up in its time, of who is %s sure', (confidence, due, notYet) => {
    const list = (day: string) =>
      topicsToRefresh({ a: done('2026-01-01') }, [sure('a', confidence, day)], today, dayOf).map(
        ({ topicId }) => topicId,
      );
    expect([list(due), list(notYet)]).toEqual([['a'], []]);
  });

  it('puts the least sure first, then what was longest not looked at', () => {
    const topics = { a: done('2026-01-01'), b: done('2026-01-02'), c: done('2026-01-01'), d: done('2026-01-01') };
    const rooms = [sure('c', 1, '2026-11-01'), sure('d', 1, '2026-10-01')];
    expect(topicsToRefresh(topics, rooms, today, dayOf).map(({ topicId }) => topicId)).toEqual(['d', 'c', 'a', 'b']);
  });

  it('leaves alone what is not done, and what was known before', () => {
    const learning = { state: 'learning' as const, known: false, updatedAt: '2026-01-01T12:00:00Z' };
    const topics = { a: learning, b: done('2026-01-01', true), c: done('2026-01-01', true) };
    expect(topicsToRefresh(topics, [sure('c', 2, '2026-01-01')], today, dayOf).map(({ topicId }) => topicId)).toEqual([
      'c',
    ]);
  });
});
