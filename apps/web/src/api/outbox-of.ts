import type { EndpointName } from '@waymark/contract/paths';
import { call, type Input } from './call';
import { createOutbox, type Halt, type Operation, type Outbox, type Verdict } from './outbox';
import { browserStore, memoryStore } from './outbox-store';
import { ProblemError } from './problem';
import { currentToken } from './token';

type Outcome = Parameters<Outbox['settle']>[1];
type Message =
  | { kind: 'added'; operation: Operation }
  | { kind: 'settled'; id: string; outcome: Outcome }
  | { kind: 'decided' };

/** What the server said, put where pages read it. `answer` is undefined when another tab has it. */
type Keeper = (operation: Operation, answer: unknown, isLast: boolean) => void | Promise<void>;

const keepers = new Map<EndpointName, Keeper>();

/** Each feature says what to do with the answers of its own writes. */
export function onAnswer(names: readonly EndpointName[], keeper: Keeper): void {
  for (const name of names) keepers.set(name, keeper);
}

const mostPauseMs = 60_000;

class OtherAccount extends Error {}

function judge(error: unknown): Verdict {
  if (error instanceof OtherAccount) return 'sign-in';
  if (!(error instanceof ProblemError)) return 'later';
  const { code, status, title, detail, current } = error;
  if (status === 401 || code === 'two-factor-required') return 'sign-in';
  // Also what a proxy in between, or a server that is being mended, says.
  if (status === 0 || status >= 500 || status === 429) return 'later';
  return { code, status, title, detail, current };
}

/** Whose token it is that this tab holds; the server proves it, here it only keeps one member's work from another's. */
function tokenAccount(): string | null {
  try {
    const payload = currentToken()?.split('.')[1] ?? '';
    return (JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: string }).sub ?? null;
  } catch {
    return null;
  }
}

function send(operation: Operation): Promise<unknown> {
  const whose = tokenAccount();
  // Somebody else has signed in meanwhile: it is not theirs.
  if (whose !== null && whose !== operation.account) throw new OtherAccount();
  const input = { ...operation.input, idempotencyKey: operation.id } as Input<'setTopic'>;
  return call(operation.name as 'setTopic', input);
}

/** `restored`: what an earlier load has left is among what waits. */
type DeviceOutbox = Outbox & { restored: Promise<void> };

interface Running {
  outbox: DeviceOutbox;
  send: () => void;
  stop: () => void;
}

/** One outbox over all tabs of this browser: each shows all that waits, one of them sends. */
function run(account: string): Running {
  const hasStorage = typeof indexedDB !== 'undefined';
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`waymark:outbox:${account}`);
  const tell = (message: Message) => channel?.postMessage(message);
  const ending = new AbortController();
  let isSender = !navigator.locks;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  const outbox = createOutbox({
    account,
    store: hasStorage ? browserStore : memoryStore(),
    send: async (operation) => send(operation),
    judge,
    keepAnswer: (operation, answer) => {
      const isLast = outbox.waiting().filter(({ lane }) => lane === operation.lane).length <= 1;
      return keepers.get(operation.name)?.(operation, answer, isLast);
    },
    onSettled: ({ id }, outcome) => tell({ kind: 'settled', id, outcome }),
  });

  function later(halt: Halt): void {
    failures = halt === 'later' ? failures + 1 : 0;
    if (halt !== 'later' || ending.signal.aborted) return;
    const most = Math.min(mostPauseMs, 1000 * 2 ** failures);
    timer = setTimeout(sendNow, most / 2 + Math.random() * (most / 2));
  }

  function sendNow(): void {
    if (!isSender || ending.signal.aborted) return;
    clearTimeout(timer);
    void outbox.drain().then(later);
  }

  function hear({ data }: MessageEvent<Message>): void {
    if (data.kind === 'added') outbox.join(data.operation);
    if (data.kind === 'settled') void outbox.settle(data.id, data.outcome);
    if (data.kind === 'decided') void outbox.restore();
    if (data.kind !== 'settled') sendNow();
  }

  async function becomeSender(): Promise<void> {
    isSender = true;
    await outbox.restore().catch(() => {});
    sendNow();
    await new Promise<void>((resolve) => ending.signal.addEventListener('abort', () => resolve()));
  }

  channel?.addEventListener('message', hear);
  addEventListener('online', sendNow);
  const restored = outbox.restore().then(sendNow, () => {});
  navigator.locks?.request(`waymark:outbox:${account}`, { signal: ending.signal }, becomeSender).catch(() => {});

  return {
    outbox: {
      ...outbox,
      restored,
      add(given) {
        const { kept, sent } = outbox.add(given);
        void kept.then(() => {
          tell({ kind: 'added', operation: { ...given, account } });
          sendNow();
        });
        return { kept, sent };
      },
      async retry(id, newId) {
        await outbox.retry(id, newId);
        tell({ kind: 'decided' });
        sendNow();
      },
      async discard(id) {
        await outbox.discard(id);
        tell({ kind: 'decided' });
      },
    },
    send: sendNow,
    stop() {
      ending.abort();
      clearTimeout(timer);
      removeEventListener('online', sendNow);
      channel?.close();
    },
  };
}

let running: Running | null = null;

/** The outbox of who is signed in here. That of somebody before stops, and keeps what it has. */
export function outboxOf(account: string): DeviceOutbox {
  if (running?.outbox.account !== account) {
    running?.stop();
    running = run(account);
  }
  return running.outbox;
}

/** Tries at once what was waiting for a better moment, such as a new session. */
export function sendWaiting(): void {
  running?.send();
}
