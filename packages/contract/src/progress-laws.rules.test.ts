import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWalk, withMark } from '../test/build-roadmap.js';
import { takenOptions } from './choices.rules.js';
import type { TopicState } from './progress.js';
import { summarise, unitsOf } from './progress.rules.js';
import type { Choice, Roadmap } from './roadmaps.js';
import type { Way } from './way.rules.js';

const counted = (roadmap: Roadmap) => roadmap.choices.filter((choice) => !choice.optional);
const stateIn = (way: Way, id: string) => way.topics[id]?.state ?? 'not_started';
const withStates = (way: Way, ids: readonly string[], state: TopicState) =>
  ids.reduce((changed, id) => withMark(changed, id, state), way);
const figures = (roadmap: Roadmap, way: Way) => {
  const { optionalDone: _, ...rest } = summarise(roadmap, way);
  return rest;
};
const holds = (law: (roadmap: Roadmap, way: Way) => void) =>
  fc.assert(
    fc.property(anyWalk, ({ roadmap, way }) => law(roadmap, way)),
    { numRuns: 100 },
  );

describe('the laws of a summary', () => {
  it('done ≥ shown ≥ confirmed, none above what is required, 100 % only when everything is done', () => {
    holds((roadmap, way) => {
      const summary = summarise(roadmap, way);
      for (const each of [summary, ...Object.values(summary.stages)]) {
        expect(each.required).toBeGreaterThanOrEqual(each.done);
        expect(each.done).toBeGreaterThanOrEqual(each.shown);
        expect(each.shown).toBeGreaterThanOrEqual(each.confirmed);
        expect(each.percent === null).toBe(each.required === 0);
        expect(each.percent === 100).toBe(each.required > 0 && each.done === each.required);
      }
      expect(summary.hoursLeft === 0).toBe(summary.done === summary.required);
    });
  });

  it('stages add up to the whole', () => {
    holds((roadmap, way) => {
      const { stages, ...whole } = summarise(roadmap, way);
      for (const key of ['required', 'done', 'shown', 'confirmed'] as const) {
        expect(Object.values(stages).reduce((sum, stage) => sum + stage[key], 0)).toBe(whole[key]);
      }
      const core = roadmap.topics.filter((topic) => topic.requirement === 'core').length;
      const places = counted(roadmap).reduce((sum, choice) => sum + choice.take, 0);
      expect(whole.required + whole.skipped).toBe(core + places);
    });
  });

  it('neither the order of keys nor of the options taken matters', () => {
    const turned = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).reverse());
    holds((roadmap, way) => {
      const choices = Object.fromEntries(Object.entries(way.choices).map(([id, taken]) => [id, taken.toReversed()]));
      const other = { topics: turned(way.topics), choices: turned(choices) };
      expect(summarise(roadmap, other)).toEqual(summarise(roadmap, way));
      expect(unitsOf(roadmap, other)).toEqual(unitsOf(roadmap, way));
    });
  });

  it('what is not required changes no figure', () => {
    holds((roadmap, way) => {
      const taken = new Set(roadmap.choices.flatMap((choice) => takenOptions(choice, way.choices)));
      const unpaid = roadmap.choices.filter((choice) => choice.optional).flatMap((choice) => choice.options);
      const notRequired = roadmap.topics.filter(
        ({ id, requirement }) =>
          requirement === 'optional' ||
          unpaid.includes(id) ||
          (requirement === 'option' && !taken.has(id) && stateIn(way, id) !== 'skipped'),
      );
      const ids = notRequired.map(({ id }) => id);
      expect(figures(roadmap, withStates(way, ids, 'done'))).toEqual(figures(roadmap, way));
      expect(figures(roadmap, withStates(way, ids, 'learning'))).toEqual(figures(roadmap, way));
    });
  });

  it('a choice counts its N, decided or not, and has min(N, done options taken)', () => {
    holds((roadmap, way) => {
      const units = unitsOf(roadmap, way);
      for (const choice of counted(roadmap)) {
        const places = units.filter((unit) => unit.choiceId === choice.id);
        const done = takenOptions(choice, way.choices).filter((id) => stateIn(way, id) === 'done');
        expect(places).toHaveLength(choice.take);
        expect(places.filter((unit) => unit.state === 'done')).toHaveLength(Math.min(choice.take, done.length));
      }
      const ids = units.flatMap((unit) => unit.topicId ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('ticking what counts as open never lowers what is done, nor raises the hours left', () => {
    holds((roadmap, way) => {
      const before = summarise(roadmap, way);
      for (const { id } of roadmap.topics) {
        const after = summarise(roadmap, withMark(way, id, 'done', { proof: way.topics[id]?.proof ?? 'learned' }));
        expect(after.done).toBeGreaterThanOrEqual(before.done);
        // Ticking what was skipped takes it, or its whole choice, up again.
        if (stateIn(way, id) === 'skipped') continue;
        expect(after.hoursLeft).toBeLessThanOrEqual(before.hoursLeft + 1e-9);
        expect(after.percent ?? 0).toBeGreaterThanOrEqual(before.percent ?? 0);
      }
    });
  });

  it('skipping leaves the total and is never done', () => {
    holds((roadmap, way) => {
      const before = summarise(roadmap, way);
      for (const { id } of roadmap.topics.filter((topic) => topic.requirement === 'core')) {
        const after = summarise(roadmap, withMark(way, id, 'skipped'));
        const left = stateIn(way, id) === 'skipped' ? 0 : 1;
        expect(after.required).toBe(before.required - left);
        expect(after.done).toBe(before.done - (stateIn(way, id) === 'done' ? 1 : 0));
      }
    });
  });

  it('skipping a choice removes its N, whatever was taken', () => {
    holds((roadmap, way) => {
      for (const choice of counted(roadmap)) {
        const isOf = (unit: { choiceId: string | null }) => unit.choiceId === choice.id;
        const rest = unitsOf(roadmap, way).filter((unit) => !isOf(unit) && unit.state !== 'skipped').length;
        expect(summarise(roadmap, withStates(way, choice.options, 'skipped')).required).toBe(rest);
      }
    });
  });

  it('an undecided place has the median option’s effort', () => {
    holds((roadmap, way) => {
      const effortOf = (id: string) =>
        roadmap.topics.find((topic) => topic.id === id)?.effortHours ?? { min: 0, max: 0 };
      const mids = (choice: Choice) =>
        choice.options.map((id) => (effortOf(id).min + effortOf(id).max) / 2).sort((a, b) => a - b);
      for (const unit of unitsOf(roadmap, way).filter(({ topicId }) => topicId === null)) {
        const choice = roadmap.choices.find(({ id }) => id === unit.choiceId);
        const sorted = choice ? mids(choice) : [];
        const mid = (unit.effortHours.min + unit.effortHours.max) / 2;
        expect(sorted.filter((each) => each < mid).length).toBeLessThanOrEqual((sorted.length - 1) / 2);
        expect(sorted.filter((each) => each > mid).length).toBeLessThanOrEqual(sorted.length / 2);
        expect(sorted).toContain(mid);
      }
    });
  });
});
