/** In every hostile text where there is room for it, so that it is found wherever it should not be. */
export const canary = 'canary-9d41';

/** Each of `before` in front of each of `after`. */
export function cross(before: readonly string[], after: readonly string[]): string[] {
  return before.flatMap((first) => after.map((second) => first + second));
}

/** The characters of these ranges, both ends included, each beside the canary. */
export function beside(...ranges: readonly (readonly [number, number])[]): string[] {
  return ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => `${canary}${String.fromCodePoint(from + i)}x`),
  );
}

/** Texts of one kind, under the name that a failure is told by. */
export type Families = Readonly<Record<string, readonly string[]>>;

/** What stands between bars: a long list on few lines. */
export function split(listed: string): string[] {
  return listed.trim().split(/ ¦\s/);
}
