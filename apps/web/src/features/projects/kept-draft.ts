import { type UnsentStore, unsentStore } from '../../api/unsent-store';
import type { Draft, ProjectFields } from './draft';

/** What was typed and the server has not got yet, with what it was typed on. */
export interface KeptDraft {
  draft: Draft;
  base: ProjectFields;
  /** 0: of a project that was never saved. */
  version: number;
}

export type DraftStore = UnsentStore<KeptDraft>;

function isKept(value: unknown): value is KeptDraft {
  const { draft, base, version } = (value ?? {}) as Partial<KeptDraft>;
  return typeof draft?.title === 'string' && typeof base?.title === 'string' && typeof version === 'number';
}

/** Of one project; `place` is its id, or where a new one was begun. */
export function draftStore(account: string, place: string): DraftStore {
  return unsentStore({ kind: 'project', account, place, isKept });
}
