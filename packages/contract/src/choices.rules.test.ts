import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWalk, smallRoadmap } from '../test/build-roadmap.js';
import { proposals, takenOptions } from './choices.rules.js';
import type { Choices } from './progress.js';
import type { Roadmap } from './roadmaps.js';
import type { Way } from './way.rules.js';

const holds = (law: (roadmap: Roadmap, way: Way, n: number) => void) =>
  fc.assert(
    fc.property(anyWalk, fc.integer({ min: 1, max: 80 }), ({ roadmap, way }, n) => {
      law(roadmap, way, n);
    }),
    { numRuns: 100 },
  );

describe('what an option proposes', () => {
  const offered = (choices: Choices) =>
    Object.fromEntries([...proposals(smallRoadmap, choices)].map(([id, { topicId }]) => [id, topicId]));
  it.each<[string, Choices, Record<string, string>]>([
    ['nothing taken', {}, {}],
    ['the first steer that applies', { language: ['go'] }, { tools: 'make' }],
    ['a place still open: what is not taken yet', { language: ['go'], tools: ['make'] }, { tools: 'git' }],
    ['no place open', { language: ['go'], tools: ['make', 'bash'] }, {}],
    ['one beyond the number steers too', { tools: ['make', 'bash', 'git'] }, { language: 'python' }],
    ['what is no option of its choice steers nothing', { tools: ['go'] }, {}],
  ])('%s', (_name, choices, expected) => {
    expect(offered(choices)).toEqual(expected);
  });

  it('is an option not taken, of a choice with a place open', () => {
    holds((roadmap, way) => {
      const options = roadmap.choices.flatMap((choice) => choice.options);
      const steers = options.flatMap((when) => options.map((propose) => ({ when, propose, why: 'because' })));
      for (const [id, { topicId }] of proposals({ ...roadmap, steers }, way.choices)) {
        const choice = roadmap.choices.find((each) => each.id === id);
        const taken = choice ? takenOptions(choice, way.choices) : [];
        expect(taken.length).toBeLessThan(choice?.take ?? 0);
        expect(choice?.options).toContain(topicId);
        expect(taken).not.toContain(topicId);
      }
    });
  });
});
