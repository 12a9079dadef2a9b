/** What was typed and the server has not got yet. Outlives a crash. */
export interface UnsentStore<T> {
  read: () => T | null;
  keep: (typed: T | null) => void;
}

interface Place<T> {
  /** What is typed: `note`, `project`. */
  kind: string;
  account: string;
  /** Where it is typed. */
  place: string;
  /** Another version of Waymark may have kept something else. */
  isKept: (value: unknown) => value is T;
}

/** In this browser, for this member and place alone. */
export function unsentStore<T>({ kind, account, place, isKept }: Place<T>): UnsentStore<T> {
  const key = `waymark:${kind}:${account}:${place}`;
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
        return isKept(kept) ? kept : null;
      } catch {
        return null;
      }
    },
    keep(typed) {
      try {
        if (typed) localStorage.setItem(key, JSON.stringify(typed));
        else localStorage.removeItem(key);
      } catch {
        // No room on this device: it is still on the page.
      }
    },
  };
}

/** Whoever signs out leaves nothing of this kind here. */
export function forgetUnsent(kind: string): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, place) => localStorage.key(place) ?? '');
    for (const key of keys) if (key.startsWith(`waymark:${kind}:`)) localStorage.removeItem(key);
  } catch {
    // Where nothing can be kept, nothing is.
  }
}
