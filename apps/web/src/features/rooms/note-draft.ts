/** What was typed and the server has not got yet, with the version that it was written on. Outlives a crash. */
export interface NoteDraft {
  text: string;
  base: number;
  /** What was on its way to the server when this was typed: it was written on that too. */
  sending?: string | undefined;
}

export interface DraftStore {
  read: () => NoteDraft | null;
  keep: (draft: NoteDraft | null) => void;
}

/** In this browser, for this member and topic alone. */
export function draftStore(account: string, slug: string, topicId: string): DraftStore {
  const key = `waymark:note:${account}:${slug}/${topicId}`;
  return {
    read() {
      try {
        const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as NoteDraft | null;
        return typeof draft?.text === 'string' && typeof draft.base === 'number' ? draft : null;
      } catch {
        return null;
      }
    },
    keep(draft) {
      try {
        if (draft) localStorage.setItem(key, JSON.stringify(draft));
        else localStorage.removeItem(key);
      } catch {
        // No room on this device: the text is still on the page, and on its way to the server.
      }
    },
  };
}
