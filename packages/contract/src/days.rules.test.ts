import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayIn, daysBetween, weekOf } from './days.rules.js';

const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const span = fc.integer({ min: -20_000, max: 20_000 });

describe('the day that it is somewhere', () => {
  it.each([
    ['Pacific/Kiritimati', '2026-11-22T10:00:00Z', '2026-11-23'],
    ['Pacific/Kiritimati', '2026-11-22T09:59:59Z', '2026-11-22'],
    ['Pacific/Pago_Pago', '2026-11-22T10:59:59Z', '2026-11-21'],
    ['Pacific/Pago_Pago', '2026-11-22T11:00:00Z', '2026-11-22'],
    ['Asia/Kathmandu', '2026-11-22T18:14:59Z', '2026-11-22'],
    ['Asia/Kathmandu', '2026-11-22T18:15:00Z', '2026-11-23'],
    // Berlin: summer time begins on 29 March 2026 and ends on 25 October.
    ['Europe/Berlin', '2026-03-28T22:59:59Z', '2026-03-28'],
    ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
    // Beirut: that night had no midnight.
    ['Asia/Beirut', '2026-03-28T22:00:00Z', '2026-03-29'],
    ['UTC', '2028-02-29T23:59:59.999Z', '2028-02-29'],
    ['UTC', '2027-01-01T00:00:00Z', '2027-01-01'],
  ])('%s at %s is %s', (zone, instant, expected) => {
    expect(dayIn(zone, new Date(instant))).toBe(expected);
  });

  it('is the same however the zone’s name is written, a thousand times over', () => {
    const instant = new Date('2026-11-22T23:30:00Z');
    for (let i = 0; i < 1024; i += 1) {
      const name = [...'europe/berlin'].map((letter, at) => (i & (1 << at) ? letter.toUpperCase() : letter)).join('');
      expect(dayIn(name, instant)).toBe('2026-11-23');
    }
  });

  it('refuses a zone that does not exist', () => {
    expect(() => dayIn('Mars/Olympus', new Date())).toThrow(RangeError);
  });
});

describe('counting days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-30', -1, '2026-03-29'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s and %i days is %s', (from, days, expected) => {
    expect(addDays(from, days)).toBe(expected);
  });

  it('adding and counting undo each other', () => {
    fc.assert(
      fc.property(day, span, (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(daysBetween(to, from) + days).toBe(0);
        expect(addDays(to, -days)).toBe(from);
        expect(to > from).toBe(days > 0);
      }),
    );
  });
});

describe('a week', () => {
  it.each([
    ['2026-11-22', '2026-11-16'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('of %s begins on %s', (of, monday) => {
    expect(weekOf(of)).toBe(monday);
  });

  it('begins on a Monday, at most six days earlier, and all its days agree', () => {
    fc.assert(
      fc.property(day, fc.nat(6), (any, later) => {
        const monday = weekOf(any);
        expect(new Date(monday).getUTCDay()).toBe(1);
        expect(daysBetween(monday, any)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(monday, any)).toBeLessThan(7);
        expect(weekOf(addDays(monday, later))).toBe(monday);
      }),
    );
  });
});
