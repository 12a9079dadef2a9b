import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWalk, buildRoadmap, buildTopic, buildWay, mark, noon, today } from '../test/build-roadmap.js';
import { addDays } from './days.rules.js';
import { effortRatio } from './effort.rules.js';
import { defaultPlan, forecast } from './forecast.rules.js';
import { summarise } from './progress.rules.js';
import type { Way } from './way.rules.js';

const ids = Array.from({ length: 12 }, (_, i) => `t${i}`);
const effortHours = { min: 1, max: 3 };
const roadmap = buildRoadmap({ topics: ids.map((id) => buildTopic(id, { effortHours })), stages: { only: ids } });

/** The first `count` done, each with so many minutes logged, estimated at two hours. */
function walked(count: number, minutes: number, more: Partial<Way['topics'][string]> = {}): Way {
  const done = ids.slice(0, count);
  const way = buildWay(Object.fromEntries(done.map((id) => [id, mark('done', { updatedAt: noon(today), ...more })])));
  return { ...way, minutes: Object.fromEntries(ids.map((id) => [id, minutes])) };
}

describe('logged hours correct the estimate', () => {
  it.each<[string, Way, number]>([
    ['with nine topics nothing', walked(9, 180), 1],
    ['from ten on', walked(10, 180), 1.5],
    ['who is quicker', walked(10, 90), 0.75],
    ['never below a half', walked(10, 1), 0.5],
    ['nor above three', walked(10, 6000), 3],
    ['what was known says nothing', walked(10, 180, { known: true }), 1],
    ['nothing logged', walked(12, 0), 1],
    ['no minutes at all', buildWay(), 1],
  ])('%s', (_name, way, ratio) => expect(effortRatio(roadmap, way)).toBeCloseTo(ratio, 10));

  it('the hours left are corrected', () => {
    expect(summarise(roadmap, walked(9, 180)).hoursLeft).toBe(6);
    expect(summarise(roadmap, walked(10, 180)).hoursLeft).toBe(6);
    expect(summarise(roadmap, walked(10, 120)).hoursLeft).toBe(4);
  });

  it('the plan’s end moves with it', () => {
    const at = (minutes: number) => forecast(roadmap, walked(10, minutes), defaultPlan, today, today);
    expect(at(120)).toMatchObject({ basis: 'plan', to: addDays(today, Math.ceil((6 / 6) * 7)) });
    expect(at(240)).toMatchObject({ basis: 'plan', to: addDays(today, Math.ceil((12 / 6) * 7)) });
  });

  it('a pace has the slowness in it already: its end stays, in the learner’s own hours', () => {
    const at = (minutes: number) => forecast(roadmap, walked(10, minutes), defaultPlan, addDays(today, -20), today);
    expect(at(240)).toEqual({ ...at(120), hoursPerWeek: expect.closeTo(at(120).hoursPerWeek * 2, 0) });
    expect(at(240).basis).toBe('pace');
  });

  it('stays within its bounds, and changes no count', () => {
    fc.assert(
      fc.property(
        anyWalk,
        fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 20 }),
        ({ roadmap: any, way }, logged) => {
          const minutes = Object.fromEntries(any.topics.map(({ id }, i) => [id, logged[i] ?? 60]));
          const ratio = effortRatio(any, { ...way, minutes });
          expect(ratio).toBeGreaterThanOrEqual(0.5);
          expect(ratio).toBeLessThanOrEqual(3);
          const { hoursLeft, ...counts } = summarise(any, { ...way, minutes });
          expect(summarise(any, way)).toMatchObject(counts);
          expect(hoursLeft).toBeCloseTo(summarise(any, way).hoursLeft * ratio, 6);
        },
      ),
    );
  });
});
