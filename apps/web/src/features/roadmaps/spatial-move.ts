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
