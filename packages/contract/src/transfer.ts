import { z } from 'zod';
import { endpoint, Id } from './endpoint.js';
import { exportVersion, importParts } from './transfer.rules.js';

export const ImportPart = z.enum(importParts);
export type ImportPart = z.infer<typeof ImportPart>;

/** `same`: it is here already, or what is here is newer and stays. `refused`: it cannot be taken, and `why` says so. */
export const ImportChange = z.enum(['added', 'changed', 'same', 'refused']);
export type ImportChange = z.infer<typeof ImportChange>;

/** Where mine and the file's are not alike: keep what is here, take what the file says, or have both. */
export const ImportKeep = z.enum(['mine', 'theirs', 'both']);
export type ImportKeep = z.infer<typeof ImportKeep>;

export const ImportItem = z.strictObject({
  title: z.string(),
  change: ImportChange,
  /** What it is and what it becomes, where that can be said in a word. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  why: z.string().nullable(),
  /** Mine and the file's are not alike: by this id `keep` says what becomes of them. */
  differs: Id.nullable(),
});
export type ImportItem = z.infer<typeof ImportItem>;

export const ImportCounts = z.strictObject({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** `items`: what is not the same, at most 300 of them; what cannot be taken, or differs, comes first. */
export const ImportAnswer = z.strictObject({ part: ImportPart, counts: ImportCounts, items: z.array(ImportItem) });
export type ImportAnswer = z.infer<typeof ImportAnswer>;

/**
 * Some items of one list of an export, as they stand there. Each is held to the rules of what it is one by one, so that
 * a bad one is named and the others are taken.
 */
export const ImportBody = z.strictObject({
  formatVersion: z.int().min(1).max(exportVersion, 'Made by a newer Waymark than this one'),
  part: ImportPart,
  items: z.array(z.unknown()).min(1, 'Name at least one item').max(1000, 'At most 1,000 items at once'),
  keep: z
    .record(Id, ImportKeep)
    .refine((keep) => Object.keys(keep).length <= 1000, 'At most 1,000 at once')
    .meta({ maxProperties: 1000 })
    .default({}),
});
export type ImportBody = z.input<typeof ImportBody>;

/** Bytes: of a file of 50 MB every part is far below what a request may hold. */
const partLimit = 2_000_000;
const aFile = { access: 'member', stepUp: true, answer: z.string(), problems: [] } as const;
const aPart = { access: 'member', stepUp: true, bodyLimit: partLimit, body: ImportBody, problems: [] } as const;

export const transfer = {
  exportMarkdown: endpoint('exportMarkdown', {
    ...aFile,
    summary: 'My progress, notes and write-ups, as one Markdown document',
    streamed: 'markdown',
  }),
  exportActivity: endpoint('exportActivity', {
    ...aFile,
    summary: 'What I did, the first act first, as CSV',
    streamed: 'csv',
  }),
  exportTime: endpoint('exportTime', {
    ...aFile,
    summary: 'The time that I logged, the first day first, as CSV',
    streamed: 'csv',
  }),
  previewImport: endpoint('previewImport', {
    ...aPart,
    summary: 'What taking a part of an export would change',
    idempotent: false,
    answer: ImportAnswer,
  }),
  importPart: endpoint('importPart', {
    ...aPart,
    summary: 'Take a part of an export',
    answer: ImportAnswer,
  }),
};
