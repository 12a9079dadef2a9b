import { type ViewerName, viewers, type World } from './access-world.js';
import type { Asking } from './client.js';

export interface Row {
  /** What each viewer is answered. */
  expected: Record<ViewerName, number>;
  asking: (world: World) => Asking;
  /** The parameter that names a document; `of` says whose id goes there. Others must not learn that it exists. */
  theirs?: { param: string; of: (world: World) => string };
  /** It changes what the other rows need: a world of its own. */
  alone?: boolean;
}

export type More = Omit<Partial<Row>, 'expected'>;

export function row(expected: (viewer: ViewerName) => number, { asking = () => ({}), ...more }: More): Row {
  return {
    expected: Object.fromEntries(viewers.map((viewer) => [viewer, expected(viewer)])) as Row['expected'],
    asking,
    ...more,
  };
}

/** Anyone at all. */
export const open = (status: number, more: More = {}) => row(() => status, more);
/** Each member, on what is their own. */
export const own = (status: number, more: More = {}) => row((viewer) => (viewer === 'stranger' ? 401 : status), more);
/** Those of `allowed`; to all other members there is nothing there. */
export const only = (allowed: readonly ViewerName[], status: number, more: More) =>
  row((viewer) => (viewer === 'stranger' ? 401 : allowed.includes(viewer) ? status : 404), more);

/** The owner alone; a member is told that it is not theirs to do, which says nothing about any record. */
export const owners = (status: number, more: More = {}) =>
  row((viewer) => ({ stranger: 401, owner: status })[viewer as string] ?? 403, more);
/** A link that nobody has: the same for all who try. */
export const noSuchLink =
  (more: Record<string, unknown> = {}) =>
  () => ({ body: { token: 'never-was', ...more } });

export const firstVersion = { 'if-match': '"1"' };
