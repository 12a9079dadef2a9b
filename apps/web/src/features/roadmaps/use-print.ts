import { type ComponentType, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useKeys } from '../../ui/use-keys';
import { roadmapText } from './roadmaps.text';
import type { StageView } from './way-view';

type Sheet = ComponentType<{ stages: readonly StageView[]; all: number }>;

let loaded: Sheet | null = null;

async function load(): Promise<Sheet> {
  loaded ??= (await import('./print-sheet')).PrintSheet;
  return loaded;
}

/** Fetched when the page has come to rest, since the browser's own Print does not wait for it. */
const restMs = 3_000;

/**
 * The checklist that is printed instead of the map: drawn when somebody prints, by whatever way, and gone afterwards.
 */
export function usePrint(): { sheet: Sheet | null; print: () => void } {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const put = (next: Sheet | null) => flushSync(() => setSheet(() => next));
  const print = async () => {
    put(await load());
    window.print();
  };
  useKeys({ 'mod+p': { text: roadmapText.keys.print, run: () => void print() } }, { group: roadmapText.keys.group });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `put` reaches for nothing that changes
  useEffect(() => {
    const paper = matchMedia('print');
    const begin = () => put(loaded);
    const end = () => put(null);
    const turn = () => (paper.matches ? begin() : end());
    const rest = setTimeout(() => void load(), restMs);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    paper.addEventListener('change', turn);
    return () => {
      clearTimeout(rest);
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
      paper.removeEventListener('change', turn);
    };
  }, []);
  return { sheet, print: () => void print() };
}
