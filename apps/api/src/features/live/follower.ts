import type { LiveEvent } from '@waymark/contract';

/** An event and where it stands among all: tokens of a change stream order as text. */
export interface Placed {
  token: string;
  event: LiveEvent;
}

/** One open stream. */
export interface Follower {
  memberId: string;
  sessionId: string;
  /** Says it, unless the client has had it before. */
  tell(placed: Placed): void;
  /** Says that more changed than is known; what waited is in it. */
  resync(token: string | undefined): void;
  end(): void;
}

const heartbeatMs = 20_000;
/** So many may wait for a client that reads slowly; more become one `resync`. */
const mostWaiting = 100;

const written = (event: LiveEvent, token: string | undefined) =>
  `${token === undefined ? '' : `id: ${token}\n`}data: ${JSON.stringify(event)}\n\n`;

interface Following {
  memberId: string;
  sessionId: string;
  /** What the client has had: nothing up to it is said again. */
  after: string;
  gone: AbortSignal;
}

/** A stream, and its text as it comes to be: ends when told to, or when the client is gone. */
export function createFollower({ memberId, sessionId, after, gone }: Following): Follower & {
  text(): AsyncGenerator<string>;
} {
  let waiting: string[] = [];
  let said = after;
  let isOver = false;
  let wake: () => void = () => {};
  const put = (next: string[]) => {
    waiting = next;
    wake();
  };
  const end = () => {
    isOver = true;
    wake();
  };
  return {
    memberId,
    sessionId,
    tell({ token, event }) {
      if (token <= said) return;
      said = token;
      put(waiting.length < mostWaiting ? [...waiting, written(event, token)] : [written({ kind: 'resync' }, token)]);
    },
    resync(token) {
      // A stream that was begun anew may stand before what this client has had.
      said = token ?? '';
      put([written({ kind: 'resync' }, token)]);
    },
    end,
    async *text() {
      gone.addEventListener('abort', end, { once: true });
      // Says at once that it listens, and after how long to come back.
      yield 'retry: 1000\n\n';
      while (!isOver) {
        const ready = waiting;
        waiting = [];
        if (ready.length > 0) {
          yield ready.join('');
          continue;
        }
        const isQuiet = await new Promise<boolean>((resolve) => {
          const timer = setTimeout(() => resolve(true), heartbeatMs);
          wake = () => {
            clearTimeout(timer);
            resolve(false);
          };
          // It ended between the two.
          if (isOver || gone.aborted) wake();
        });
        if (gone.aborted) return;
        if (isQuiet) yield ': still here\n\n';
      }
      if (!gone.aborted) yield ': over\n\n';
    },
  };
}
