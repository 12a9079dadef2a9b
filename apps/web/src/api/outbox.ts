import type { EndpointName } from '@waymark/contract/paths';

/** A write that was done here and is to be sent. Its id is the Idempotency-Key: sent again, it is still done once. */
export interface Operation {
  id: string;
  account: string;
  /** Those of one lane are sent one after another, such as `room:backend/http`. */
  lane: string;
  name: EndpointName;
  /** Path, query, body and version, as `call` takes them. */
  input: object;
  /** When it was done, by this device's clock. */
  at: string;
  /** What it is in words, for when it has to be spoken of. */
  words?: string | undefined;
  /** Why the server would not have it. It waits for its learner to decide. */
  refusal?: Refusal | undefined;
}

export interface Refusal {
  code: string;
  status: number;
  title: string;
  detail?: string | undefined;
  /** What stands there instead, where the server told. */
  current?: unknown;
}

/** Keeps operations beyond a reload, in the order in which they were put first. */
export interface OutboxStore {
  load(account: string): Promise<Operation[]>;
  /** Resolves when it is kept. One that is known stays in its place. */
  put(operation: Operation): Promise<void>;
  remove(id: string): Promise<void>;
}

/** What a failed sending means for the operation. */
export type Verdict = 'later' | 'sign-in' | Refusal;

interface Parts {
  account: string;
  store: OutboxStore;
  send: (operation: Operation) => Promise<unknown>;
  judge: (error: unknown) => Verdict;
  /** Runs when it was answered, before it stops to show as waiting: what it did is put where pages read it. */
  keepAnswer?: (operation: Operation, answer: unknown) => void | Promise<void>;
  /** Tells the other tabs. */
  onSettled?: (operation: Operation, outcome: { answer: unknown } | { refusal: Refusal }) => void;
}

/** What stands in the way of the rest; `null`: nothing is left to send. */
export type Halt = 'later' | 'sign-in' | null;

export interface Outbox {
  account: string;
  /** What is to be sent, oldest first. The same array until it changes. */
  waiting: () => readonly Operation[];
  /** What the server refused and nobody has decided about. The same array until it changes. */
  unmerged: () => readonly Operation[];
  subscribe: (listener: () => void) => () => void;
  /** Shows at once. `kept`: it will survive a reload. `sent`: its answer, or what refused it. */
  add: (operation: Omit<Operation, 'account'>) => { kept: Promise<void>; sent: Promise<unknown> };
  /** What another tab has added. */
  join: (operation: Operation) => void;
  /** Another tab has sent it. */
  settle: (id: string, outcome: { answer: unknown } | { refusal: Refusal }) => Promise<void>;
  /** Reads what an earlier load, or another tab, has left. */
  restore: () => Promise<void>;
  /** Sends what waits, each lane in order, until nothing is left or something stands in the way. */
  drain: () => Promise<Halt>;
  /** Sends a refused one again, as a new operation after all others. */
  retry: (id: string, newId: string) => Promise<void>;
  discard: (id: string) => Promise<void>;
}

interface Waiter {
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
}

/** What was done on this device and the server does not know yet. Knows no browser: store, clock and network are given. */
export function createOutbox({ account, store, send, judge, keepAnswer, onSettled }: Parts): Outbox {
  let operations: readonly Operation[] = [];
  let waiting: readonly Operation[] = [];
  let unmerged: readonly Operation[] = [];
  /** Not kept yet: what is not kept is not sent. */
  const unkept = new Set<string>();
  /** Settled here: a store that is read meanwhile must not bring them back. */
  const settled = new Set<string>();
  const waiters = new Map<string, Waiter>();
  const listeners = new Set<() => void>();
  /** Storage would not have them: they live as long as this page. */
  const homeless = new Set<string>();
  let draining: Promise<Halt> | null = null;
  let isAskedAgain = false;

  function become(next: readonly Operation[]): void {
    operations = next;
    waiting = next.filter(({ refusal }) => !refusal);
    unmerged = next.filter(({ refusal }) => refusal);
    for (const listener of listeners) listener();
  }

  const without = (id: string) => operations.filter((each) => each.id !== id);

  async function keep(operation: Operation): Promise<void> {
    unkept.add(operation.id);
    try {
      await store.put(operation);
    } catch {
      homeless.add(operation.id);
    }
    unkept.delete(operation.id);
  }

  async function settle(id: string, outcome: { answer: unknown } | { refusal: Refusal }, error?: unknown) {
    const operation = operations.find((each) => each.id === id);
    if (!operation) return;
    const waiter = waiters.get(id);
    waiters.delete(id);
    if ('answer' in outcome) {
      settled.add(id);
      await keepAnswer?.(operation, outcome.answer);
      become(without(id));
      waiter?.resolve(outcome.answer);
      return;
    }
    become(operations.map((each) => (each.id === id ? { ...operation, refusal: outcome.refusal } : each)));
    waiter?.reject(error ?? outcome.refusal);
  }

  /** `null` once it is settled. */
  async function sendOne(operation: Operation): Promise<Halt> {
    let answer: unknown;
    try {
      answer = await send(operation);
    } catch (error) {
      const verdict = judge(error);
      if (verdict === 'later' || verdict === 'sign-in') return verdict;
      await store.put({ ...operation, refusal: verdict }).catch(() => {});
      await settle(operation.id, { refusal: verdict }, error);
      onSettled?.(operation, { refusal: verdict });
      return null;
    }
    // Removed only now: an answer that never came is asked for again, under the same key.
    await store.remove(operation.id).catch(() => {});
    await settle(operation.id, { answer });
    onSettled?.(operation, { answer });
    return null;
  }

  async function sendLane(lane: string): Promise<Halt> {
    for (;;) {
      const next = waiting.find((each) => each.lane === lane);
      if (!next || unkept.has(next.id)) return null;
      const halt = await sendOne(next);
      if (halt) return halt;
    }
  }

  async function sendAll(): Promise<Halt> {
    for (;;) {
      const ready = waiting.filter(({ id }) => !unkept.has(id));
      if (ready.length === 0) return null;
      const lanes = [...new Set(ready.map(({ lane }) => lane))];
      const halts = await Promise.all(lanes.map(sendLane));
      const halt = halts.find((each) => each === 'sign-in') ?? halts.find((each) => each !== null);
      if (halt) return halt;
      // The first of a lane may be still on its way into the store.
      if (waiting.every(({ id, lane }) => unkept.has(id) || waiting.some((o) => o.lane === lane && unkept.has(o.id)))) {
        return null;
      }
    }
  }

  return {
    account,
    waiting: () => waiting,
    unmerged: () => unmerged,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(given) {
      const operation: Operation = { ...given, account };
      const sent = new Promise<unknown>((resolve, reject) => waiters.set(operation.id, { resolve, reject }));
      // Whoever does not listen is told by the list of what could not be merged.
      sent.catch(() => {});
      const kept = keep(operation);
      become([...operations, operation]);
      return { kept, sent };
    },
    join(operation) {
      if (operation.account !== account || settled.has(operation.id)) return;
      if (!operations.some(({ id }) => id === operation.id)) become([...operations, operation]);
    },
    settle,
    async restore() {
      const before = new Set(operations.map(({ id }) => id));
      const stored = (await store.load(account)).filter(({ id }) => !settled.has(id));
      const known = new Set(stored.map(({ id }) => id));
      const others = operations.filter(({ id }) => !known.has(id));
      const isOnItsWay = (id: string) => unkept.has(id) || homeless.has(id) || !before.has(id);
      // In the order of the store, which all tabs share; what is on its way there comes last.
      become([...stored, ...others.filter(({ id }) => isOnItsWay(id))]);
      // A tab that is gone has sent these; what was answered, is read.
      for (const { id } of others) if (!isOnItsWay(id)) waiters.get(id)?.resolve(undefined);
    },
    drain() {
      isAskedAgain = true;
      draining ??= (async () => {
        let halt: Halt = null;
        while (isAskedAgain && halt === null) {
          isAskedAgain = false;
          halt = await sendAll();
        }
        // At once with the last look: who asks from now on is heard anew.
        draining = null;
        return halt;
      })();
      return draining;
    },
    async retry(id, newId) {
      const refused = operations.find((each) => each.id === id);
      if (!refused) return;
      const { refusal: _, ...again } = refused;
      await store.put({ ...again, id: newId });
      await store.remove(id);
      become([...without(id), { ...again, id: newId }]);
    },
    async discard(id) {
      settled.add(id);
      await store.remove(id);
      become(without(id));
    },
  };
}
