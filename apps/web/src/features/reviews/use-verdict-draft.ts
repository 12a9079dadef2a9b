import type { Review } from '@waymark/contract';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Begun, createDraftKeeper } from './draft-keeper';
import { keepDraftOf } from './reviews.queries';

/** What is typed into a verdict on one revision, kept as it is typed, and once more when one leaves the page. */
export function useVerdictDraft({ id }: Pick<Review, 'id'>, revision: number, begun: Begun) {
  const [keeper] = useState(() => createDraftKeeper(begun, keepDraftOf(id, revision)));
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);

  useEffect(() => {
    void keeper.flush();
    const onHide = () => {
      if (document.visibilityState === 'hidden') void keeper.flush();
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      void keeper.flush();
    };
  }, [keeper]);

  return { keeper, ...state };
}
