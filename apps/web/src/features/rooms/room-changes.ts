import type { QueryClient } from '@tanstack/react-query';
import type { Room, RoomChange } from '@waymark/contract';
import { queued } from '../../api/queued';

/** A change under way, and when it was made. */
export interface Pending {
  change: RoomChange;
  at: string;
}

const none: readonly Pending[] = [];
/** What was done and is not yet answered, by room: an act is sent even when its panel is closed. */
const pending = new Map<string, readonly Pending[]>();
const listeners = new Set<() => void>();

export const laneOf = (slug: string, topicId: string) => `room:${slug}/${topicId}`;

export function subscribeChanges(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function pendingOf(lane: string): readonly Pending[] {
  return pending.get(lane) ?? none;
}

function keep(lane: string, next: readonly Pending[]): void {
  if (next.length > 0) pending.set(lane, next);
  else pending.delete(lane);
  for (const listener of listeners) listener();
}

/** Shows a change at once and sends it after those before it. Rejects when it was refused, and is then as if never made. */
export async function sendChange(
  client: QueryClient,
  slug: string,
  topicId: string,
  change: RoomChange,
): Promise<void> {
  const lane = laneOf(slug, topicId);
  const made: Pending = { change, at: new Date().toISOString() };
  keep(lane, [...pendingOf(lane), made]);
  const queryKey = ['room', slug, topicId];
  try {
    const room = await queued(lane, 'changeRoom', {
      params: { slug, topicId },
      body: { ...change, at: made.at },
      idempotencyKey: crypto.randomUUID(),
    });
    await client.cancelQueries({ queryKey });
    // What was reported meanwhile is on its way in this lane, and no part of what is changed here.
    client.setQueryData<Room>(queryKey, (known) => ({ ...room, reported: known?.reported ?? room.reported }));
  } finally {
    keep(
      lane,
      pendingOf(lane).filter((each) => each !== made),
    );
    refreshAround(client, slug);
  }
}

/** What else shows something of a room: lists of rooms and notes, the calendar, the enrolment's figures. */
export function refreshAround(client: QueryClient, slug: string): void {
  for (const queryKey of [['rooms', slug], ['notes'], ['activity'], ['enrolment', slug]]) {
    void client.invalidateQueries({ queryKey });
  }
}
