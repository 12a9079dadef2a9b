import { type ImportAnswer, type ImportKeep, type ImportPart, importParts } from '@waymark/contract';
import type { Client } from './client.js';

/** The lists of an export that an import takes. */
export type FileOf = Partial<Record<ImportPart, unknown[]>>;

/** A member's export, as far as it can be taken back. */
export async function fileOf(member: Client): Promise<FileOf> {
  const { text } = await member.call('exportMe');
  const whole = JSON.parse(text) as FileOf;
  return Object.fromEntries(importParts.map((part) => [part, whole[part]]));
}

type Keep = Record<string, ImportKeep>;

const bodyOf = (part: ImportPart, items: unknown[] | undefined, keep: Keep) => ({
  body: { formatVersion: 2, part, items: items ?? [], keep },
});

export function previewPart(member: Client, part: ImportPart, items: unknown[] | undefined, keep: Keep = {}) {
  return member.ok('previewImport', bodyOf(part, items, keep));
}

export function importPart(member: Client, part: ImportPart, items: unknown[] | undefined, keep: Keep = {}) {
  return member.ok('importPart', bodyOf(part, items, keep));
}

/** Takes a whole file, part by part, in the order in which the client does. */
export async function importAll(member: Client, file: FileOf): Promise<Partial<Record<ImportPart, ImportAnswer>>> {
  const answers: Partial<Record<ImportPart, ImportAnswer>> = {};
  for (const part of importParts) {
    if (file[part]?.length) answers[part] = await importPart(member, part, file[part]);
  }
  return answers;
}
