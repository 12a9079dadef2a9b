import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Room, RoomChange } from '@waymark/contract';
import { applyRoomChange } from '@waymark/contract/rules';
import { useMemo, useSyncExternalStore } from 'react';
import { sentenceFor } from '../../api/problem';
import { notify } from '../../ui/toast';
import { laneOf, pendingOf, sendChange, subscribeChanges } from './room-changes';
import { roomQuery } from './rooms.queries';
import { roomsText as text } from './rooms.text';

export type ChangeRoom = (change: RoomChange) => void;

/** A topic's room with what I have just done in it, and how to do more. What is refused comes back with its reason. */
export function useRoom(slug: string, topicId: string) {
  const client = useQueryClient();
  const query = useQuery(roomQuery(slug, topicId));
  const lane = laneOf(slug, topicId);
  const pending = useSyncExternalStore(subscribeChanges, () => pendingOf(lane));
  const room = useMemo<Room | undefined>(
    () => query.data && pending.reduce((so, { change, at }) => applyRoomChange(so, change, at), query.data),
    [query.data, pending],
  );
  const change = useMemo(() => {
    const make: ChangeRoom = (wanted) => {
      sendChange(client, slug, topicId, wanted).catch((error: unknown) =>
        notify({
          tone: 'alarm',
          text: text.refused(sentenceFor(error)),
          action: { label: text.retry, run: () => make(wanted) },
        }),
      );
    };
    return make;
  }, [client, slug, topicId]);
  return { room, note: query.data?.note, change, error: query.error, retry: () => void query.refetch() };
}
