/** The topics that the next act is for. */
export interface Selection {
  /** Every topic shows its box to tick. */
  isOn: boolean;
  ids: ReadonlySet<string>;
  /** Where a range begins. */
  anchor: string | null;
  /** What was selected before the range: one end may move, and what it left is let go again. */
  base: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

export const noSelection: Selection = { isOn: false, ids: none, anchor: null, base: none };

export function toggled(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ...selection, ids, anchor: id, base: ids };
}

/** From the anchor to `to`, as `order` has them; what was selected elsewhere stays. */
export function extended(selection: Selection, order: readonly string[], to: string): Selection {
  const from = order.indexOf(selection.anchor ?? to);
  const end = order.indexOf(to);
  if (end < 0) return selection;
  const begin = from < 0 ? end : from;
  const range = order.slice(Math.min(begin, end), Math.max(begin, end) + 1);
  return { ...selection, ids: new Set([...selection.base, ...range]), anchor: order[begin] ?? to };
}

/** All of them; where all of them are selected already, none of them. */
export function withAll(selection: Selection, ids: readonly string[]): Selection {
  const next = new Set(selection.ids);
  const hasAll = ids.every((id) => next.has(id));
  for (const id of ids) {
    if (hasAll) next.delete(id);
    else next.add(id);
  }
  return { ...selection, ids: next, base: next };
}

/** What the filter hides is let go of: nobody changes what they do not see. The same object where nothing is hidden. */
export function onlyShown(selection: Selection, shown: ReadonlySet<string>): Selection {
  const keep = (ids: ReadonlySet<string>) => new Set([...ids].filter((id) => shown.has(id)));
  if ([...selection.ids].every((id) => shown.has(id))) return selection;
  return { ...selection, ids: keep(selection.ids), base: keep(selection.base) };
}

/** Moved on without selecting: the next range begins where one stands then. The same object where none was begun. */
export function unanchored(selection: Selection): Selection {
  return selection.anchor === null ? selection : { ...selection, anchor: null, base: selection.ids };
}
