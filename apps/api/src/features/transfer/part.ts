import type { ImportCounts, ImportItem, ImportKeep, ImportPart } from '@waymark/contract';
import type { z } from 'zod';
import type { Deps } from '../../deps.js';

export interface Exporting {
  deps: Deps;
  learnerId: string;
  now: Date;
}

export interface Importing {
  deps: Deps;
  learnerId: string;
  now: Date;
  /** What the member chose where theirs and the file's are not alike, by the id in the file. */
  keep: Readonly<Record<string, ImportKeep>>;
  /** Nothing of the file has been taken yet: what an earlier part brings is still to come. */
  isPreview: boolean;
}

/** What becomes of one item of a file. `apply` writes it; in a preview nobody calls it. */
export interface Finding extends Partial<ImportItem> {
  title: string;
  change: ImportItem['change'];
}

export interface Planned {
  findings: readonly Finding[];
  apply(): Promise<void>;
}

/** One list of an export: how it is written, and what taking it back changes. */
export interface Part {
  name: ImportPart;
  /** The member's own, one after another, as the export writes them. */
  rows(from: Exporting): AsyncIterable<unknown>;
  /** Looks, and writes nothing: the preview and the import come from this one place. */
  plan(into: Importing, items: readonly unknown[]): Promise<Planned>;
}

/** A query's documents one at a time: what somebody wrote in years need not fit in memory. */
export function rowsOf<T>(query: { lean(): { cursor(): unknown } }): AsyncIterable<T> {
  return query.lean().cursor() as AsyncIterable<T>;
}

export async function* mapRows<T>(rows: AsyncIterable<T>, write: (row: T) => unknown): AsyncGenerator<unknown> {
  for await (const row of rows) yield write(row);
}

/** The items that are what they should be; each of the others as a finding that says why it is not. */
export function readItems<T>(
  schema: z.ZodType<T>,
  items: readonly unknown[],
  titleOf: (item: Record<string, unknown>) => unknown,
): { read: T[]; refused: Finding[] } {
  const read: T[] = [];
  const refused: Finding[] = [];
  for (const [place, item] of items.entries()) {
    const parsed = schema.safeParse(item);
    if (parsed.success) read.push(parsed.data);
    else refused.push(refusal(nameOf(item, place, titleOf), firstIssue(parsed.error)));
  }
  return { read, refused };
}

function nameOf(item: unknown, place: number, titleOf: (item: Record<string, unknown>) => unknown): string {
  const title = typeof item === 'object' && item !== null ? titleOf(item as Record<string, unknown>) : undefined;
  return typeof title === 'string' && title.trim() !== '' ? title.slice(0, 120) : `Entry ${place + 1}`;
}

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  const path = issue?.path.join('.') ?? '';
  return path === '' ? (issue?.message ?? '') : `${path}: ${issue?.message}`;
}

export function refusal(title: string, why: string): Finding {
  return { title, change: 'refused', why };
}

const mostListed = 300;
const rank = ({ change, differs }: Finding) => (change === 'refused' ? 0 : differs ? 1 : 2);

/** The findings counted, and those that somebody would want to see. */
export function answerOf(findings: readonly Finding[]): { counts: ImportCounts; items: ImportItem[] } {
  const counts: ImportCounts = { added: 0, changed: 0, same: 0, refused: 0 };
  for (const { change } of findings) counts[change] += 1;
  const items = findings
    .filter(({ change, differs }) => change !== 'same' || differs)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, mostListed)
    .map((finding) => ({ from: null, to: null, why: null, differs: null, ...finding }));
  return { counts, items };
}
