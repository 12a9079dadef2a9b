import { type DehydratedState, dehydrate, hydrate, type QueryClient } from '@tanstack/react-query';
import type { Account } from '@waymark/contract';
import { theDevice } from './outbox-store';
import { ProblemError } from './problem';
import { forgetUnsent } from './unsent-store';

/** What this device last knew of one member: their account, without any secret, and what their pages have read. */
interface Known {
  account: Account;
  build: string;
  savedAt: number;
  state: DehydratedState;
}

const key = 'last';
const pauseMs = 2000;
const mostBytes = 4_000_000;
const keptMs = 30 * 86_400_000;

/** What a learner reads of their own, and the roadmaps. What mentors and owners read of others is never kept. */
const mine = new Set([
  'roadmap',
  'roadmaps',
  'enrolments',
  'enrolment',
  'activity',
  'projects',
  'my-reviews',
  'project',
  'room',
  'rooms',
  'notes',
  'time',
  'notifications',
  'my-talk',
  'my-suggestions',
  'my-help',
  'readers',
]);

/**
 * What was read a second before a reload is not what was written after that: it is shown, and read anew at once. The
 * roadmaps themselves are no learner's to change.
 */
const toBeReadAnew = (state: DehydratedState): DehydratedState => ({
  ...state,
  queries: state.queries.map((query) => {
    const isMine = !/^roadmaps?$/.test(String(query.queryKey[0]));
    return isMine ? { ...query, state: { ...query.state, isInvalidated: true } } : query;
  }),
});

/** Another build may read another shape. */
const build = import.meta.env.VITE_BUILD ?? 'development';

/** The account that was last signed in here. `null`: nobody, or they signed out. */
export async function lastAccount(): Promise<Account | null> {
  const known = (await (await theDevice()).get('known', key)) as Known | undefined;
  return known && Date.now() - known.savedAt < keptMs ? known.account : null;
}

/** Tries `act` when the network says that it is back, and now and then, until the server has answered. */
export async function whenBack(act: () => Promise<void>): Promise<void> {
  for (let pause = 2000; ; pause = Math.min(30_000, pause * 2)) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, pause);
      function done(): void {
        clearTimeout(timer);
        removeEventListener('online', done);
        resolve();
      }
      addEventListener('online', done);
    });
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ProblemError) || (error.status > 0 && error.status < 500)) return;
    }
  }
}

/**
 * Signed out, or somebody else: nothing read is left here, and no question that was never asked. What waits to be sent stays,
 * for its own account.
 */
export async function forgetLastKnown(): Promise<void> {
  forgetUnsent('question');
  forgetUnsent('talk');
  await (await theDevice()).delete('known', key);
}

/** Shows what was last known, until it is read anew, and keeps what will be read. Returns what ends it. */
export function keepLastKnown(client: QueryClient, account: Account): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  async function restore(): Promise<void> {
    const known = (await (await theDevice()).get('known', key)) as Known | undefined;
    if (isOver || known?.account.id !== account.id || known.build !== build) return;
    if (Date.now() - known.savedAt < keptMs) hydrate(client, toBeReadAnew(known.state));
  }

  async function save(): Promise<void> {
    timer = undefined;
    const me = client.getQueryData<Account>(['me']);
    if (isOver || me?.id !== account.id) return;
    const state = dehydrate(client, {
      shouldDehydrateMutation: () => false,
      shouldDehydrateQuery: ({ queryKey, state }) => state.status === 'success' && mine.has(String(queryKey[0])),
    });
    // The oldest go first, should it be more than a device is to hold.
    const newest = state.queries.toSorted((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt);
    let bytes = 0;
    const queries = newest.filter((query) => {
      bytes += JSON.stringify(query.state.data).length;
      return bytes < mostBytes;
    });
    const known: Known = { account: me, build, savedAt: Date.now(), state: { ...state, queries } };
    await (await theDevice()).put('known', known, key);
  }

  const soon = () => {
    timer ??= setTimeout(() => void save().catch(() => {}), pauseMs);
  };
  const now = () => {
    if (document.visibilityState === 'hidden') void save().catch(() => {});
  };
  const unsubscribe = client.getQueryCache().subscribe(({ type }) => {
    if (type === 'updated') soon();
  });
  document.addEventListener('visibilitychange', now);
  void restore().then(soon, () => {});
  return () => {
    isOver = true;
    clearTimeout(timer);
    unsubscribe();
    document.removeEventListener('visibilitychange', now);
  };
}
