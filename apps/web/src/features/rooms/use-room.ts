import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Room, RoomChange } from '@waymark/contract';
import { useMemo } from 'react';
import { laneOf, withOperations } from './room-operations';
import { roomQuery } from './rooms.queries';
import { sendInTurn } from './send-in-turn';
import { useWaiting } from './use-waiting';

export type ChangeRoom = (change: RoomChange) => void;

/** A topic's room with what I have done in it on this device, and how to do more. */
export function useRoom(slug: string, topicId: string) {
  const client = useQueryClient();
  const query = useQuery(roomQuery(slug, topicId));
  const waiting = useWaiting();
  const room = useMemo<Room | undefined>(
    () => query.data && withOperations(query.data, waiting),
    [query.data, waiting],
  );
  const change = useMemo(() => {
    const make: ChangeRoom = (wanted) => {
      const input = { params: { slug, topicId }, body: { ...wanted, at: new Date().toISOString() } };
      void sendInTurn(client, laneOf(slug, topicId), 'changeRoom', input, () => make(wanted));
    };
    return make;
  }, [client, slug, topicId]);
  return { room, note: query.data?.note, change, error: query.error, retry: () => void query.refetch() };
}
