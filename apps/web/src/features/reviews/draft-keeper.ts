import type { ReviewDraft } from '@waymark/contract';
import { isProblem } from '../../api/problem';
import type { DraftWords } from './verdict-draft';

export type KeepDraft = (body: DraftWords & { base: number }) => Promise<ReviewDraft>;

export interface DraftState {
  words: DraftWords;
  status: 'kept' | 'typing' | 'keeping' | 'failed' | 'stale';
  /** What another window wrote meanwhile, until one of the two is taken. */
  theirs: ReviewDraft | null;
  failure: unknown;
}

export interface DraftKeeper {
  state: () => DraftState;
  subscribe: (listener: () => void) => () => void;
  change: (part: Partial<DraftWords>) => void;
  /** Sends what is typed now, without waiting for a pause. */
  flush: () => Promise<void>;
  takeTheirs: () => void;
  keepMine: () => void;
  /** It was sent: what is on the server is gone with it. */
  forget: () => void;
}

const restMs = 800;
const wordsOf = ({ version: _, updatedAt: __, ...words }: ReviewDraft): DraftWords => words;
const same = (one: DraftWords, other: DraftWords) => JSON.stringify(one) === JSON.stringify(other);

export interface Begun {
  words: DraftWords;
  /** Of what the server has. */
  version: number;
  /** The words came from elsewhere, and have yet to be kept. */
  isCarried?: boolean;
}

/**
 * Keeps what is typed into a verdict, on the server after a pause, one write after the other. What another window wrote
 * meanwhile is never written over: both are there until somebody chooses.
 */
export function createDraftKeeper({ words: initial, version, isCarried = false }: Begun, keep: KeepDraft): DraftKeeper {
  let base = version;
  let kept: DraftWords | null = isCarried ? null : initial;
  let state: DraftState = { words: initial, status: isCarried ? 'typing' : 'kept', theirs: null, failure: null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function become(next: Partial<DraftState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), restMs);
  }

  function fail(error: unknown, sent: DraftWords): void {
    const theirs = isProblem(error, 'stale') ? (error.current as ReviewDraft | undefined) : undefined;
    if (theirs) base = theirs.version;
    // Its answer was lost on the way: it is mine.
    if (theirs && same(wordsOf(theirs), sent)) settle(sent);
    else become(theirs ? { status: 'stale', theirs } : { status: 'failed', failure: error });
  }

  function settle(sent: DraftWords): void {
    kept = sent;
    const isBehind = state.words !== kept;
    become({ status: isBehind ? 'typing' : 'kept', failure: null, theirs: null });
    if (isBehind) later();
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (state.status === 'keeping' || state.status === 'stale' || state.words === kept) return;
    const sent = state.words;
    become({ status: 'keeping' });
    try {
      base = (await keep({ ...sent, base })).version;
    } catch (error) {
      fail(error, sent);
      return;
    }
    settle(sent);
  }

  function change(part: Partial<DraftWords>): void {
    const isHeld = state.status === 'keeping' || state.status === 'stale';
    become({ words: { ...state.words, ...part }, ...(!isHeld && { status: 'typing' as const }) });
    if (!isHeld) later();
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    flush,
    takeTheirs() {
      if (!state.theirs) return;
      kept = wordsOf(state.theirs);
      become({ words: kept, status: 'kept', theirs: null });
    },
    keepMine() {
      if (!state.theirs) return;
      kept = wordsOf(state.theirs);
      become({ status: 'typing', theirs: null });
      void flush();
    },
    forget() {
      clearTimeout(timer);
      kept = state.words;
      become({ status: 'kept', theirs: null });
    },
  };
}
