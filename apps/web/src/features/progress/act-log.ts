import type { Change } from './apply-act';

/** One change under way. Its id is the Idempotency-Key under which it is sent. */
export interface Act {
  id: string;
  change: Change;
}

interface Made extends Act {
  inverse: Change;
}

export interface ActLog {
  /** What was done here and is not yet answered, oldest first. The same array until it changes. */
  pending: () => readonly Act[];
  subscribe: (listener: () => void) => () => void;
  /** Does it at once, sends it after everything before it; rejects when it was refused, and is then as if never done. */
  make: (change: Change, inverse: Change) => { id: string; sent: Promise<void> };
  /** Takes back the act of this id, or the last one. `null`: there is nothing to take back. */
  undo: (id?: string) => { change: Change; sent: Promise<void> } | null;
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
export function createActLog(send: (act: Act) => Promise<void>): ActLog {
  let pending: readonly Act[] = [];
  let made: readonly Made[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  function keep(next: readonly Act[]): void {
    pending = next;
    for (const listener of listeners) listener();
  }

  function enqueue(act: Act): Promise<void> {
    keep([...pending, act]);
    const sent = last.then(() => send(act)).finally(() => keep(pending.filter((each) => each !== act)));
    last = sent.catch(() => {});
    return sent;
  }

  function forget(refused: Made): void {
    const place = made.indexOf(refused);
    if (place < 0) return;
    made = [...made.slice(0, place), ...withoutRefused(made.slice(place + 1), refused)];
  }

  return {
    pending: () => pending,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    make(change, inverse) {
      const act: Made = { id: crypto.randomUUID(), change, inverse };
      made = [...made, act].slice(-mostUndos);
      const sent = enqueue(act);
      sent.catch(() => forget(act));
      return { id: act.id, sent };
    },
    undo(id) {
      const found = id === undefined ? made.at(-1) : made.find((act) => act.id === id);
      if (!found) return null;
      made = made.filter((act) => act !== found);
      return { change: found.inverse, sent: enqueue({ id: crypto.randomUUID(), change: found.inverse }) };
    },
  };
}
