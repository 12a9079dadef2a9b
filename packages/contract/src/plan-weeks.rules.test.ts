import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWalk, buildWay, mark, noon, smallRoadmap, today, withMark } from '../test/build-roadmap.js';
import { addDays, weekOf } from './days.rules.js';
import { midHours } from './effort.rules.js';
import { defaultPlan } from './forecast.rules.js';
import { isPaused } from './pauses.rules.js';
import { dayPlan, type PlannedItem, type PlannedWeek, weekPlan } from './plan-weeks.rules.js';
import type { Pause } from './progress.js';
import { unitsOf } from './progress.rules.js';
import type { Roadmap } from './roadmaps.js';
import { nextSteps } from './steps.rules.js';
import type { Way } from './way.rules.js';

const monday = '2026-11-23';
const idOf = (item: Pick<PlannedItem, 'topicId' | 'choiceId'>) => item.topicId ?? item.choiceId ?? '';
const told = (weeks: PlannedWeek[]) =>
  weeks.map(({ from, items }) => [from, items.map((item) => `${idOf(item)} ${item.minutes / 60}`).join(', ')]);
const planOf = (way: Way, more: { pauses?: Pause[]; hoursPerWeek?: number; from?: string } = {}) => {
  const { from = monday, ...plan } = more;
  return weekPlan(smallRoadmap, way, { plan: { ...defaultPlan, ...plan }, today: from, weekStartsOn: 1 });
};

describe('the weekly plan', () => {
  it('takes the way in order, splits what is long, and leaves choices to be made where they stand', () => {
    // 3 + 7 + 20 (the median language) + 10 + 6 + 6 hours, twelve a week.
    expect(told(planOf(buildWay(), { hoursPerWeek: 12 }))).toEqual([
      ['2026-11-23', 'net 3, http 7, language 2'],
      ['2026-11-30', 'language 12'],
      ['2026-12-07', 'language 6, sql 6'],
      ['2026-12-14', 'sql 4, tools 6, tools 2'],
      ['2026-12-21', 'tools 4'],
    ]);
  });

  it('begins with what is being learned, and has nothing that is done or skipped', () => {
    const way = buildWay({ net: 'done', http: 'skipped', sql: 'learning' }, { language: ['python'] });
    expect(told(planOf(way, { hoursPerWeek: 40 }))).toEqual([['2026-11-23', 'sql 10, python 15, tools 6, tools 6']]);
  });

  it('has as much of this week as is left of it', () => {
    const [first, second] = planOf(buildWay(), { hoursPerWeek: 14, from: '2026-11-26' });
    expect(first).toMatchObject({ start: monday, from: '2026-11-26', to: '2026-11-29', minutes: 8 * 60 });
    expect(second).toMatchObject({ from: '2026-11-30', minutes: 14 * 60 });
  });

  it('skips paused days, and tells weeks that are paused as one stretch', () => {
    const pauses = [{ from: '2026-11-27', to: '2026-12-16' }];
    expect(
      planOf(buildWay(), { pauses, hoursPerWeek: 14 }).map(({ from, to, minutes }) => [from, to, minutes]),
    ).toEqual([
      ['2026-11-23', '2026-11-29', 8 * 60],
      ['2026-11-30', '2026-12-16', 0],
      ['2026-12-17', '2026-12-20', 8 * 60],
      ['2026-12-21', '2026-12-27', 14 * 60],
      ['2026-12-28', '2027-01-03', 14 * 60],
      ['2027-01-04', '2027-01-10', 14 * 60],
    ]);
  });

  it('is as if it went on tomorrow while a pause has no end', () => {
    const [first] = planOf(buildWay(), { pauses: [{ from: '2026-11-01', to: null }] });
    expect(first).toMatchObject({ from: monday, minutes: Math.round((360 * 6) / 7) });
  });

  it('is empty at the end of the way', () => {
    const all = Object.fromEntries(smallRoadmap.topics.map(({ id }) => [id, mark('done', { updatedAt: noon(today) })]));
    expect(planOf(buildWay(all, { language: ['go'], tools: ['git', 'bash'] }))).toEqual([]);
  });
});

const anyTerms = fc.record({
  hoursPerWeek: fc.integer({ min: 1, max: 80 }),
  weekStartsOn: fc.integer({ min: 1, max: 7 }),
  ahead: fc.integer({ min: -20, max: 60 }),
  length: fc.integer({ min: 0, max: 40 }),
  isOpen: fc.boolean(),
});
const holds = (
  law: (roadmap: Roadmap, way: Way, weeks: PlannedWeek[], terms: Parameters<typeof weekPlan>[2]) => void,
) =>
  fc.assert(
    fc.property(anyWalk, anyTerms, ({ roadmap, way }, { hoursPerWeek, weekStartsOn, ahead, length, isOpen }) => {
      const from = addDays(today, ahead);
      const pauses = [{ from, to: isOpen ? null : addDays(from, length) }];
      const terms = { plan: { ...defaultPlan, hoursPerWeek, pauses }, today, weekStartsOn };
      law(roadmap, way, weekPlan(roadmap, way, terms), terms);
    }),
    { numRuns: 150 },
  );
const isLeft = ({ state }: { state: string }) => state === 'learning' || state === 'not_started';
const itemsOf = (weeks: PlannedWeek[]) => weeks.flatMap(({ items }) => items);

describe('the laws of the weekly plan', () => {
  it('every required unit that is left is in it once and in full, and nothing else is', () => {
    holds((roadmap, way, weeks) => {
      const sums = new Map<string, number>();
      for (const item of itemsOf(weeks)) sums.set(idOf(item), (sums.get(idOf(item)) ?? 0) + item.minutes);
      const expected = new Map<string, number>();
      for (const unit of unitsOf(roadmap, way).filter(isLeft)) {
        expected.set(idOf(unit), (expected.get(idOf(unit)) ?? 0) + Math.round(midHours(unit.effortHours) * 60));
      }
      expect([...sums].sort()).toEqual([...expected].sort());
      expect(itemsOf(weeks).filter(({ begins }) => begins)).toHaveLength(unitsOf(roadmap, way).filter(isLeft).length);
      expect(itemsOf(weeks).filter(({ ends }) => ends)).toHaveLength(unitsOf(roadmap, way).filter(isLeft).length);
    });
  });

  it('nothing that is not begun is planned before what it needs, and it begins with the next step', () => {
    holds((roadmap, way, weeks) => {
      const order = itemsOf(weeks);
      const endsAt = new Map(order.map((item, place) => [idOf(item), place]));
      for (const [place, item] of order.entries()) {
        if (!item.begins || way.topics[item.topicId ?? '']?.state === 'learning') continue;
        const needs = roadmap.topics.find(({ id }) => id === item.topicId)?.prerequisites ?? [];
        for (const need of needs) expect(endsAt.get(need) ?? -1).toBeLessThan(place);
      }
      expect(order[0] && idOf(order[0])).toBe(nextSteps(roadmap, way, 1)[0]);
    });
  });

  it('weeks follow one another, none holds more than it has room for, and none but the last less', () => {
    holds((_roadmap, _way, weeks, { plan, weekStartsOn }) => {
      let from = today;
      for (const [place, week] of weeks.entries()) {
        expect(week.from).toBe(from);
        expect(week.start).toBe(weekOf(week.from, weekStartsOn));
        from = addDays(week.to, 1);
        const planned = week.items.reduce((sum, { minutes }) => sum + minutes, 0);
        expect(planned).toBeLessThanOrEqual(week.minutes);
        if (place < weeks.length - 1) expect(planned).toBe(week.minutes);
        expect(week.minutes).toBeLessThanOrEqual(plan.hoursPerWeek * 60);
      }
    });
  });

  it('a change of state replans the rest: what is done leaves, the others keep their order', () => {
    holds((roadmap, way, weeks, terms) => {
      const [first] = itemsOf(weeks);
      if (!first?.topicId) return;
      const topicId = first.topicId;
      const after = itemsOf(weekPlan(roadmap, withMark(way, topicId, 'done'), terms));
      expect(after.map(idOf)).not.toContain(topicId);
      const begun = (items: PlannedItem[]) => items.filter(({ begins }) => begins).map(idOf);
      // A choice with an option done may be full now, so that places of it leave too; none is added or moved.
      if (!first.choiceId) expect(begun(after)).toEqual(begun(itemsOf(weeks)).filter((id) => id !== topicId));
    });
  });

  it('days of a week hold its work, on no more days than were meant, none of them paused', () => {
    holds((_roadmap, _way, weeks, { plan }) => {
      for (const week of weeks) {
        const days = dayPlan(week, plan, today);
        const sum = (items: PlannedItem[]) => items.reduce((total, { minutes }) => total + minutes, 0);
        expect(days.reduce((total, { items }) => total + sum(items), 0)).toBe(sum(week.items));
        expect(days.length).toBeLessThanOrEqual(plan.daysPerWeek);
        expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
        const closed = plan.pauses.filter(({ to }) => to !== null);
        for (const { day } of days) {
          expect(day >= week.from && day <= week.to && !isPaused(closed, day)).toBe(true);
        }
      }
    });
  });
});
