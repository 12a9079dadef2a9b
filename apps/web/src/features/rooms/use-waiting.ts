import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { Answer, Endpoints, Room, RoomNote } from '@waymark/contract';
import { useEffect, useSyncExternalStore } from 'react';
import type { Operation } from '../../api/outbox';
import { onAnswer, outboxOf } from '../../api/outbox-of';
import { useSession } from '../../api/session';
import { type Asked, minutesOf, withOperations, withTime } from './room-operations';

type Entries = Answer<Endpoints['listTime']>;

/** What else shows something of a room: lists of rooms and notes, the calendar, the enrolment's figures. */
const around = [['rooms'], ['notes'], ['activity'], ['enrolment']];

/** Reads again what is in sight, once the answer stands where the act stood. */
function readAgain(client: QueryClient, keys: readonly string[][]): void {
  setTimeout(() => {
    for (const queryKey of keys) void client.invalidateQueries({ queryKey });
  });
}

/** What was asked before this answer came may not know of it, and must not overwrite it. */
async function keepRoom(client: QueryClient, operation: Operation, answer: unknown, isLast: boolean): Promise<void> {
  const { slug, topicId } = (operation.input as Asked).params;
  const queryKey = ['room', slug, topicId];
  const isKnown = client.getQueryData(queryKey) !== undefined;
  if (isKnown) await client.cancelQueries({ queryKey });
  client.setQueryData<Room>(queryKey, (room) => {
    if (!room || operation.name === 'changeRoom') return (answer as Room | undefined) ?? room;
    if (operation.name === 'writeNote') return answer ? { ...room, note: answer as RoomNote } : room;
    return withOperations(room, [operation]);
  });
  const isAnswered = answer !== undefined || operation.name.endsWith('DeadLink');
  readAgain(client, [...(isLast ? around : []), ...(isKnown && isAnswered ? [] : [queryKey])]);
}

/** The entry is where its answer would put it: a page that lists it shows it without asking. */
async function keepTime(client: QueryClient, operation: Operation, isLast: boolean): Promise<void> {
  for (const [queryKey] of client.getQueriesData<Entries>({ queryKey: ['time'] })) {
    const [, roadmap = '', topicId = ''] = queryKey as string[];
    const after = () => {
      const list = client.getQueryData<Entries>(queryKey);
      const items = withTime(list?.items ?? [], { roadmap, topicId }, [operation]);
      return list && items !== list.items ? { list, items: [...items] } : null;
    };
    if (!after()) continue;
    await client.cancelQueries({ queryKey });
    const changed = after();
    if (!changed) continue;
    const more = minutesOf(changed.items) - minutesOf(changed.list.items);
    client.setQueryData<Entries>(queryKey, { ...changed.list, items: changed.items });
    client.setQueryData<Room>(['room', roadmap, topicId], (room) => room && { ...room, minutes: room.minutes + more });
  }
  if (isLast) readAgain(client, [...around, ['time'], ['room']]);
}

/** What was done on this device, of whatever it was, and is not sent yet. Answers are put where these pages read them. */
export function useWaiting(): readonly Operation[] {
  const client = useQueryClient();
  const outbox = outboxOf(useSession().account?.id ?? '');
  useEffect(() => {
    onAnswer(['changeRoom', 'writeNote', 'reportDeadLink', 'withdrawDeadLink'], (operation, answer, isLast) =>
      keepRoom(client, operation, answer, isLast),
    );
    onAnswer(['addTime', 'changeTime', 'deleteTime'], (operation, _, isLast) => keepTime(client, operation, isLast));
  }, [client]);
  return useSyncExternalStore(outbox.subscribe, outbox.waiting);
}
