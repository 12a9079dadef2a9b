import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { call } from '../../api/call';
import type { Operation } from '../../api/outbox';
import { onAnswer, outboxOf } from '../../api/outbox-of';
import { queued } from '../../api/queued';
import { useSession } from '../../api/session';
import { notify } from '../../ui/toast';
import { commentsKey, type TalkPlace } from './talk.queries';
import { talkText as text } from './talk.text';

const laneOf = ({ learnerId, slug, topicId }: TalkPlace) => `talk:${learnerId}:${slug}/${topicId}`;

interface Said {
  id: string;
  text: string;
}

/** Says something on a topic, also without a connection: it waits on this device, and shows that it does. */
export function useSay(place: TalkPlace) {
  const client = useQueryClient();
  const outbox = outboxOf(useSession().account?.id ?? '');
  const operations = useSyncExternalStore(outbox.subscribe, outbox.waiting);
  const { learnerId: id, slug, topicId } = place;
  const lane = laneOf(place);
  const queryKey = commentsKey(place);
  const again = () => client.invalidateQueries({ queryKey });
  useEffect(() => {
    // What was sent is read before it stops to show as waiting.
    onAnswer(['sayOnTopic'], async () => {
      await Promise.all(['talk', 'my-talk'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    });
  }, [client]);
  const waiting = operations
    .filter((each) => each.lane === lane && each.name === 'sayOnTopic')
    .map(({ id: key, input }: Operation): Said => ({ id: key, text: (input as { body: Said }).body.text }));

  return {
    waiting,
    say(words: string): void {
      const input = { params: { id, slug, topicId }, body: { text: words }, idempotencyKey: crypto.randomUUID() };
      // What the server would not have is listed with the rest of what could not be merged.
      void queued(lane, 'sayOnTopic', input, text.said(words)).catch(() => {});
    },
    async remove(commentId: string): Promise<void> {
      const params = { id, slug, topicId, commentId };
      await call('deleteTopicComment', { params });
      await again();
      const run = () => void call('restoreTopicComment', { params }).then(again);
      notify({ text: text.removed, action: { label: text.undo, run } });
    },
  };
}
