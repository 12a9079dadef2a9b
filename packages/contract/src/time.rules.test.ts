import { expect, it } from 'vitest';
import { readMinutes, timerMinutes } from './time.rules.js';

it.each([
  ['45', 45],
  [' 1:30 ', 90],
  ['0:05', 5],
  ['1h', 60],
  ['1 h 25 min', 85],
  ['1.5 h', 90],
  ['1,5h', 90],
  ['2 hours', 120],
  ['20m', 20],
  ['', null],
  ['soon', null],
  ['1:75', null],
  ['-5', null],
  ['1e3', null],
])('reads “%s” as %s minutes', (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes);
});

it.each([
  [59_999, 0],
  [60_000, 1],
  [90 * 60_000, 90],
  [40 * 3_600_000, 1440],
  [-5, 0],
])('counts a timer of %i ms as %i minutes', (ms, minutes) => {
  expect(timerMinutes(1_000, 1_000 + ms)).toBe(minutes);
});
