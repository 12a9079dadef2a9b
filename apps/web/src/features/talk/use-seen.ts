import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef } from 'react';
import { call } from '../../api/call';
import { type TalkPlace, useComments, useTalkCards } from './talk.queries';

/** Whether something is in sight, as far as this browser can tell; `act` runs when it comes into it. */
function whenInSight(element: Element, act: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    act();
    return () => {};
  }
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) act();
  });
  observer.observe(element);
  return () => observer.disconnect();
}

/** What is new in a talk is read once its end has been in sight. */
export function useSeen(place: TalkPlace, end: RefObject<Element | null>): void {
  const client = useQueryClient();
  const { learnerId: id, slug, topicId, isMine } = place;
  const unread = useTalkCards({ learnerId: id, slug, isMine }).data?.find((card) => card.topicId === topicId)?.unread;
  const last = useComments(place).data?.pages[0]?.items.at(-1)?.id;
  const seen = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!end.current || !last || !unread || seen.current === last) return;
    return whenInSight(end.current, () => {
      if (seen.current === last) return;
      seen.current = last;
      const keys = [isMine ? ['my-talk', slug, 'cards'] : ['talk', id, slug, 'cards'], ['notifications']];
      void call('seeTalk', { params: { id, slug, topicId } })
        .then(() => Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey }))))
        .catch(() => {});
    });
  }, [client, end, id, slug, topicId, isMine, last, unread]);
}
