/** The trail's middle within its column, and how far it swings to either side. */
export const middleX = 31;
const swing = 9;
const bendEvery = 240;
const step = 10;

/** Where the trail runs at a height between two posts: it leaves and reaches them in the middle. */
export function xAt(y: number, length: number, side: 1 | -1): number {
  const bends = Math.max(1, Math.round(length / bendEvery));
  return middleX + side * swing * Math.sin((Math.PI * bends * y) / Math.max(length, 1));
}

/** The trail from one height to another as a path's `d`. */
export function trailPath(from: number, to: number, length: number, side: 1 | -1): string {
  if (to <= from) return '';
  const points: string[] = [];
  for (let y = from; y < to; y += step) points.push(`${xAt(y, length, side).toFixed(1)} ${y.toFixed(1)}`);
  points.push(`${xAt(to, length, side).toFixed(1)} ${to.toFixed(1)}`);
  return `M${points.join('L')}`;
}
