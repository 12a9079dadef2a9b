import { useMemo } from 'react';
import { useSession } from '../../api/session';
import { useTalkCards } from './talk.queries';

const none: ReadonlyMap<string, number> = new Map();

/** How much is new in the talks of my way, by topic; what is not there has nothing new. */
export function useUnread(slug: string | null): ReadonlyMap<string, number> {
  const myId = useSession().account?.id;
  const cards = useTalkCards(slug && myId ? { learnerId: myId, slug, isMine: true } : null).data;
  return useMemo(() => {
    const fresh = cards?.filter(({ unread }) => unread > 0) ?? [];
    return fresh.length === 0 ? none : new Map(fresh.map(({ topicId, unread }) => [topicId, unread]));
  }, [cards]);
}
