import type { ImportPart } from '@waymark/contract';
import { exportVersion, type ForeignList, importParts, readForeignList } from '@waymark/contract/rules';

export const mostBytes = 50_000_000;

export interface OurFile {
  kind: 'ours';
  formatVersion: number;
  /** Of the export: an ISO instant. */
  exportedAt: string;
  name: string;
  lists: Partial<Record<ImportPart, readonly unknown[]>>;
}

export type ReadFile =
  | OurFile
  | { kind: 'list'; list: ForeignList }
  | { kind: 'too-large' | 'broken' | 'foreign' | 'newer' | 'empty' };

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function readOurs(whole: Record<string, unknown>): ReadFile {
  const { formatVersion, exportedAt } = whole;
  if (typeof formatVersion !== 'number' || !Number.isInteger(formatVersion) || formatVersion < 1) {
    return { kind: 'foreign' };
  }
  if (formatVersion > exportVersion) return { kind: 'newer' };
  const lists = Object.fromEntries(
    importParts.flatMap((part) => {
      const list = whole[part];
      return Array.isArray(list) && list.length > 0 ? [[part, list]] : [];
    }),
  );
  if (Object.keys(lists).length === 0) return { kind: 'empty' };
  const account = (whole.account ?? {}) as Record<string, unknown>;
  return { kind: 'ours', formatVersion, exportedAt: textOf(exportedAt), name: textOf(account.name), lists };
}

/** What a chosen file is, before anything of it is sent. */
export function readText(text: string): ReadFile {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return { kind: 'broken' };
  }
  if (typeof whole === 'object' && whole !== null && (whole as { format?: unknown }).format === 'waymark-export') {
    return readOurs(whole as Record<string, unknown>);
  }
  const list = readForeignList(whole);
  if (!list) return { kind: 'foreign' };
  return list.done.length + list.learning.length + list.skipped.length > 0 ? { kind: 'list', list } : { kind: 'empty' };
}

/** Its text, and a hash by which it is known again; `null` where it is too large to be read. */
export async function openFile(file: Blob): Promise<{ text: string; hash: string } | null> {
  if (file.size > mostBytes) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { text: new TextDecoder().decode(bytes), hash };
}
