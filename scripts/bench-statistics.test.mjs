import { expect, it } from 'vitest';
import { aucOf, median, quantile, shuffled } from '../bench/lib/statistics.mjs';

it('finds an observer who is always right, always wrong, and one who guesses', () => {
  expect(aucOf([3, 4, 5], [0, 1, 2])).toBe(1);
  expect(aucOf([0, 1, 2], [3, 4, 5])).toBe(0);
  expect(aucOf([1, 2, 3], [1, 2, 3])).toBe(0.5);
  expect(aucOf([7, 7], [7, 7, 7])).toBe(0.5);
});

it('counts each pair: the share in which the first is the larger one, equal ones half', () => {
  const [first, second] = [
    [5, 1, 9, 3, 3],
    [2, 3, 8, 1],
  ];
  const pairs = first.flatMap((a) => second.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  expect(aucOf(first, second)).toBeCloseTo(pairs.reduce((sum, each) => sum + each, 0) / pairs.length, 12);
});

it('takes quantiles by the nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([quantile(hundred, 0.99), quantile(hundred, 1), quantile(hundred, 0), median([3, 1, 2])]).toEqual([
    99, 100, 1, 2,
  ]);
});

it('mixes without losing any', () => {
  const values = Array.from({ length: 50 }, (_, i) => i);
  expect(shuffled(values).toSorted((a, b) => a - b)).toEqual(values);
});
