import type { Draft, ProjectFields } from './draft';

/** What was typed and the server has not got yet, with what it was typed on. Outlives a crash. */
export interface KeptDraft {
  draft: Draft;
  base: ProjectFields;
  /** 0: of a project that was never saved. */
  version: number;
}

export interface DraftStore {
  read: () => KeptDraft | null;
  keep: (kept: KeptDraft | null) => void;
}

function isKept(value: unknown): value is KeptDraft {
  const { draft, base, version } = (value ?? {}) as Partial<KeptDraft>;
  return typeof draft?.title === 'string' && typeof base?.title === 'string' && typeof version === 'number';
}

/** In this browser, for this member and project alone; `place` is its id, or where a new one was begun. */
export function draftStore(account: string, place: string): DraftStore {
  const key = `waymark:project:${account}:${place}`;
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
        return isKept(kept) ? kept : null;
      } catch {
        return null;
      }
    },
    keep(kept) {
      try {
        if (kept) localStorage.setItem(key, JSON.stringify(kept));
        else localStorage.removeItem(key);
      } catch {
        // No room on this device: it is still on the page, and on its way to the server.
      }
    },
  };
}
