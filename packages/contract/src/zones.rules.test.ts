import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayIn, daysBetween, weekOf } from './days.rules.js';
import { rhythmOf } from './rhythm.rules.js';
import { weekStartOf, weekStartOfRegion } from './week-starts.rules.js';

/** All that there are, and those where midnight is missing or comes twice, or that are furthest from it. */
const zones = [
  ...Intl.supportedValuesOf('timeZone'),
  'Asia/Beirut',
  'America/Santiago',
  'America/Asuncion',
  'Africa/Cairo',
  'America/Havana',
  'Etc/GMT-14',
  'Etc/GMT+12',
  'Pacific/Apia',
];
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
const anyStart = fc.integer({ min: 1, max: 7 });
const hourMs = 3_600_000;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** The date as the zone's clocks show it, by another way than the rule's. */
function shown(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'short' }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value.padStart(2, '0') ?? '';
  return `20${part('year')}-${part('month')}-${part('day')}`;
}

describe('a day in any zone', () => {
  it('is what the clocks there show, within a day of UTC, and never goes back as time goes on', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, fc.integer({ min: 0, max: 72 }), (zone, at, hours) => {
        const day = dayIn(zone, at);
        expect(day).toMatch(isoDay);
        expect(day).toBe(shown(zone, at));
        expect(Math.abs(daysBetween(at.toISOString().slice(0, 10), day))).toBeLessThanOrEqual(1);
        const later = dayIn(zone, new Date(at.getTime() + hours * hourMs));
        expect(daysBetween(day, later)).toBeGreaterThanOrEqual(Math.floor(hours / 24) - 1);
        expect(daysBetween(day, later)).toBeLessThanOrEqual(Math.ceil(hours / 24) + 1);
        expect(later >= day).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('comes once each: no clock change drops or doubles one within a year of it', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, at) => {
        const days = Array.from({ length: 15 * 24 }, (_, hour) => dayIn(zone, new Date(at.getTime() + hour * hourMs)));
        const each = [...new Set(days)];
        for (const [place, day] of each.entries()) expect(day).toBe(addDays(each[0] ?? '', place));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a week in any zone', () => {
  it('begins on the day that it is told, and has its seven days', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, anyStart, fc.nat(6), (zone, at, startsOn, later) => {
        const day = dayIn(zone, at);
        const first = weekOf(day, startsOn);
        expect(new Date(first).getUTCDay()).toBe(startsOn % 7);
        expect(daysBetween(first, day)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(first, day)).toBeLessThan(7);
        expect(weekOf(addDays(first, later), startsOn)).toBe(first);
      }),
      { numRuns: 1000 },
    );
  });

  it('once lived is neither made nor broken by travel: days are what they were, wherever one is now', () => {
    const anyAct = fc.record({ zone: anyZone, hour: fc.nat(24 * 90) });
    fc.assert(
      fc.property(
        fc.array(anyAct, { maxLength: 80 }),
        anyZone,
        anyZone,
        anyStart,
        (acts, before, now, weekStartsOn) => {
          const begin = Date.parse('2026-08-24T00:00:00Z');
          const lived = acts.map(({ zone, hour }) => dayIn(zone, new Date(begin + hour * hourMs)));
          const end = new Date(begin + 95 * 24 * hourMs);
          const [here, there] = [dayIn(before, end), dayIn(now, end)];
          const row = (today: string) => rhythmOf(lived, 3, today, { weekStartsOn });
          // A zone that is a day further is a day later, and nothing else: within one week the row is the same.
          if (weekOf(here, weekStartsOn) === weekOf(there, weekStartsOn)) expect(row(there)).toEqual(row(here));
          expect(Math.abs(daysBetween(here, there))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('with an act on each local day is kept in every zone, through every change of the clocks', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, anyStart, (zone, at, weekStartsOn) => {
        // Every four hours for five weeks: no day is so short that it is missed.
        const days = Array.from({ length: 35 * 6 }, (_, i) => dayIn(zone, new Date(at.getTime() + i * 4 * hourMs)));
        const rhythm = rhythmOf(days, 7, days.at(-1) ?? '', { weekStartsOn });
        expect(rhythm.weeksKept).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: 60 },
    );
  });

  it('is kept or not by where it begins, and paused weeks are as if they had not been', () => {
    const days = ['2026-11-08', '2026-11-09', '2026-11-15'];
    expect(rhythmOf(days, 2, '2026-11-16').weeksKept).toBe(1);
    expect(rhythmOf(days, 2, '2026-11-16', { weekStartsOn: 7 }).weeksKept).toBe(1);
    expect(rhythmOf(days, 2, '2026-11-14', { weekStartsOn: 7 })).toMatchObject({ activeDays: 2, weeksKept: 1 });
    const away = ['2026-08-31', '2026-09-07', '2026-11-16'];
    const pauses = [{ from: '2026-09-14', to: '2026-11-09' }];
    expect(rhythmOf(away, 1, '2026-11-20').weeksKept).toBe(1);
    expect(rhythmOf(away, 1, '2026-11-20', { pauses }).weeksKept).toBe(3);
  });

  it('that is paused neither counts nor breaks, wherever it lies in the row', () => {
    const anyWeeks = fc.array(fc.constantFrom('k', 'k', 'm'), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(
        anyWeeks,
        fc.nat(13),
        fc.nat(6),
        fc.boolean(),
        anyStart,
        (pattern, at, day, isActive, weekStartsOn) => {
          const here = weekOf('2026-11-22', weekStartsOn);
          const weeks = (kinds: readonly string[]) =>
            kinds.flatMap((kind, back) =>
              kind === 'k' ? [addDays(here, -7 * back), addDays(here, 2 - 7 * back)] : [],
            );
          const place = Math.min(at + 1, pattern.length);
          const withPaused = [...pattern.slice(0, place), isActive ? 'k' : 'm', ...pattern.slice(place)];
          const paused = addDays(here, day - 7 * place);
          const terms = { weekStartsOn, pauses: [{ from: paused, to: paused }] };
          const plain = rhythmOf(weeks(pattern), 2, '2026-11-22', { weekStartsOn });
          expect(rhythmOf(weeks(withPaused), 2, '2026-11-22', terms)).toEqual(plain);
        },
      ),
    );
  });
});

describe('where weeks begin', () => {
  it.each([
    ['de-DE', 1],
    ['en-GB', 1],
    ['en-US', 7],
    ['pt-BR', 7],
    ['ar-EG', 6],
    ['fa-IR', 6],
    ['he-IL', 7],
    ['dv-MV', 5],
    ['de', 1],
    ['no locale', 1],
  ])('%s: %i', (locale, day) => expect(weekStartOf(locale)).toBe(day));

  it('the table agrees with what the browser says, region by region', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    // Without the former names of countries, which stand for the present ones.
    const isCurrent = (region: string) => names.of(region) && new Intl.Locale(`und-${region}`).region === region;
    const regions = letters.flatMap((a) => letters.map((b) => a + b)).filter(isCurrent);
    expect(regions.length).toBeGreaterThan(200);
    const differing = regions.filter((region) => weekStartOf(`und-${region}`) !== weekStartOfRegion(region));
    expect(differing).toEqual([]);
  });
});
