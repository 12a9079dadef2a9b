import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWalk, buildWay, mark, noon, smallRoadmap, today } from '../test/build-roadmap.js';
import { addDays, daysBetween } from './days.rules.js';
import { defaultPlan, forecast } from './forecast.rules.js';
import { attentionDue, attentionFor } from './mentoring.rules.js';
import { paceOf } from './outlook.rules.js';
import {
  afterDays,
  beforeDays,
  closedPauses,
  daysNotPaused,
  goOn,
  isPaused,
  pauseFrom,
  refusePauses,
} from './pauses.rules.js';
import type { Pause } from './progress.js';

/** Pauses around today that never overlap: gaps and lengths in turn; the last may have no end. */
const anyPauses: fc.Arbitrary<Pause[]> = fc
  .record({
    spans: fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 })), { maxLength: 6 }),
    start: fc.integer({ min: -90, max: 30 }),
    isOpen: fc.boolean(),
  })
  .map(({ spans, start, isOpen }) => {
    let at = start;
    return spans.map(([gap, length], place) => {
      const from = at + gap;
      at = from + length - 1;
      const isLast = place === spans.length - 1;
      return { from: addDays(today, from), to: isLast && isOpen ? null : addDays(today, at) };
    });
  });
const anyClosed = anyPauses.map((pauses) => closedPauses(pauses, today));
const count = fc.integer({ min: 0, max: 120 });

describe('pausing and going on', () => {
  it.each<[string, Pause[], Pause[]]>([
    ['from today, without an end', [], [{ from: today, to: null }]],
    ['already paused', [{ from: '2026-11-20', to: null }], [{ from: '2026-11-20', to: null }]],
    [
      'a holiday planned for later is part of it',
      [
        { from: '2026-12-24', to: '2026-12-31' },
        { from: '2026-08-01', to: '2026-08-14' },
      ],
      [
        { from: '2026-08-01', to: '2026-08-14' },
        { from: today, to: null },
      ],
    ],
  ])('%s', (_name, before, after) => expect(pauseFrom(before, today)).toEqual(after));

  it.each<[string, Pause[], Pause[]]>([
    ['it ended yesterday', [{ from: '2026-11-01', to: null }], [{ from: '2026-11-01', to: '2026-11-21' }]],
    ['one of today never was', [{ from: today, to: null }], []],
    ['a holiday is cut short', [{ from: '2026-11-01', to: '2026-11-30' }], [{ from: '2026-11-01', to: '2026-11-21' }]],
    ['others stay', [{ from: '2026-12-01', to: '2026-12-31' }], [{ from: '2026-12-01', to: '2026-12-31' }]],
  ])('%s', (_name, before, after) => expect(goOn(before, today)).toEqual(after));

  it('one press pauses, one press goes on, and neither makes what cannot be taken', () => {
    fc.assert(
      fc.property(anyPauses, fc.integer({ min: -60, max: 60 }), (pauses, offset) => {
        const day = addDays(today, offset);
        const paused = pauseFrom(pauses, day);
        expect([isPaused(paused, day), refusePauses(paused)]).toEqual([true, null]);
        const gone = goOn(paused, day);
        expect([isPaused(gone, day), refusePauses(gone)]).toEqual([false, null]);
      }),
    );
  });
});

describe('counting days that are not paused', () => {
  it('is counting the days one by one', () => {
    fc.assert(
      fc.property(anyClosed, fc.integer({ min: -60, max: 60 }), count, (pauses, offset, length) => {
        const from = addDays(today, offset);
        const days = Array.from({ length }, (_, later) => addDays(from, later));
        const expected = days.filter((day) => !isPaused(pauses, day)).length;
        expect(daysNotPaused(pauses, from, addDays(from, length - 1))).toBe(expected);
      }),
    );
  });

  it('forwards and backwards take so many days, and end on one that is not paused', () => {
    fc.assert(
      fc.property(anyClosed, fc.integer({ min: -60, max: 60 }), count, (pauses, offset, days) => {
        const day = addDays(today, offset);
        const after = afterDays(pauses, day, days);
        expect(daysNotPaused(pauses, addDays(day, 1), after)).toBe(days);
        const before = beforeDays(pauses, day, days);
        expect(daysNotPaused(pauses, addDays(before, 1), day)).toBe(days);
        if (days > 0) {
          expect(isPaused(pauses, after)).toBe(false);
          expect(isPaused(pauses, addDays(before, 1))).toBe(false);
        }
      }),
    );
  });
});

describe('what a pause does', () => {
  it('the forecast ends later by its days, when all of it lies before the end', () => {
    fc.assert(
      fc.property(anyWalk, fc.integer({ min: 1, max: 40 }), ({ roadmap, way }, length) => {
        const plain = forecast(roadmap, way, defaultPlan, today, today);
        const pauses = [{ from: addDays(today, 1), to: addDays(today, length) }];
        const paused = forecast(roadmap, way, { ...defaultPlan, pauses }, today, today);
        for (const end of ['from', 'to', 'planned'] as const) {
          expect(paused[end]).toBe(plain[end] && addDays(plain[end], length));
        }
      }),
    );
  });

  it('one without an end counts until today: the forecast is as if it went on tomorrow', () => {
    const pauses = [{ from: '2026-11-10', to: null }];
    const way = buildWay();
    expect(forecast(smallRoadmap, way, { ...defaultPlan, pauses }, '2026-11-09', today).from).toBe(
      forecast(smallRoadmap, way, defaultPlan, '2026-11-09', today).from,
    );
  });

  it('the pace is that of the days between: eight weeks away change nothing', () => {
    fc.assert(
      fc.property(anyWalk, fc.integer({ min: 14, max: 90 }), fc.integer({ min: 1, max: 56 }), (walk, days, away) => {
        const { roadmap, way } = walk;
        const startedOn = addDays(today, -days);
        const later = addDays(today, away);
        const pauses = [{ from: addDays(today, 1), to: later }];
        expect(paceOf(roadmap, way, startedOn, later, pauses)).toBe(paceOf(roadmap, way, startedOn, today));
      }),
    );
  });

  it('what is done on a paused day is as little part of it as the day', () => {
    const way = buildWay({ sql: mark('done', { updatedAt: noon('2026-11-15') }) });
    const pauses = [{ from: '2026-11-15', to: '2026-11-15' }];
    expect(paceOf(smallRoadmap, way, '2026-10-01', today)).toBeGreaterThan(0);
    expect(paceOf(smallRoadmap, way, '2026-10-01', today, pauses)).toBe(0);
  });

  const learner = (pauses: Pause[], targetDate: string | null = null) => ({
    way: buildWay({ http: mark('learning', { updatedAt: noon('2026-11-01') }) }),
    plan: { ...defaultPlan, targetDate, pauses },
    hoursLeft: 40,
    startedOn: '2026-08-01',
    activeDays: ['2026-11-01'],
  });
  const due = (pauses: Pause[], day: string) =>
    attentionDue(attentionFor(learner(pauses)), day, pauses).map(({ reason }) => reason);

  it.each<[string, Pause[], string, string[]]>([
    ['without one', [], '2026-11-15', ['quiet', 'stuck']],
    ['nothing in it', [{ from: '2026-11-15', to: null }], '2026-11-15', []],
    ['nothing in one with an end, whatever held before', [{ from: '2026-11-12', to: '2026-11-20' }], '2026-11-14', []],
    ['after it what held before', [{ from: '2026-11-12', to: '2026-11-20' }], '2026-11-21', ['quiet']],
    ['its days do not count', [{ from: '2026-11-12', to: '2026-11-20' }], '2026-11-23', ['quiet']],
    ['and those after it do', [{ from: '2026-11-12', to: '2026-11-20' }], '2026-11-24', ['quiet', 'stuck']],
  ])('attention: %s', (_name, pauses, day, reasons) => expect(due(pauses, day)).toEqual(reasons));

  it('who has a holiday before the target is behind it sooner', () => {
    const since = (pauses: Pause[]) =>
      attentionFor(learner(pauses, '2027-03-31')).find(({ reason }) => reason === 'behind-target')?.since ?? '';
    const holiday = [{ from: '2027-03-01', to: '2027-03-07' }];
    expect(daysBetween(since(holiday), since([]))).toBe(7);
  });

  it('attention never begins in a pause', () => {
    fc.assert(
      fc.property(anyPauses, fc.option(fc.integer({ min: -30, max: 90 })), (pauses, target) => {
        const targetDate = target === null ? null : addDays(today, target);
        for (const { since } of attentionFor(learner(pauses, targetDate))) expect(isPaused(pauses, since)).toBe(false);
      }),
    );
  });
});
