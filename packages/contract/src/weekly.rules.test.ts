import { expect, it } from 'vitest';
import { endedWeek, tellsOf, weeklyDueAt } from './weekly.rules.js';

const utc = (text: string) => new Date(`${text}:00Z`);

it.each([
  ['UTC', '2040-01-02T07:59', '2040-01-02T08:00'],
  ['UTC', '2040-01-02T08:00', '2040-01-09T08:00'],
  // Monday there, Sunday here; and the other way around.
  ['Asia/Tokyo', '2040-01-01T22:00', '2040-01-01T23:00'],
  ['America/Los_Angeles', '2040-01-02T10:00', '2040-01-02T16:00'],
  // The clocks go forward, and back, on the Sunday before.
  ['Europe/Berlin', '2026-03-24T12:00', '2026-03-30T06:00'],
  ['Europe/Berlin', '2026-10-20T12:00', '2026-10-26T07:00'],
])('the next letter leaves in %s after %s: %s', (zone, now, due) => {
  expect(weeklyDueAt('both', zone, utc(now))).toEqual(utc(due));
});

it('is never due to who wants none', () => {
  expect(weeklyDueAt('off', 'UTC', utc('2040-01-02T07:00'))).toBeNull();
});

it.each([
  ['2040-01-02', 1, '2039-12-26', '2040-01-01'],
  ['2040-01-02', 7, '2039-12-25', '2039-12-31'],
  ['2040-01-02', 6, '2039-12-24', '2039-12-30'],
  ['2040-01-04', 1, '2039-12-26', '2040-01-01'],
])('on %s, with weeks from %s on, the week that is over is %s to %s', (today, start, from, to) => {
  expect(endedWeek(today, start)).toEqual({ from, to });
});

it('tells of what is wanted alone', () => {
  const wanted = (['off', 'learning', 'mentoring', 'both'] as const).map((weekly) => tellsOf(weekly, 'mentoring'));
  expect(wanted).toEqual([false, false, true, true]);
});
