import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, foreignChanges, matchForeign, readForeignList } from './foreign-list.rules.js';
import { foreignNames } from './foreign-names.rules.js';
import type { Roadmap } from './roadmaps.js';

const topic = (id: string, title: string, skill = id) => ({ id, title, skill });
const roadmap = {
  topics: [
    topic('http', 'HTTP'),
    topic('tls', 'TLS'),
    topic('nodejs', 'Node.js'),
    topic('sql-vs-nosql', 'SQL or NoSQL'),
    topic('relational-databases', 'Relational databases'),
    topic('how-the-internet-works', 'How the internet works'),
    topic('one', 'Same name'),
    topic('two', 'Same names'),
    topic('mern-http', 'Requests', 'document-databases'),
  ],
  aliases: { 'tls-and-certificates': 'tls' },
} as unknown as Roadmap;

const found = (id: string) => matchForeign(roadmap, { done: [id], learning: [], skipped: [] })[0]?.topicId;

it.each([
  ['http', 'http'],
  ['HTTP', 'http'],
  ['http@a1B2_c-3', 'http'],
  ['What is HTTP?', 'http'],
  ['https', 'tls'],
  ['ssl-tls', 'tls'],
  ['tls-and-certificates', 'tls'],
  ['node-js', 'nodejs'],
  ['NodeJS', 'nodejs'],
  ['node', 'nodejs'],
  ['Relational_Database', 'relational-databases'],
  ['rdbms', 'relational-databases'],
  ['how-does-the-internet-work', 'how-the-internet-works'],
  ['Internet', 'how-the-internet-works'],
  ['nosql-databases', 'mern-http'],
  ['same-name', null],
  ['cobol', null],
  ['x9Zk_2-aQ', null],
  ['@only-an-id', null],
  ['constructor', null],
  ['', undefined],
])('%s is %s', (id, expected) => {
  const list = readForeignList({ done: [id] });
  expect(list?.done.length === 0 ? undefined : found(id)).toBe(expected);
});

describe('a file of lists', () => {
  it.each([[null], [[]], [7], ['done'], [{}], [{ done: 'http' }], [{ done: [1] }], [{ topics: ['http'] }]])(
    '%j is none',
    (value) => {
      expect(readForeignList(value)).toBeNull();
    },
  );

  it('has each id once, in the first list that names it', () => {
    expect(readForeignList({ done: ['a', 'a'], learning: ['a', 'b', ' '], other: 1 })).toEqual({
      done: ['a'],
      learning: ['b'],
      skipped: [],
    });
  });
});

it('folds no name of the table away', () => {
  for (const [name, id] of foreignNames) expect(name, id).toMatch(/^[a-z0-9]+$/);
});

it('folds a name to what folds to itself, whatever its case, dashes and spaces', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdeilmnoprtu'), minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 3 }), (others) => {
      // Of filler words alone nothing is left out, so one must tell something.
      const words = [...others, 'cache'];
      const folded = foldName(words.join('-'));
      expect(foldName(words.join(' ').toUpperCase())).toBe(folded);
      expect(foldName(words.join('_'))).toBe(folded);
      expect(foldName(`The ${words.join('  ')}`)).toBe(folded);
    }),
  );
});

describe('what the lists change', () => {
  const at = (state: 'not_started' | 'learning' | 'done' | 'skipped') => ({ state });

  it('takes nothing back, and the further of two for one topic', () => {
    const matches = [
      { topicId: 'a', state: 'learning' as const },
      { topicId: 'b', state: 'done' as const },
      { topicId: 'c', state: 'skipped' as const },
      { topicId: 'd', state: 'learning' as const },
      { topicId: 'd', state: 'done' as const },
      { topicId: null, state: 'done' as const },
    ];
    const topics = { a: at('done'), b: at('learning'), c: at('learning') };
    expect(foreignChanges(matches, topics, true)).toEqual({
      topics: { b: { state: 'done', known: true }, d: { state: 'done', known: true } },
      same: 2,
    });
    expect(foreignChanges(matches, topics, false).topics).toEqual({ b: { state: 'done' }, d: { state: 'done' } });
  });

  it('has nothing to change once it was taken', () => {
    const states = fc.constantFrom('done', 'learning', 'skipped' as const);
    const match = fc.record({ topicId: fc.constantFrom('a', 'b', 'c', null), state: states });
    fc.assert(
      fc.property(fc.array(match), fc.boolean(), (matches, known) => {
        const { topics } = foreignChanges(matches as never, {}, known);
        expect(foreignChanges(matches as never, topics, known).topics).toEqual({});
      }),
    );
  });
});
