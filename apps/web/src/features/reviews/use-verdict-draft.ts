import type { Review, ReviewDraft } from '@waymark/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../api/problem';
import { useKeepDraft } from './reviews.queries';
import type { DraftWords } from './verdict-draft';

const restMs = 800;

/**
 * What is typed into a verdict, kept on the server as it is typed; what another device wrote is never written over. `version`
 * is that of what the server has; `isCarried`: `initial` came from elsewhere, and has yet to be kept.
 */
export function useVerdictDraft(review: Review, initial: DraftWords, version: number, isCarried: boolean) {
  const keep = useKeepDraft(review);
  const [words, setWords] = useState(initial);
  const [theirs, setTheirs] = useState<ReviewDraft | null>(null);
  const base = useRef(version);
  const [kept, setKept] = useState<DraftWords | null>(isCarried ? null : initial);
  const { mutateAsync } = keep;

  const save = useCallback(
    async (next: DraftWords) => {
      try {
        const answer = await mutateAsync({ ...next, base: base.current });
        base.current = answer.version;
        setKept(next);
      } catch (error) {
        const isStale = error instanceof ProblemError && error.code === 'stale';
        if (isStale) setTheirs(error.current as ReviewDraft);
      }
    },
    [mutateAsync],
  );

  const isWaiting = words !== kept && !theirs;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => void save(words), restMs);
    return () => clearTimeout(timer);
  }, [isWaiting, words, save]);

  // Who goes to another page in the middle of a sentence finds it when they come back.
  const last = useRef({ isWaiting, words });
  last.current = { isWaiting, words };
  useEffect(
    () => () => {
      if (last.current.isWaiting) void save(last.current.words);
    },
    [save],
  );

  return {
    words,
    change: (part: Partial<DraftWords>) => setWords((before) => ({ ...before, ...part })),
    isKeeping: keep.isPending,
    isKept: words === kept,
    hasFailed: keep.isError,
    /** What another device wrote meanwhile, until one of the two is taken. */
    theirs,
    takeTheirs() {
      if (!theirs) return;
      const { version: newer, updatedAt: _, ...next } = theirs;
      base.current = newer;
      setKept(next);
      setWords(next);
      setTheirs(null);
    },
    keepMine() {
      if (theirs) base.current = theirs.version;
      setTheirs(null);
    },
    /** It was sent: what is on the server is gone with it. */
    forget: () => setKept(words),
  };
}
