import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildWay, mark, smallRoadmap } from '../test/build-roadmap.js';
import { checkChoices, isOnTheWay } from './choices.rules.js';
import type { Choices } from './progress.js';
import { markOf, optionalDone, percentOf, summarise, unitsOf } from './progress.rules.js';
import type { Way } from './way.rules.js';

describe('a percentage', () => {
  it.each([
    [0, 0, null],
    [0, 7, 0],
    [1, 3, 33],
    [2, 3, 66],
    [79, 80, 98],
    [80, 80, 100],
    [999, 1000, 99],
    // 29 / 100 * 100 is 28.999999999999996.
    [29, 100, 29],
  ])('%i of %i', (done, required, percent) => {
    expect(percentOf(done, required)).toBe(percent);
  });

  it('is the floor, exactly, and 100 only when all is done', () => {
    const pairs = fc
      .integer({ min: 1, max: 2000 })
      .chain((required) => fc.tuple(fc.nat(required), fc.constant(required)));
    fc.assert(
      fc.property(pairs, ([done, required]) => {
        const percent = percentOf(done, required) ?? -1;
        expect(percent * required).toBeLessThanOrEqual(done * 100);
        expect((percent + 1) * required).toBeGreaterThan(done * 100);
        expect(percent === 100).toBe(done === required);
      }),
    );
  });
});

describe('what counts', () => {
  const none = buildWay();
  const tools = (...ids: string[]): Choices => ({ tools: ids });
  it.each<[string, Way, { required: number; done: number; optionalDone: number; hoursLeft: number }]>([
    // net 3, http 7, sql 10; the median language 20; the median tool 6, twice.
    ['nothing', none, { required: 6, done: 0, optionalDone: 0, hoursLeft: 52 }],
    [
      'a language decided',
      buildWay({}, { language: ['go'] }),
      { required: 6, done: 0, optionalDone: 0, hoursLeft: 62 },
    ],
    [
      'a done option that was not taken',
      buildWay({ go: 'done' }),
      { required: 6, done: 0, optionalDone: 0, hoursLeft: 52 },
    ],
    [
      'one beyond the number',
      buildWay({ go: 'done', ruby: 'done' }, { language: ['ruby', 'go'] }),
      { required: 6, done: 1, optionalDone: 1, hoursLeft: 32 },
    ],
    [
      'the done one of two taken',
      buildWay({ ruby: 'done' }, { language: ['go', 'ruby'] }),
      { required: 6, done: 1, optionalDone: 0, hoursLeft: 32 },
    ],
    [
      'one of two tools',
      buildWay({ git: 'done' }, tools('git')),
      { required: 6, done: 1, optionalDone: 0, hoursLeft: 46 },
    ],
    [
      'three of two tools',
      buildWay({ git: 'done', make: 'done', bash: 'done' }, tools('git', 'bash', 'make')),
      { required: 6, done: 2, optionalDone: 1, hoursLeft: 40 },
    ],
    [
      'optional ones',
      buildWay({ history: 'done', mern: 'done' }, { stack: ['mern'] }),
      { required: 6, done: 0, optionalDone: 2, hoursLeft: 52 },
    ],
    [
      'an optional choice not taken',
      buildWay({ mern: 'done' }),
      { required: 6, done: 0, optionalDone: 0, hoursLeft: 52 },
    ],
    [
      'a skipped topic',
      buildWay({ sql: 'skipped', net: 'done' }),
      { required: 5, done: 1, optionalDone: 0, hoursLeft: 39 },
    ],
    [
      'a skipped language',
      buildWay({ go: 'skipped' }, { language: ['go'] }),
      { required: 5, done: 0, optionalDone: 0, hoursLeft: 32 },
    ],
    [
      'all tools skipped',
      buildWay({ make: 'skipped', git: 'skipped', bash: 'skipped' }),
      { required: 4, done: 0, optionalDone: 0, hoursLeft: 40 },
    ],
    [
      'all skipped, one of them taken',
      buildWay({ make: 'skipped', git: 'skipped', bash: 'skipped' }, tools('git')),
      { required: 4, done: 0, optionalDone: 0, hoursLeft: 40 },
    ],
    [
      'some tools skipped',
      buildWay({ make: 'skipped', git: 'skipped' }),
      { required: 6, done: 0, optionalDone: 0, hoursLeft: 52 },
    ],
  ])('%s', (_name, way, expected) => {
    expect(summarise(smallRoadmap, way)).toMatchObject(expected);
  });

  it('is nothing of nothing when all is skipped', () => {
    const all = smallRoadmap.topics.map(({ id }) => [id, 'skipped'] as const);
    const summary = summarise(smallRoadmap, buildWay(Object.fromEntries(all)));
    expect(summary).toMatchObject({ required: 0, done: 0, percent: null, skipped: 6, hoursLeft: 0 });
  });

  it('knows proof on what is done alone', () => {
    const way = buildWay({
      net: mark('done', { proof: 'confirmed' }),
      http: mark('done', { proof: 'shown' }),
      sql: mark('learning', { proof: 'confirmed' }),
      history: mark('done', { proof: 'confirmed' }),
    });
    expect(summarise(smallRoadmap, way)).toMatchObject({ done: 2, shown: 2, confirmed: 1, percent: 33 });
    const proofs = unitsOf(smallRoadmap, way).map(({ topicId, proof }) => [topicId, proof]);
    expect(Object.fromEntries(proofs)).toMatchObject({ net: 'confirmed', http: 'shown', sql: null });
  });

  it('gives a place first to what is furthest along and best backed', () => {
    const way = buildWay({ go: mark('done'), ruby: mark('done', { proof: 'shown' }) }, { language: ['go', 'ruby'] });
    expect(summarise(smallRoadmap, way)).toMatchObject({ done: 1, shown: 1, optionalDone: 1 });
    expect(optionalDone(smallRoadmap, way)).toEqual(['go']);
  });
});

describe('what may be chosen', () => {
  it.each([
    ['nothing', {}, []],
    ['an option, more than the number, none', { language: ['go', 'ruby'], tools: [] }, []],
    ['no such choice', { colour: ['red'] }, ['choices.colour']],
    ['no option of it', { language: ['go', 'git'] }, ['choices.language.1']],
  ])('%s', (_name, choices: Choices, paths) => {
    expect(checkChoices(smallRoadmap, choices).map(({ path }) => path)).toEqual(paths);
  });

  it('is on the way: everything but options not taken', () => {
    const on = (id: string, choices: Choices = {}) => isOnTheWay(smallRoadmap, choices, id);
    expect([on('net'), on('history'), on('go'), on('go', { language: ['go'] }), on('nothing')]).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('the mark of a topic', () => {
  it.each([
    [undefined, 'not_started'],
    [{ state: 'learning', proof: null }, 'learning'],
    [{ state: 'skipped', proof: null }, 'skipped'],
    [{ state: 'done', proof: null }, 'learned'],
    [{ state: 'done', proof: 'confirmed' }, 'confirmed'],
  ] as const)('of %j is %s', (topic, mark) => expect(markOf(topic)).toBe(mark));
});
