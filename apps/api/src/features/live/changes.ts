import { Problem, unavailable } from '../../http/problem.js';
import { createFollower, type Follower, type Placed } from './follower.js';

/** Per member: some tabs that do not share one, on some devices. */
const mostPerMember = 20;
const mostPerProcess = 5000;
/** A client that was away for no longer gets what it missed. */
const keptMs = 5 * 60_000;
const mostKept = 20_000;
/** What changed while a page was being loaded is told to a client that never had an event. */
const freshMs = 60_000;

interface Kept extends Placed {
  memberIds: readonly string[];
  seenAt: number;
}

interface Asking {
  memberId: string;
  sessionId: string;
  lastEventId: string | undefined;
  gone: AbortSignal;
}

export interface Changes {
  /** The change stream begins, at this place: what was before it is not known. */
  begin(token: string): void;
  /** One change, in the order of its tokens, for these members. */
  publish(placed: Placed, memberIds: readonly string[]): void;
  /** One member's stream of events. Throws `too-many-requests` or `unavailable`. */
  follow(asking: Asking): AsyncGenerator<string>;
  /** The sessions of all open streams. */
  sessionIds(): ReadonlySet<string>;
  endSession(sessionId: string): void;
  /** Ends every stream, and takes no more. */
  stop(): void;
}

/** What this process has seen in the last minutes, and who listens to it. Keeps at most `mostKept` events. */
export function createChanges(clock: () => number = () => performance.now()): Changes {
  const byMember = new Map<string, Set<Follower>>();
  let kept: Kept[] = [];
  /** Everything after it is in `kept`. */
  let floor: string | undefined;
  let newest: string | undefined;
  let isStopping = false;

  const all = () => [...byMember.values()].flatMap((followers) => [...followers]);

  function dropOld(): void {
    const oldest = clock() - keptMs;
    // Half at once: one by one, each event would move all others.
    const isFull = kept.length > mostKept;
    const place = isFull ? mostKept / 2 : kept.findIndex(({ seenAt }) => seenAt >= oldest);
    if (place === 0) return;
    const dropped = place < 0 ? kept : kept.slice(0, place);
    floor = dropped.at(-1)?.token ?? floor;
    kept = place < 0 ? [] : kept.slice(place);
  }

  function join(follower: Follower): () => void {
    const followers = byMember.get(follower.memberId) ?? new Set();
    byMember.set(follower.memberId, followers.add(follower));
    return () => {
      followers.delete(follower);
      if (followers.size === 0) byMember.delete(follower.memberId);
    };
  }

  /** What a client missed; `undefined` when that is not known any more. */
  function missed(lastEventId: string | undefined): readonly Kept[] | undefined {
    const since = clock() - freshMs;
    if (lastEventId === undefined) return kept.filter(({ seenAt }) => seenAt >= since);
    return floor !== undefined && lastEventId >= floor ? kept.filter(({ token }) => token > lastEventId) : undefined;
  }

  async function* listen(asking: Asking): AsyncGenerator<string> {
    const { memberId, lastEventId } = asking;
    const follower = createFollower({ ...asking, after: lastEventId ?? '' });
    const leave = join(follower);
    try {
      const before = missed(lastEventId);
      if (!before) follower.resync(newest);
      for (const each of before ?? []) if (each.memberIds.includes(memberId)) follower.tell(each);
      yield* follower.text();
    } finally {
      leave();
    }
  }

  return {
    begin(token) {
      kept = [];
      floor = token;
      newest = token;
      for (const follower of all()) follower.resync(token);
    },
    publish(placed, memberIds) {
      newest = placed.token;
      kept.push({ ...placed, memberIds, seenAt: clock() });
      dropOld();
      for (const memberId of memberIds) for (const follower of byMember.get(memberId) ?? []) follower.tell(placed);
    },
    follow(asking) {
      if (isStopping) throw unavailable('This server is stopping.');
      if (all().length >= mostPerProcess) throw unavailable('Too many listen at once.');
      if ((byMember.get(asking.memberId)?.size ?? 0) >= mostPerMember) {
        const detail = 'Close some of the tabs in which Waymark is open.';
        throw new Problem('too-many-requests', { detail, headers: { 'Retry-After': '30' } });
      }
      return listen(asking);
    },
    sessionIds: () => new Set(all().map(({ sessionId }) => sessionId)),
    endSession(sessionId) {
      for (const follower of all()) if (follower.sessionId === sessionId) follower.end();
    },
    stop() {
      isStopping = true;
      for (const follower of all()) follower.end();
    },
  };
}
