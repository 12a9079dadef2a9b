import type { NoteHit } from '@waymark/contract';
import { call } from '../api/call';

/** All my notes, page after page. Read when something is sought, and not before. */
export async function readNotes(signal: AbortSignal): Promise<NoteHit[]> {
  const notes: NoteHit[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query = { limit: 100, ...(cursor && { cursor }) };
    const page: { items: NoteHit[]; nextCursor: string | null } = await call('listNotes', { query, signal });
    notes.push(...page.items);
    cursor = page.nextCursor;
  }
  return notes;
}
