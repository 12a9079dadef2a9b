import type { Change } from './apply-act';

/** One change under way. Its id is the Idempotency-Key under which it is sent. */
export interface Act {
  id: string;
  change: Change;
  /** What it is in words, should it be refused when nobody looks. */
  words?: string | undefined;
}

/** Where acts wait to be sent one after another. It may hold more of them than this page has made. */
export interface ActQueue {
  pending: () => readonly Act[];
  subscribe: (listener: () => void) => () => void;
  /** Shows at once among the pending. Rejects when it was refused. */
  add: (act: Act) => Promise<void>;
  /** Has been decided about: a refused one is not spoken of again. */
  discard: (id: string) => void;
}

interface Made extends Act {
  inverse: Change;
}

export interface ActLog {
  /** What was done here and is not yet answered, oldest first. The same array until it changes. */
  pending: () => readonly Act[];
  subscribe: (listener: () => void) => () => void;
  /** Does it at once, sends it after everything before it; rejects when it was refused, and is then as if never done. */
  make: (change: Change, inverse: Change, words?: string) => { id: string; sent: Promise<void> };
  /** Takes back the act of this id, or the last one. `null`: there is nothing to take back. */
  undo: (id?: string) => { id: string; change: Change; sent: Promise<void> } | null;
  /** A refused act is not to be listed any more: it was made again. */
  discard: (id: string) => void;
}

const mostUndos = 100;

type Places<T> = Readonly<Record<string, T>>;

/** `own` with what stood before the refused act, where that is `owed`; what was paid is owed no more. */
function mend<T>(own: Places<T> | undefined, owed: Map<string, T>): Places<T> | undefined {
  if (!own) return own;
  const mended = Object.entries(own).map(([id, value]): [string, T] => [id, owed.get(id) ?? value]);
  for (const id of Object.keys(own)) owed.delete(id);
  return Object.fromEntries(mended);
}

/**
 * When an act is refused, the next one that touches the same place goes back to what stood before the refused one.
 * Later ones go back to what that next one made, as before.
 */
function withoutRefused(later: readonly Made[], { inverse }: Made): Made[] {
  const topics = new Map(Object.entries(inverse.topics ?? {}));
  const choices = new Map(Object.entries(inverse.choices ?? {}));
  return later.map((act) => ({
    ...act,
    inverse: { topics: mend(act.inverse.topics, topics), choices: mend(act.inverse.choices, choices) },
  }));
}

/**
 * The acts of one learner on one roadmap. They show at once and are sent one after another, so that the last one
 * made is the last one that the server hears.
 */
export function createActLog(queue: ActQueue): ActLog {
  let made: readonly Made[] = [];

  function forget(refused: Made): void {
    const place = made.indexOf(refused);
    if (place < 0) return;
    made = [...made.slice(0, place), ...withoutRefused(made.slice(place + 1), refused)];
  }

  return {
    pending: queue.pending,
    subscribe: queue.subscribe,
    discard: queue.discard,
    make(change, inverse, words) {
      const act: Made = { id: crypto.randomUUID(), change, inverse, words };
      made = [...made, act].slice(-mostUndos);
      const sent = queue.add({ id: act.id, change, words });
      sent.catch(() => forget(act));
      return { id: act.id, sent };
    },
    undo(id) {
      const found = id === undefined ? made.at(-1) : made.find((act) => act.id === id);
      if (!found) return null;
      made = made.filter((act) => act !== found);
      const { inverse: change, words } = found;
      const undoing = { id: crypto.randomUUID(), change, words };
      return { id: undoing.id, change, sent: queue.add(undoing) };
    },
  };
}
