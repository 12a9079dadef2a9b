import { expect, it } from 'vitest';
import { type Box, type Direction, moveAcross, moveFrom } from './spatial-move';

const box = (id: string, column: number, row: number, height = 40): Box => ({
  id,
  left: column * 100,
  right: column * 100 + 90,
  top: row * 50,
  bottom: row * 50 + height,
});

/** a b / c / d e f */
const boxes = [box('a', 0, 0), box('b', 1, 0), box('c', 0, 1), box('d', 0, 2), box('e', 1, 2), box('f', 2, 2)];
const go = (id: string | null, key: Direction) => moveFrom(boxes, id, key);

it('goes left and right in reading order, over the ends of rows', () => {
  expect(go('a', 'ArrowRight')).toBe('b');
  expect(go('b', 'ArrowRight')).toBe('c');
  expect(go('c', 'ArrowLeft')).toBe('b');
});

it('goes down and up to the nearest row, and there straight ahead', () => {
  expect(go('b', 'ArrowDown')).toBe('c');
  expect(go('c', 'ArrowDown')).toBe('d');
  expect(go('f', 'ArrowUp')).toBe('c');
  expect(go('c', 'ArrowUp')).toBe('a');
});

it('keeps the column where rows are of uneven height', () => {
  const uneven = [box('a', 0, 0, 90), box('b', 1, 0, 40), box('c', 0, 2), box('d', 1, 2)];
  expect(moveFrom(uneven, 'b', 'ArrowDown')).toBe('d');
  expect(moveFrom(uneven, 'd', 'ArrowUp')).toBe('b');
});

it('stays at the edges', () => {
  expect(go('a', 'ArrowLeft')).toBeNull();
  expect(go('a', 'ArrowUp')).toBeNull();
  expect(go('f', 'ArrowRight')).toBeNull();
  expect(go('e', 'ArrowDown')).toBeNull();
});

it('goes to the first and the last, and begins at the first', () => {
  expect(go('e', 'Home')).toBe('a');
  expect(go('a', 'End')).toBe('f');
  expect(go(null, 'ArrowDown')).toBe('a');
});

/** Two columns and an empty place between: a, b, c of unequal height; then d, e. */
const column = (id: string, left: number, top: number, height: number): Box => ({
  id,
  left,
  top,
  right: left + 100,
  bottom: top + height,
});
const columns = [
  column('a', 0, 0, 40),
  column('b', 0, 50, 90),
  column('c', 0, 150, 40),
  column('d', 240, 0, 60),
  column('e', 240, 70, 60),
];

it.each([
  ['a', 'ArrowDown', 'b'],
  ['c', 'ArrowDown', null],
  ['d', 'ArrowUp', null],
  ['b', 'ArrowRight', 'e'],
  ['c', 'ArrowRight', 'e'],
  ['e', 'ArrowLeft', 'b'],
  ['d', 'ArrowRight', null],
  ['b', 'Home', 'a'],
  ['d', 'End', 'e'],
] as const)('leads across columns from %s by %s to %s', (from, key, to) => {
  expect(moveAcross(columns, from, key)).toBe(to);
});
