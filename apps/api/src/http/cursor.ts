import mongoose from 'mongoose';
import { Problem } from './problem.js';

/** Where a page ended: the values that the list is sorted by. Opaque to clients. */
export function writeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** What a cursor's value may be: any text or number, a document's id, or a time in milliseconds. */
const kinds = {
  string: (value: unknown) => typeof value === 'string',
  number: (value: unknown) => typeof value === 'number',
  id: (value: unknown) => typeof value === 'string' && /^[0-9a-f]{24}$/.test(value),
  time: (value: unknown) => typeof value === 'number' && !Number.isNaN(new Date(value).getTime()),
} as const;
export type CursorKind = keyof typeof kinds;

function refused(): Problem {
  return new Problem('bad-request', { errors: [{ path: 'cursor', message: 'Not a cursor that we gave' }] });
}

/** The values of a cursor of ours, each of its kind; anything else is a `bad-request`. */
export function readCursor(
  cursor: string | undefined,
  expected: readonly CursorKind[],
): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refused();
  }
  if (!Array.isArray(values) || values.length !== expected.length) throw refused();
  if (expected.some((kind, place) => !kinds[kind](values[place]))) throw refused();
  return values;
}

/** One page of a list that is short enough to be read whole; a cursor is the key of the item before. */
export function pageOfAll<T>(
  all: readonly T[],
  query: { limit: number; cursor?: string | undefined },
  keyOf: (item: T) => string,
) {
  const [key] = readCursor(query.cursor, ['string']) ?? [];
  const start = key === undefined ? 0 : all.findIndex((item) => keyOf(item) === key) + 1;
  if (key !== undefined && start === 0) throw refused();
  return page(all.slice(start, start + query.limit + 1), query.limit, (item) => [keyOf(item)]);
}

/** Cuts a list that was read with one item more than asked for. */
export function page<T>(found: readonly T[], limit: number, keyOf: (item: T) => readonly (string | number)[]) {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? writeCursor(keyOf(last)) : null };
}

/** What stands after a page's last item in a list by a field and, where that is the same, by id; both ascend or both descend. */
export function beyond(field: string, direction: 1 | -1, value: unknown, id: string) {
  const [past, from] = direction === 1 ? ['$gt', '$gte'] : ['$lt', '$lte'];
  const further = { [field]: mongoose.trusted({ [past]: value }) };
  const same = { _id: mongoose.trusted({ [past]: new mongoose.Types.ObjectId(id) }) };
  // The first bound alone lets the index begin there.
  return { [field]: mongoose.trusted({ [from]: value }), $or: [further, same] };
}

/** The same in a list by time, the newest first. */
export const olderThan = (field: string, time: number, id: string) => beyond(field, -1, new Date(time), id);
