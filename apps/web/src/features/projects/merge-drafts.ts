import { type FieldName, isSame, type ProjectFields } from './draft';

export interface Merge {
  /** Changed here and elsewhere, to different values: the person decides. */
  clashes: FieldName[];
  /** Changed elsewhere alone: taken over. */
  taken: FieldName[];
}

/** What a change elsewhere means for a change here, field by field. `base` is what both began from. */
export function compareEdits(base: ProjectFields, mine: ProjectFields, theirs: ProjectFields): Merge {
  const changedThere = (Object.keys(theirs) as FieldName[]).filter(
    (name) => !isSame(base[name], theirs[name]) && !isSame(mine[name], theirs[name]),
  );
  return {
    clashes: changedThere.filter((name) => !isSame(base[name], mine[name])),
    taken: changedThere.filter((name) => isSame(base[name], mine[name])),
  };
}

/** Mine, with what only they changed, and with theirs where the person chose so. */
export function mergeEdits(
  mine: ProjectFields,
  theirs: ProjectFields,
  { taken }: Merge,
  chosenTheirs: ReadonlySet<FieldName>,
): ProjectFields {
  const fromThere = [...taken, ...chosenTheirs].map((name) => [name, theirs[name]]);
  return { ...mine, ...Object.fromEntries(fromThere) };
}
