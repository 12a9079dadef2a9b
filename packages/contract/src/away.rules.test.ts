import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AwaySpan, awaySpan, isAway, movedByAway, startOfDay } from './away.rules.js';
import { dayIn } from './days.rules.js';

const day = (count: number) => new Date(Date.UTC(2040, 0, 1) + count * 86_400_000);
const away = (from: number, to: number): AwaySpan => ({ startsAt: day(from), endsAt: day(to) });

describe('the days on which somebody is away', () => {
  it.each([
    ['UTC', '2026-11-22', '2026-11-22T00:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-22', '2026-11-21T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-11-22', '2026-11-22T11:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-22', '2026-11-21T18:15:00.000Z'],
    // The night before has summer time, and the one after has not.
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-26', '2026-10-25T23:00:00.000Z'],
    // Beirut: that night had no midnight.
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
  ])('begin in %s on %s at %s', (zone, from, expected) => {
    expect(startOfDay(zone, from).toISOString()).toBe(expected);
  });

  it('begin with the first minute of a day, whatever the zone', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia');
    const when = fc.date({ min: new Date('2012-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zone, when, (timeZone, instant) => {
        const which = dayIn(timeZone, instant);
        const start = startOfDay(timeZone, which);
        expect(dayIn(timeZone, start)).toBe(which);
        expect(dayIn(timeZone, new Date(start.getTime() - 1)) < which).toBe(true);
      }),
    );
  });

  it('are all there to their last minute', () => {
    const span = awaySpan('Europe/Berlin', { from: '2026-12-01', to: '2026-12-03' });
    const at = (instant: string) => isAway([span], new Date(instant));
    expect(['2026-11-30T22:59:59Z', '2026-11-30T23:00:00Z'].map(at)).toEqual([false, true]);
    expect(['2026-12-03T22:59:59Z', '2026-12-03T23:00:00Z'].map(at)).toEqual([true, false]);
  });
});

describe('what was promised', () => {
  it.each<[string, AwaySpan[], number]>([
    ['holds as it is', [], 5],
    ['moves by the days away', [away(2, 4)], 7],
    ['begins when somebody is back who was away already', [away(-3, 2)], 7],
    ['waits to the end, although that is after it', [away(4, 30)], 31],
    ['does not know of what was over before', [away(-9, 0)], 5],
    ['does not know of what begins when it is over', [away(5, 9)], 5],
    ['moves twice', [away(6, 8), away(1, 3)], 9],
    ['counts a day once', [away(1, 4), away(2, 3), away(3, 6)], 10],
  ])('%s', (_, spans, expected) => {
    expect(movedByAway(day(0), day(5), spans)).toEqual(day(expected));
  });

  it('is never sooner, and never over while they are away', () => {
    const span = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 3 }), fc.integer({ min: 1, max: 60 }), (spans, promised) => {
        const given = spans.map(([from, length]) => away(from, from + length));
        const end = movedByAway(day(0), day(promised), given);
        expect(end >= day(promised)).toBe(true);
        expect(isAway(given, new Date(end.getTime() - 1)) && given.every(({ endsAt }) => endsAt > end)).toBe(false);
      }),
    );
  });
});
