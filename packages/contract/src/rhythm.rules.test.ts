import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekOf } from './days.rules.js';
import { rhythmOf } from './rhythm.rules.js';

/** A Sunday, so that its week lies behind us. */
const today = '2026-11-22';
const goal = 2;

/** Active days of weeks back from this one: `k` kept, `m` missed with one day, `-` without any. The first is now. */
function weeks(pattern: string): string[] {
  return [...pattern].flatMap((week, back) => {
    const monday = addDays(weekOf(today), -7 * back);
    return week === 'k' ? [monday, addDays(monday, 3)] : week === 'm' ? [addDays(monday, 1)] : [];
  });
}

describe('weekly rhythm', () => {
  it.each<[string, string, { weeksKept: number; freeWeekInHand: boolean }]>([
    ['nothing yet', '', { weeksKept: 0, freeWeekInHand: true }],
    ['the first week', 'k', { weeksKept: 1, freeWeekInHand: true }],
    ['this week is not over', 'mkk', { weeksKept: 2, freeWeekInHand: true }],
    ['all kept', 'kkkkkk', { weeksKept: 6, freeWeekInHand: true }],
    ['one free week', 'kk-kk', { weeksKept: 4, freeWeekInHand: false }],
    ['one free week, with a day in it', 'kkmkk', { weeksKept: 4, freeWeekInHand: false }],
    ['a free week just now', '-mkkk', { weeksKept: 3, freeWeekInHand: false }],
    ['the free week is back after three weeks', 'kkkk-k', { weeksKept: 5, freeWeekInHand: true }],
    ['one in four', 'k-kkk-kkk-kkk', { weeksKept: 10, freeWeekInHand: false }],
    ['one in three ends the row', 'k-kk-kkkk', { weeksKept: 3, freeWeekInHand: false }],
    ['two in a row end it', 'kk--kkkk', { weeksKept: 2, freeWeekInHand: true }],
    [
      'a long pause ends it, and the new row has its free week',
      'k--------kkkk',
      { weeksKept: 1, freeWeekInHand: true },
    ],
    ['nothing kept is no row', 'mmmm', { weeksKept: 0, freeWeekInHand: true }],
    ['what was missed before the first kept week is no free week', 'kkm', { weeksKept: 2, freeWeekInHand: true }],
  ])('%s: %s', (_name, pattern, expected) => {
    expect(rhythmOf(weeks(pattern), goal, today)).toMatchObject(expected);
  });

  it('counts this week’s days, each once', () => {
    const days = ['2026-11-16', '2026-11-22', '2026-11-16', '2026-11-15', '2026-11-23'];
    expect(rhythmOf(days, 3, today)).toMatchObject({ activeDays: 2, goalDays: 3, weeksKept: 0 });
  });

  const anyDays = fc
    .array(fc.integer({ min: 0, max: 150 }), { maxLength: 120 })
    .map((ago) => ago.map((days) => addDays(today, -days)));

  it('is the same for days in any order', () => {
    fc.assert(
      fc.property(anyDays, fc.integer({ min: 1, max: 7 }), (days, goalDays) => {
        expect(rhythmOf(days.toReversed(), goalDays, today)).toEqual(rhythmOf(days.toSorted(), goalDays, today));
      }),
    );
  });

  it('one more day never shortens it, and a lower goal never either', () => {
    fc.assert(
      fc.property(anyDays, fc.integer({ min: 0, max: 150 }), fc.integer({ min: 2, max: 7 }), (days, ago, goalDays) => {
        const kept = rhythmOf(days, goalDays, today).weeksKept;
        expect(rhythmOf([...days, addDays(today, -ago)], goalDays, today).weeksKept).toBeGreaterThanOrEqual(kept);
        expect(rhythmOf(days, goalDays - 1, today).weeksKept).toBeGreaterThanOrEqual(kept);
      }),
    );
  });

  it('the free week in hand is one that can be taken: the row lives on over this week left empty', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('k', 'k', 'm'), { minLength: 1, maxLength: 16 }), (pattern) => {
        const past = weeks(`-${pattern.join('')}`);
        const { weeksKept, freeWeekInHand } = rhythmOf(past, goal, today);
        const next = addDays(today, 7);
        const after = rhythmOf(past, goal, next).weeksKept;
        expect(after).toBeLessThanOrEqual(weeksKept);
        expect(after === weeksKept).toBe(freeWeekInHand);
      }),
    );
  });
});
