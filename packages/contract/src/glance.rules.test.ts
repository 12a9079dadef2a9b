import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWalk, buildWay, mark, noon, smallRoadmap, today } from '../test/build-roadmap.js';
import { addDays } from './days.rules.js';
import { defaultPlan, forecast, forecastFrom } from './forecast.rules.js';
import { decileOf, type GlanceLearner, glanceFigures, standingOf } from './glance.rules.js';
import { outlookOf, paceFrom, paceOf, trimOutlook } from './outlook.rules.js';
import type { Forecast, Plan } from './progress.js';

const anyPlan = fc
  .record({
    hoursPerWeek: fc.integer({ min: 1, max: 40 }),
    target: fc.option(fc.integer({ min: -60, max: 400 })),
    pause: fc.option(fc.record({ ago: fc.integer({ min: -20, max: 90 }), days: fc.option(fc.nat(40)) })),
  })
  .map(({ hoursPerWeek, target, pause }): Plan => {
    const from = addDays(today, -(pause?.ago ?? 0));
    const to = pause && pause.days !== null ? addDays(from, pause.days) : null;
    const targetDate = target === null ? null : addDays(today, target);
    return { ...defaultPlan, hoursPerWeek, targetDate, pauses: pause ? [{ from, to }] : [] };
  });

describe('an outlook', () => {
  it('forecasts on any later day what the way itself does, also once it was trimmed, whatever the pauses', () => {
    const later = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(anyWalk, anyPlan, later, fc.nat(150), ({ roadmap, way }, plan, days, started) => {
        const startedOn = addDays(today, -started);
        const stored = trimOutlook(outlookOf(roadmap, way, plan, startedOn), addDays(today, -1));
        for (const day of [addDays(today, -1), today, addDays(today, days)]) {
          expect(forecastFrom(stored, day)).toEqual(forecast(roadmap, way, plan, startedOn, day));
          const { pauses } = plan;
          expect(paceFrom({ ...stored, pauses }, day)).toBe(paceOf(roadmap, way, startedOn, day, pauses));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps no day that nothing looks back to, and all that is being learned', () => {
    const way = buildWay({
      net: mark('done', { updatedAt: noon(addDays(today, -80)) }),
      http: mark('done', { updatedAt: noon(addDays(today, -10)) }),
      sql: mark('learning', { updatedAt: noon(addDays(today, -70)) }),
    });
    const whole = outlookOf(smallRoadmap, way, defaultPlan, addDays(today, -100));
    expect(Object.keys(whole.learned)).toHaveLength(2);
    const stored = trimOutlook(whole, today);
    expect(stored.learned).toEqual({ [addDays(today, -10)]: 7 });
    expect(stored.learning).toEqual({ sql: addDays(today, -70) });
  });
});

const range = (from: string, to: string, planned: string): Forecast => ({
  ...{ basis: 'pace', hoursPerWeek: 5, from, to, planned },
});

it.each([
  ['ahead', range('2027-01-01', '2027-02-01', '2027-02-02')],
  ['within', range('2027-01-01', '2027-02-01', '2027-02-01')],
  ['within', range('2027-01-01', '2027-02-01', '2027-01-01')],
  ['behind', range('2027-01-02', '2027-02-01', '2027-01-01')],
  ['done', { basis: 'done', from: null, to: null, planned: null, hoursPerWeek: 0 } satisfies Forecast],
] as const)('%s is how %j stands to its plan', (standing, of) => {
  expect(standingOf(of)).toBe(standing);
});

it.each([
  [0, 0],
  [9, 0],
  [10, 1],
  [89, 8],
  [90, 9],
  [100, 9],
])('%i %% is in place %i of ten', (percent, place) => {
  expect(decileOf(percent)).toBe(place);
});

const learner = (more: Partial<GlanceLearner> = {}): GlanceLearner => ({
  ...{ percent: 0, told: [], ...more },
});
const stuck = (topicId: string) => ({ reason: 'stuck' as const, topicId });

it('names the topics on which most stand still', () => {
  const { stuck: topics } = glanceFigures(
    [
      learner({ told: [stuck('sql'), stuck('http')] }),
      learner({ told: [stuck('sql')] }),
      learner({ told: [{ reason: 'quiet', topicId: null }] }),
      ...['a', 'b', 'c', 'd'].map((topicId) => learner({ told: [stuck(topicId)] })),
    ],
    today,
  );
  expect(topics.map(({ topicId, learners }) => `${topicId} ${learners}`)).toEqual([
    ...['sql 2', 'a 1', 'b 1', 'c 1', 'd 1'],
  ]);
});

it('counts each learner once in what is asked of all, in any order', () => {
  const anyone = fc.record({ walk: anyWalk, plan: anyPlan, started: fc.nat(150), percent: fc.option(fc.nat(100)) });
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 8 }), (people) => {
      const learners = people.map(({ walk: { roadmap, way }, plan, started, percent }) =>
        learner({ percent, outlook: outlookOf(roadmap, way, plan, addDays(today, -started)) }),
      );
      const figures = glanceFigures(learners, today);
      const total = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0);
      expect(total(figures.deciles)).toBe(people.filter(({ percent }) => percent !== null).length);
      expect(total(Object.values(figures.pace))).toBe(people.length);
      expect(figures.hours?.learners ?? 0).toBeLessThanOrEqual(people.length - figures.pace.done);
      expect(glanceFigures(learners.toReversed(), today)).toEqual(figures);
    }),
    { numRuns: 60 },
  );
});
