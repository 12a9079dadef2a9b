import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWalk, buildWay, mark, noon, smallRoadmap, today, withMark } from '../test/build-roadmap.js';
import { addDays } from './days.rules.js';
import { midHours } from './effort.rules.js';
import { defaultPlan, forecast } from './forecast.rules.js';
import { paceOf } from './outlook.rules.js';
import type { Plan } from './progress.js';
import { unitsOf } from './progress.rules.js';
import type { Roadmap } from './roadmaps.js';
import type { Way } from './way.rules.js';

const plan = (more: Partial<Plan> = {}): Plan => ({ ...defaultPlan, ...more });
const holds = (law: (roadmap: Roadmap, way: Way, n: number) => void) =>
  fc.assert(
    fc.property(anyWalk, fc.integer({ min: 1, max: 80 }), ({ roadmap, way }, n) => {
      law(roadmap, way, n);
    }),
    { numRuns: 100 },
  );
const doneOn = (day: string) => mark('done', { updatedAt: noon(day) });

describe('the pace', () => {
  const daysAgo = (days: number) => addDays(today, -days);
  it.each<[string, Way, number, number | null]>([
    ['none before two weeks', buildWay({ sql: doneOn(today) }), 13, null],
    ['from two weeks on, first day and today included', buildWay({ sql: doneOn(daysAgo(14)) }), 14, 10 / (15 / 7)],
    ['over eight weeks', buildWay({ sql: doneOn(daysAgo(55)), http: doneOn(today) }), 200, 17 / 8],
    ['without what is older', buildWay({ sql: doneOn(daysAgo(56)), http: doneOn(today) }), 200, 7 / 8],
    ['of nothing', buildWay({ sql: 'learning' }), 200, 0],
    ['without what was known', buildWay({ sql: mark('done', { known: true, updatedAt: noon(today) }) }), 200, 0],
    ['without an option not taken', buildWay({ go: doneOn(today) }), 200, 0],
    ['with an option taken', buildWay({ go: doneOn(today) }, { language: ['go'] }), 200, 30 / 8],
    ['with optional topics: they took the hours too', buildWay({ history: doneOn(today) }), 200, 50 / 8],
  ])('%s', (_name, way, startedDaysAgo, pace) => {
    const found = paceOf(smallRoadmap, way, daysAgo(startedDaysAgo), today);
    if (pace === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(pace, 10);
  });

  it('no known topic changes it, nor the forecast by it', () => {
    holds((roadmap, way, days) => {
      const startedOn = daysAgo(days * 2);
      for (const { id } of roadmap.topics.filter((topic) => way.topics[topic.id]?.state !== 'done')) {
        const knowing = withMark(way, id, 'done', { known: true, updatedAt: noon(today) });
        expect(paceOf(roadmap, knowing, startedOn, today)).toBe(paceOf(roadmap, way, startedOn, today));
      }
    });
  });
});

describe('the forecast', () => {
  const planned = (way: Way, more: Partial<Plan> = {}, startedOn = today) =>
    forecast(smallRoadmap, way, plan(more), startedOn, today);

  it('is the plan’s at the start: 38 to 56 hours at 6 a week', () => {
    const { topics, choices } = buildWay({}, { language: ['python'] });
    // min 2 + 6 + 10 + 8 + 6 + 6 = 38; max 4 + 8 + 20 + 12 + 6 + 6 = 56; mid 47.
    expect(planned({ topics, choices })).toEqual({
      basis: 'plan',
      from: addDays(today, Math.ceil((38 / 6) * 7)),
      to: addDays(today, Math.ceil((56 / 6) * 7)),
      planned: addDays(today, Math.ceil((47 / 6) * 7)),
      hoursPerWeek: 6,
    });
  });

  it('is held against the target date, where there is one', () => {
    expect(planned(buildWay(), { targetDate: '2027-03-01' }).planned).toBe('2027-03-01');
  });

  it('plans neither what was known nor what is skipped', () => {
    const known = mark('done', { known: true, updatedAt: noon(today) });
    const way = buildWay({ net: known, http: 'skipped' }, { language: ['python'] });
    expect(planned(way).planned).toBe(addDays(today, Math.ceil((37 / 6) * 7)));
  });

  it.each([
    [13, 'plan', 6],
    [14, 'pace', 8.4],
  ])('after %i days goes by the %s', (days, basis, hoursPerWeek) => {
    const way = buildWay({ sql: doneOn(today), net: doneOn(today), bash: doneOn(today) }, { tools: ['bash'] });
    const found = planned(way, {}, addDays(today, -days));
    // 10 + 3 + 8 = 21 hours in 15 days are 9.8 a week.
    expect(found).toMatchObject({ basis, hoursPerWeek: basis === 'pace' ? 9.8 : hoursPerWeek });
  });

  it('goes by the plan again when nothing was done for eight weeks', () => {
    const found = planned(buildWay({ sql: doneOn('2026-01-01') }), {}, '2026-01-01');
    expect(found).toMatchObject({ basis: 'plan', hoursPerWeek: 6, from: addDays(today, Math.ceil((40 / 6) * 7)) });
  });

  it('is over when nothing is left', () => {
    holds((roadmap, way) => {
      const choices = Object.fromEntries(roadmap.choices.map((choice) => [choice.id, choice.options]));
      const all = roadmap.topics.reduce((walked, { id }) => withMark(walked, id, 'done'), { ...way, choices });
      const isBig = roadmap.choices.some((choice) => choice.take > choice.options.length);
      if (!isBig)
        expect(forecast(roadmap, all, plan(), '2026-01-01', today)).toMatchObject({
          basis: 'done',
          from: null,
          to: null,
        });
    });
  });

  it('from ≤ to, not before today, and rests on the plan before two weeks', () => {
    holds((roadmap, way, days) => {
      const found = forecast(roadmap, way, plan(), addDays(today, -days), today);
      if (found.basis === 'done') {
        expect(unitsOf(roadmap, way).every((unit) => ['done', 'skipped'].includes(unit.state))).toBe(true);
        return;
      }
      expect((found.from ?? '') > today).toBe(true);
      expect((found.to ?? '') >= (found.from ?? '')).toBe(true);
      const hasPace = days >= 14 && (paceOf(roadmap, way, addDays(today, -days), today) ?? 0) > 0;
      expect(found.basis).toBe(hasPace ? 'pace' : 'plan');
    });
  });

  it('more hours a week never end later', () => {
    holds((roadmap, way, hoursPerWeek) => {
      const less = forecast(roadmap, way, plan({ hoursPerWeek }), today, today);
      const more = forecast(roadmap, way, plan({ hoursPerWeek: hoursPerWeek + 1 }), today, today);
      for (const end of ['from', 'to', 'planned'] as const) expect((more[end] ?? '') <= (less[end] ?? '')).toBe(true);
    });
  });
});

it('hours are the middle of the range', () => expect(midHours({ min: 2, max: 5 })).toBe(3.5));
