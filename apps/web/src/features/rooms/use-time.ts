import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewTime, TimeChange, TimeEntry } from '@waymark/contract';
import { dayIn } from '@waymark/contract/rules';
import { useMemo } from 'react';
import { notify } from '../../ui/toast';
import { minutesOf, type Place, timeLane, withTime } from './room-operations';
import { timeQuery } from './rooms.queries';
import { roomsText as text } from './rooms.text';
import { sendInTurn } from './send-in-turn';
import { newEntryId } from './timer';
import { useWaiting } from './use-waiting';

const today = () => dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date());

/** What keeps time: each shows at once, is sent in its turn, and comes back with its reason when it is refused. */
export function timeActs(client: QueryClient) {
  function add(given: Place & { id?: string; minutes: number; day?: string; words?: string }): void {
    const id = given.id ?? newEntryId();
    const at = new Date().toISOString();
    const { roadmap, topicId, minutes, day = today(), words = '' } = given;
    const body = { id, roadmap, topicId, minutes, day, words, at } satisfies NewTime & TimeEntry;
    void sendInTurn(client, timeLane, 'addTime', { body }, () => add({ ...given, id }));
  }

  function change(entry: TimeEntry, body: TimeChange): void {
    const params = { id: entry.id };
    void sendInTurn(client, timeLane, 'changeTime', { params, body }, () => change(entry, body));
  }

  function remove(entry: TimeEntry): void {
    void sendInTurn(client, timeLane, 'deleteTime', { params: { id: entry.id } }, () => remove(entry));
    const action = { label: text.undo, run: () => add(entry) };
    notify({ text: text.time.removed(entry.minutes), action });
  }

  return { add, change, remove };
}

const none: readonly TimeEntry[] = [];

/** The time of one topic with what waits to be sent: its entries, and by how much they are `more` than the server's. */
export function useTime(roadmap: string, topicId: string) {
  const client = useQueryClient();
  const known = useQuery(timeQuery(roadmap, topicId)).data?.items ?? none;
  const waiting = useWaiting();
  const entries = useMemo(() => withTime(known, { roadmap, topicId }, waiting), [known, roadmap, topicId, waiting]);
  return { entries, more: minutesOf(entries) - minutesOf(known), ...timeActs(client) };
}
