import type { Review, ReviewDraft } from '@waymark/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../api/problem';
import { useKeepDraft } from './reviews.queries';
import type { DraftWords } from './verdict-draft';

const restMs = 800;

/** What is typed into a verdict, kept on the server as it is typed; what another device wrote is never written over. */
export function useVerdictDraft(review: Review, initial: DraftWords, version: number) {
  const keep = useKeepDraft(review);
  const [words, setWords] = useState(initial);
  const [theirs, setTheirs] = useState<ReviewDraft | null>(null);
  const base = useRef(version);
  const kept = useRef(initial);
  const { mutateAsync } = keep;

  const save = useCallback(
    async (next: DraftWords) => {
      try {
        const answer = await mutateAsync({ ...next, base: base.current });
        base.current = answer.version;
        kept.current = next;
      } catch (error) {
        const isStale = error instanceof ProblemError && error.code === 'stale';
        if (isStale) setTheirs(error.current as ReviewDraft);
      }
    },
    [mutateAsync],
  );

  useEffect(() => {
    if (words === kept.current || theirs) return;
    const timer = setTimeout(() => void save(words), restMs);
    return () => clearTimeout(timer);
  }, [words, theirs, save]);

  return {
    words,
    change: (part: Partial<DraftWords>) => setWords((before) => ({ ...before, ...part })),
    isKeeping: keep.isPending,
    isKept: words === kept.current,
    /** What another device wrote meanwhile, until one of the two is taken. */
    theirs,
    takeTheirs() {
      if (!theirs) return;
      const { version: newer, updatedAt: _, ...next } = theirs;
      base.current = newer;
      kept.current = next;
      setWords(next);
      setTheirs(null);
    },
    keepMine() {
      if (theirs) base.current = theirs.version;
      setTheirs(null);
    },
  };
}
