import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer, Endpoints, NewTime, Room, TimeChange, TimeEntry } from '@waymark/contract';
import { dayIn } from '@waymark/contract/rules';
import { sentenceFor } from '../../api/problem';
import { queued } from '../../api/queued';
import { notify } from '../../ui/toast';
import { refreshAround } from './room-changes';
import { timeQuery } from './rooms.queries';
import { roomsText as text } from './rooms.text';
import { newEntryId } from './timer';

type Entries = Answer<Endpoints['listTime']>;
type Place = Pick<TimeEntry, 'roadmap' | 'topicId'>;

/** Puts an entry where the pages read it, or takes it away; gives what puts it back. */
function show(client: QueryClient, { roadmap, topicId }: Place, id: string, entry: TimeEntry | null): () => void {
  const keys = [
    ['time', roadmap, topicId],
    ['room', roadmap, topicId],
  ] as const;
  const [timeKey, roomKey] = keys;
  const before = keys.map((each) => client.getQueryData(each));
  const old = client.getQueryData<Entries>(timeKey)?.items.find((each) => each.id === id);
  client.setQueryData<Entries>(timeKey, (list) => {
    const others = list?.items.filter((each) => each.id !== id) ?? [];
    const items = entry ? [entry, ...others].toSorted((a, b) => (a.day < b.day ? 1 : -1)) : others;
    return list && { ...list, items };
  });
  const more = (entry?.minutes ?? 0) - (old?.minutes ?? 0);
  client.setQueryData<Room>(roomKey, (room) => room && { ...room, minutes: room.minutes + more });
  return () => keys.forEach((each, place) => void client.setQueryData(each, before[place]));
}

async function sent(
  client: QueryClient,
  place: Place,
  undo: () => void,
  write: () => Promise<unknown>,
  again: () => void,
) {
  try {
    await write();
  } catch (error) {
    undo();
    const action = { label: text.retry, run: again };
    notify({ tone: 'alarm', text: text.refused(sentenceFor(error)), action });
  }
  void client.invalidateQueries({ queryKey: ['time', place.roadmap, place.topicId] });
  void client.invalidateQueries({ queryKey: ['room', place.roadmap, place.topicId] });
  refreshAround(client, place.roadmap);
}

const today = () => dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date());

/** What keeps time: each shows at once, is sent in its turn, and comes back with its reason when it is refused. */
export function timeActs(client: QueryClient) {
  function add(given: Place & { id?: string; minutes: number; day?: string; words?: string }): void {
    const id = given.id ?? newEntryId();
    const at = new Date().toISOString();
    const { roadmap, topicId, minutes, day = today(), words = '' } = given;
    const body = { id, roadmap, topicId, minutes, day, words, at } satisfies NewTime;
    const undo = show(client, given, id, body);
    const write = () => queued('time', 'addTime', { body, idempotencyKey: crypto.randomUUID() });
    void sent(client, given, undo, write, () => add({ ...given, id }));
  }

  function change(entry: TimeEntry, body: TimeChange): void {
    const changed = { ...entry, ...body } as TimeEntry;
    const undo = show(client, entry, entry.id, changed);
    const params = { id: entry.id };
    const write = () => queued('time', 'changeTime', { params, body, idempotencyKey: crypto.randomUUID() });
    void sent(client, entry, undo, write, () => change(entry, body));
  }

  function remove(entry: TimeEntry): void {
    const undo = show(client, entry, entry.id, null);
    const params = { id: entry.id };
    const write = () => queued('time', 'deleteTime', { params, idempotencyKey: crypto.randomUUID() });
    void sent(client, entry, undo, write, () => remove(entry));
    const action = { label: text.undo, run: () => add(entry) };
    notify({ text: text.time.removed(entry.minutes), action });
  }

  return { add, change, remove };
}

export function useTime(slug: string, topicId: string) {
  const client = useQueryClient();
  return { entries: useQuery(timeQuery(slug, topicId)).data?.items ?? [], ...timeActs(client) };
}
