export interface Box {
  id: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

export const directions: ReadonlySet<string> = new Set<Direction>([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
]);

const middle = (box: Box) => (box.left + box.right) / 2;

function isBeside(a: Box, b: Box): boolean {
  return a.top < b.bottom && b.top < a.bottom;
}

/** The nearest row first, then what lies nearest to straight ahead in it. */
function beyond(boxes: readonly Box[], from: Box, distance: (box: Box) => number): Box | undefined {
  const ahead = boxes.filter((box) => box !== from && !isBeside(box, from) && distance(box) >= 0);
  const nearest = ahead.toSorted((a, b) => distance(a) - distance(b))[0];
  if (!nearest) return undefined;
  const row = ahead.filter((box) => isBeside(box, nearest));
  return row.toSorted((a, b) => Math.abs(middle(a) - middle(from)) - Math.abs(middle(b) - middle(from)))[0];
}

/**
 * Where an arrow leads from a box, boxes given in reading order: left and right to the one before and after, up and
 * down to the nearest row. Null at the edge.
 */
export function moveFrom(boxes: readonly Box[], id: string | null, direction: Direction): string | null {
  const at = boxes.findIndex((box) => box.id === id);
  const from = boxes[at];
  if (!from || direction === 'Home') return boxes[0]?.id ?? null;
  if (direction === 'End') return boxes.at(-1)?.id ?? null;
  if (direction === 'ArrowLeft') return at > 0 ? (boxes[at - 1]?.id ?? null) : null;
  if (direction === 'ArrowRight') return boxes[at + 1]?.id ?? null;
  const down = (box: Box) => box.top - from.bottom;
  const up = (box: Box) => from.top - box.bottom;
  return beyond(boxes, from, direction === 'ArrowDown' ? down : up)?.id ?? null;
}

const isAbove = (a: Box, b: Box) => a.left < b.right && b.left < a.right;
const heightOf = (box: Box) => (box.top + box.bottom) / 2;

/**
 * The same where boxes stand in columns: up and down within one, left and right to the nearest column that has any, at
 * about the same height. Home and End are the ends of the column.
 */
export function moveAcross(boxes: readonly Box[], id: string | null, direction: Direction): string | null {
  const from = boxes.find((box) => box.id === id);
  if (!from) return boxes[0]?.id ?? null;
  const column = boxes.filter((box) => isAbove(box, from));
  if (direction === 'Home') return column[0]?.id ?? null;
  if (direction === 'End') return column.at(-1)?.id ?? null;
  if (direction === 'ArrowUp' || direction === 'ArrowDown') {
    return column[column.indexOf(from) + (direction === 'ArrowUp' ? -1 : 1)]?.id ?? null;
  }
  const distance = (box: Box) => (direction === 'ArrowRight' ? box.left - from.right : from.left - box.right);
  const ahead = boxes.filter((box) => !isAbove(box, from) && distance(box) >= 0);
  const nearest = ahead.toSorted((a, b) => distance(a) - distance(b))[0];
  if (!nearest) return null;
  const next = ahead.filter((box) => isAbove(box, nearest));
  const off = (box: Box) => Math.abs(heightOf(box) - heightOf(from));
  return next.toSorted((a, b) => off(a) - off(b))[0]?.id ?? null;
}
