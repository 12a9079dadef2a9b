import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWalk, buildRoadmap, buildTopic, buildWay, smallRoadmap } from '../test/build-roadmap.js';
import { unitsOf } from './progress.rules.js';
import type { Roadmap } from './roadmaps.js';
import { nextSteps } from './steps.rules.js';
import type { Way } from './way.rules.js';

const holds = (law: (roadmap: Roadmap, way: Way, n: number) => void) =>
  fc.assert(
    fc.property(anyWalk, fc.integer({ min: 1, max: 80 }), ({ roadmap, way }, n) => {
      law(roadmap, way, n);
    }),
    { numRuns: 100 },
  );

describe('what is next', () => {
  const next = (way: Way, most?: number) => nextSteps(smallRoadmap, way, most);
  it.each<[string, Way, string[]]>([
    // `sql` needs `http`, and `http` needs `net`.
    ['at the start', buildWay(), ['net', 'language', 'tools']],
    [
      'what is being learned comes first',
      buildWay({ git: 'learning', net: 'done' }, { tools: ['git'] }),
      ['git', 'http', 'language'],
    ],
    [
      'what is being learned opens nothing yet',
      buildWay({ http: 'learning', net: 'done' }),
      ['http', 'language', 'tools'],
    ],
    ['an option by its name', buildWay({ net: 'done', http: 'done' }, { language: ['go'] }), ['go', 'sql', 'tools']],
    ['what is skipped stands in no way', buildWay({ net: 'skipped', http: 'skipped' }), ['language', 'sql', 'tools']],
    [
      'a choice with a place open',
      buildWay({ net: 'done', http: 'done', sql: 'done', git: 'done' }, { tools: ['git'], language: ['ruby'] }),
      ['ruby', 'tools'],
    ],
    [
      'then what follows from it',
      buildWay({ make: 'done', bash: 'done' }, { tools: ['make', 'bash'], language: ['go'] }),
      ['net', 'http', 'go'],
    ],
    [
      'nothing optional',
      buildWay({ history: 'learning', mern: 'learning' }, { stack: ['mern'] }),
      ['net', 'language', 'tools'],
    ],
  ])('%s', (_name, way, steps) => {
    expect(next(way)).toEqual(steps);
  });

  it('follows what it needs, where the walking order does not', () => {
    const needs = (...prerequisites: string[]) => ({ prerequisites });
    const topics = [buildTopic('c', needs('b')), buildTopic('b', needs('a')), buildTopic('a')];
    const backwards = buildRoadmap({ topics, stages: { only: ['c', 'b', 'a'] } });
    expect(nextSteps(backwards, buildWay())).toEqual(['a', 'b', 'c']);
    expect(nextSteps(backwards, buildWay({ b: 'learning' }))).toEqual(['b', 'a', 'c']);
  });

  it('is as many as asked for, and all that is open at most', () => {
    expect(next(buildWay(), 1)).toEqual(['net']);
    expect(next(buildWay(), 99)).toEqual(['net', 'language', 'tools', 'http', 'sql']);
  });

  it('is on the way, open, unique, learning first, and never before what it needs', () => {
    holds((roadmap, way, most) => {
      const open = unitsOf(roadmap, way).filter((unit) => unit.state === 'learning' || unit.state === 'not_started');
      const idOf = (unit: (typeof open)[number]) => unit.topicId ?? unit.choiceId ?? '';
      const ids = open.map(idOf);
      const steps = nextSteps(roadmap, way, most);
      expect(new Set(steps).size).toBe(steps.length);
      expect(steps).toHaveLength(Math.min(most, new Set(ids).size));
      const learning = new Set(open.filter((unit) => unit.state === 'learning').map(idOf));
      expect(steps.slice(0, learning.size).every((id) => learning.has(id))).toBe(true);
      for (const [place, id] of steps.entries()) {
        expect(ids).toContain(id);
        if (learning.has(id)) continue;
        const needs = roadmap.topics.find((topic) => topic.id === id)?.prerequisites ?? [];
        expect(needs.filter((each) => ids.includes(each) && !steps.slice(0, place).includes(each))).toEqual([]);
      }
    });
  });
});
