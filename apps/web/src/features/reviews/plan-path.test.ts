import { expect, it } from 'vitest';
import { planPath, readPlan } from './plan-path';

const searchOf = (path: string) => new URL(path, 'https://waymark.example').searchParams;

it.each([
  [['a'], '/reviews/a', []],
  [['a', 'b', 'c'], '/reviews/a', ['b', 'c']],
])('leads from the first of %j to %s, and keeps the rest', (ids, page, rest) => {
  const path = planPath(ids);
  expect(path.split('?')[0]).toBe(page);
  expect(readPlan(searchOf(path))).toEqual(rest);
});

it('is none where the address has none', () => {
  expect(readPlan(searchOf('/reviews/a'))).toBeNull();
});
