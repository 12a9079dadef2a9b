import type { ImportPart } from '@waymark/contract';
import { importParts } from '@waymark/contract/rules';
import type { OurFile } from './read-file';

export interface Piece {
  part: ImportPart;
  items: readonly unknown[];
}

/** Below the two million that the API takes at once, with room for what is around the items. */
const mostBytes = 1_500_000;
/** One piece is one transaction, which has seconds, not minutes. */
const mostItems: Partial<Record<ImportPart, number>> = {
  projects: 200,
  images: 8,
  enrolments: 20,
  rooms: 200,
  time: 200,
};
const usualItems = 800;

const atOf = (item: unknown) => String((item as { at?: unknown } | null)?.at ?? '');

/** The pieces of a file, in the order in which they are taken. Acts of one moment stay in one piece, where they are counted. */
export function splitFile({ lists }: Pick<OurFile, 'lists'>): Piece[] {
  return importParts.flatMap((part) => {
    const list = lists[part] ?? [];
    const isTimed = part === 'activity';
    const sorted = isTimed ? [...list].sort((a, b) => (atOf(a) < atOf(b) ? -1 : atOf(a) > atOf(b) ? 1 : 0)) : list;
    return inPieces(sorted, mostItems[part] ?? usualItems, isTimed).map((items) => ({ part, items }));
  });
}

function inPieces(list: readonly unknown[], most: number, isTimed: boolean): unknown[][] {
  const encoder = new TextEncoder();
  const pieces: unknown[][] = [];
  let piece: unknown[] = [];
  let bytes = 0;
  for (const item of list) {
    const size = encoder.encode(JSON.stringify(item)).length + 1;
    const isFull = piece.length >= most || bytes + size > mostBytes;
    const belongs = isTimed && atOf(item) === atOf(piece.at(-1)) && piece.length < most + 200;
    if (piece.length > 0 && isFull && !belongs) {
      pieces.push(piece);
      piece = [];
      bytes = 0;
    }
    piece.push(item);
    bytes += size;
  }
  return piece.length > 0 ? [...pieces, piece] : pieces;
}

/** What the pieces of one part were answered, as one answer. */
export function joinAnswers<A extends { part: ImportPart; counts: Record<string, number>; items: readonly unknown[] }>(
  answers: readonly A[],
): A[] {
  return importParts.flatMap((part) => {
    const own = answers.filter((answer) => answer.part === part);
    const [first] = own;
    if (!first) return [];
    const sum = (key: string) => own.reduce((total, { counts }) => total + (counts[key] ?? 0), 0);
    const counts = Object.fromEntries(Object.keys(first.counts).map((key) => [key, sum(key)]));
    return [{ ...first, counts, items: own.flatMap(({ items }) => items) }];
  });
}
