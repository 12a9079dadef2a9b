import type { QueryClient } from '@tanstack/react-query';
import { callRaw } from './call';
import { createEventReader, keysOf, type Said } from './live-reader';
import { ProblemError } from './problem';

const pauseMs = 150;
const mostPauseMs = 30_000;
/** A page that nobody looks at for so long need not know; it reads again when it is looked at. */
const hiddenMs = 5 * 60_000;
/** Two heartbeats that never came: the connection is gone, whatever the network says. */
const silentMs = 50_000;
const recentMs = 60_000;

interface Live {
  client: QueryClient;
  account: string;
  /** The account is read through the session. */
  onAccount: () => void;
  /** Something waits to be sent: what is read now would be shown without it for a moment. */
  isBusy: () => boolean;
}

type Message =
  | { kind: 'said'; said: Said }
  | { kind: 'asked'; from: string }
  | { kind: 'recent'; to: string; said: Said[] };

/** Reads again what has changed elsewhere. One tab listens for all of this browser's. Returns what ends it. */
export function followChanges({ client, account, onAccount, isBusy }: Live): () => void {
  const ending = new AbortController();
  const me = crypto.randomUUID();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`waymark:live:${account}`);
  const tell = (message: Message) => channel?.postMessage(message);
  let recent: (Said & { heardAt: number })[] = [];
  let lastId: string | undefined;
  const due = new Map<string, readonly string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function readAgain(): void {
    // One's own act is answered already, or will be: reading in between would take it back for a moment.
    if (isBusy() || client.isMutating() > 0) {
      timer = setTimeout(readAgain, pauseMs);
      return;
    }
    timer = undefined;
    const keys = [...due.values()];
    due.clear();
    for (const queryKey of keys) {
      if (queryKey[0] === 'me') onAccount();
      else void client.invalidateQueries({ queryKey });
    }
  }

  function hear({ id, event }: Said): void {
    if (id !== undefined) lastId = id;
    const keys = keysOf(event) ?? [[]];
    for (const queryKey of keys) due.set(queryKey.join('/'), queryKey);
    if (keys.length > 0) timer ??= setTimeout(readAgain, pauseMs);
  }

  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'said') hear(data.said);
    if (data.kind === 'recent' && data.to === me) for (const said of data.said) hear(said);
    if (data.kind === 'asked' && recent.length > 0) tell({ kind: 'recent', to: data.from, said: recent });
  });
  // A tab just opened has read its pages before it could hear what changed meanwhile.
  tell({ kind: 'asked', from: me });

  function say(said: Said): void {
    const heardAt = Date.now();
    recent = [...recent.filter((each) => heardAt - each.heardAt < recentMs), { ...said, heardAt }];
    tell({ kind: 'said', said });
    hear(said);
  }

  async function listenOnce(onOpen: () => void): Promise<void> {
    const gone = new AbortController();
    const end = () => gone.abort();
    ending.signal.addEventListener('abort', end);
    let silence = setTimeout(end, silentMs);
    let hidden: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(hidden);
      if (document.hidden) hidden = setTimeout(end, hiddenMs);
    };
    document.addEventListener('visibilitychange', look);
    try {
      const response = await callRaw('followChanges', { signal: gone.signal, lastEventId: lastId });
      const read = createEventReader();
      const text = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await text?.read(); part && !part.done; part = await text?.read()) {
        onOpen();
        clearTimeout(silence);
        silence = setTimeout(end, silentMs);
        for (const said of read(part.value)) say(said);
      }
    } finally {
      end();
      clearTimeout(silence);
      clearTimeout(hidden);
      document.removeEventListener('visibilitychange', look);
      ending.signal.removeEventListener('abort', end);
    }
  }

  async function listen(): Promise<void> {
    let failures = 0;
    while (!ending.signal.aborted) {
      await untilSeen(ending.signal);
      let refusal: unknown;
      await listenOnce(() => {
        failures = 0;
      }).catch((error: unknown) => {
        refusal = error;
      });
      if (ending.signal.aborted) return;
      failures += 1;
      // Nobody is signed in any more: whoever signs in begins anew.
      if (refusal instanceof ProblemError && refusal.status === 401) await untilSignedIn(ending.signal, client);
      const most = Math.min(mostPauseMs, 250 * 2 ** failures);
      await wait(most / 2 + Math.random() * (most / 2), ending.signal);
    }
  }

  // Six connections are all that a browser opens to one host without HTTP/2: one of them is for this.
  if (navigator.locks) {
    navigator.locks.request(`waymark:live:${account}`, { signal: ending.signal }, listen).catch(() => {});
  } else void listen();

  return () => {
    ending.abort();
    clearTimeout(timer);
    channel?.close();
  };
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}

async function untilSeen(signal: AbortSignal): Promise<void> {
  if (!document.hidden) return;
  await new Promise<void>((resolve) => {
    document.addEventListener('visibilitychange', () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => resolve());
  });
}

/** Signing in again reads the account anew. */
async function untilSignedIn(signal: AbortSignal, client: QueryClient): Promise<void> {
  await new Promise<void>((resolve) => {
    const unsubscribe = client.getQueryCache().subscribe(({ type, query }) => {
      if (type === 'updated' && query.queryKey[0] === 'me') resolve();
    });
    signal.addEventListener('abort', () => resolve());
    signal.addEventListener('abort', unsubscribe);
  });
}
