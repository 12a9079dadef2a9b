import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownPace, planMinutes, promptnessOf, reviewMinutes } from './minutes.rules.js';

const facts = { topics: 3, requirements: 0, isLater: false };

describe('how long a review takes', () => {
  it.each([
    [{ topics: 0, requirements: 0, isLater: false }, 1, 10],
    [facts, 1, 19],
    [{ ...facts, requirements: 6 }, 1, 31],
    [{ ...facts, requirements: 6, isLater: true }, 1, 16],
    [{ topics: 0, requirements: 0, isLater: true }, 1, 5],
    [{ topics: 100, requirements: 50, isLater: false }, 1, 120],
    [facts, 2, 38],
    [facts, 0.01, 5],
    [facts, 100, 120],
  ])('%j at a pace of %d is about %d minutes', (of, pace, expected) => {
    expect(reviewMinutes(of, pace)).toBe(expected);
  });

  it('goes by how long somebody takes, once there are ten of their answers', () => {
    const took = (count: number, tookMinutes: number) =>
      Array.from({ length: count }, () => ({ ...facts, tookMinutes }));
    expect(ownPace(took(9, 38))).toBe(1);
    expect(ownPace(took(10, 38))).toBe(2);
    // Seconds are a slip, and what took days was put aside.
    expect(ownPace(took(10, 0.1))).toBeCloseTo(5 / 19);
    expect(ownPace([...took(9, 38), ...took(20, 3000)])).toBe(1);
    expect(ownPace([...took(10, 38), ...took(20, 3000)])).toBe(2);
    // The middle one counts, not the few that are far off.
    expect(ownPace([...took(7, 19), ...took(4, 120)])).toBe(1);
  });
});

it.each([
  ['2026-11-25', { kind: 'within' }],
  ['2026-11-22', { kind: 'today' }],
  ['2026-11-21', { kind: 'late', days: 1 }],
  ['2026-11-01', { kind: 'late', days: 21 }],
])('what is due on %s is, on 22 November, %j', (dueDay, expected) => {
  expect(promptnessOf(dueDay, '2026-11-22')).toEqual(expected);
});

describe('what fits into some minutes', () => {
  const waits = (id: string, minutes: number, isLate = false) => ({ id, minutes, isLate });
  const idsOf = (queue: readonly ReturnType<typeof waits>[], minutes: number) =>
    planMinutes(queue, minutes)
      .map(({ id }) => id)
      .join('');

  it.each([
    ['nothing of nothing', [], 20, ''],
    ['the oldest that fit', [waits('a', 10), waits('b', 10), waits('c', 5)], 20, 'ab'],
    ['past one that does not', [waits('a', 15), waits('b', 10), waits('c', 5)], 20, 'ac'],
    ['to the minute', [waits('a', 20)], 20, 'a'],
    ['nothing that takes longer', [waits('a', 21)], 20, ''],
    ['what is late first', [waits('a', 20), waits('b', 20, true)], 20, 'b'],
    ['the late ones by their wait', [waits('a', 5), waits('b', 10, true), waits('c', 10, true)], 20, 'bc'],
    ['and the rest where there is room', [waits('a', 5), waits('b', 12, true), waits('c', 12, true)], 20, 'ba'],
  ])('takes %s', (_, queue, minutes, expected) => {
    expect(idsOf(queue, minutes)).toBe(expected);
  });

  it('is never more than there is time, and leaves nothing out for what has waited less', () => {
    const queue = fc
      .array(fc.record({ minutes: fc.integer({ min: 5, max: 120 }), isLate: fc.boolean() }), { maxLength: 20 })
      .map((all) => all.map((each, place) => ({ ...each, place })));
    fc.assert(
      fc.property(queue, fc.constantFrom(10, 20, 40, 60), (all, available) => {
        const plan = planMinutes(all, available);
        const sum = (some: readonly { minutes: number }[]) => some.reduce((total, { minutes }) => total + minutes, 0);
        expect(sum(plan)).toBeLessThanOrEqual(available);
        const isBefore = (one: (typeof all)[number], other: (typeof all)[number]) =>
          one.isLate === other.isLate ? one.place < other.place : one.isLate;
        for (const left of all.filter((each) => !plan.includes(each))) {
          const before = plan.filter((each) => isBefore(each, left));
          expect(sum(before) + left.minutes).toBeGreaterThan(available);
        }
        const isLateFitting = all.some(({ isLate, minutes }) => isLate && minutes <= available);
        expect(plan.some(({ isLate }) => isLate)).toBe(isLateFitting);
      }),
    );
  });
});
