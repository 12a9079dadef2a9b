import { useState } from 'react';

export const columns = [
  'attention',
  'way',
  'done',
  'shown',
  'confirmed',
  'last-active',
  'last-looked',
  'cohort',
] as const;
export type Column = (typeof columns)[number];

const key = 'waymark-roster-columns';
const usual: readonly Column[] = ['attention', 'way', 'done', 'confirmed', 'last-active'];

function kept(): readonly Column[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return Array.isArray(found) ? columns.filter((column) => found.includes(column)) : usual;
  } catch {
    return usual;
  }
}

/** The columns that a mentor wants to see, kept on this device. */
export function useColumns(): [chosen: readonly Column[], choose: (column: Column, isShown: boolean) => void] {
  const [chosen, setChosen] = useState(kept);
  const choose = (column: Column, isShown: boolean) => {
    const next = columns.filter((each) => (each === column ? isShown : chosen.includes(each)));
    setChosen(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Where nothing can be kept, it holds until the page is left.
    }
  };
  return [chosen, choose];
}
