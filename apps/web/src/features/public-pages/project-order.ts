/** `all` with the one at `place` moved by `by`; unchanged where that would leave the list. */
export function moved<T>(all: readonly T[], place: number, by: -1 | 1): T[] {
  const to = place + by;
  const next = [...all];
  const [one] = next.splice(place, 1);
  if (one === undefined || to < 0 || to >= all.length) return [...all];
  next.splice(to, 0, one);
  return next;
}
