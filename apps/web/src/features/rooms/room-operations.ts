import type { Room, RoomChange, TimeEntry } from '@waymark/contract';
import { applyRoomChange } from '@waymark/contract/rules';
import type { Operation } from '../../api/outbox';

export const laneOf = (slug: string, topicId: string) => `room:${slug}/${topicId}`;
export const timeLane = 'time';

export type Place = Pick<TimeEntry, 'roadmap' | 'topicId'>;

/** What each of these writes says, as it is sent. A new entry of time is sent as the whole of it. */
export interface Asked {
  params: { slug: string; topicId: string; resourceId: string; id: string };
  body: RoomChange & TimeEntry & { text: string; base: number };
}

const askedOf = ({ input }: Operation) => input as Asked;

function reported(room: Room, resourceId: string, isDead: boolean): Room {
  const others = room.reported.filter((id) => id !== resourceId);
  return { ...room, reported: isDead ? [...others, resourceId] : others };
}

function changed(room: Room, operation: Operation): Room {
  const { params, body } = askedOf(operation);
  if (operation.name === 'changeRoom') return applyRoomChange(room, body, body.at);
  if (operation.name === 'reportDeadLink') return reported(room, params.resourceId, true);
  if (operation.name === 'withdrawDeadLink') return reported(room, params.resourceId, false);
  return room;
}

/** The room as it will be once these were sent. Its note is its keeper's, which knows what is being typed. */
export function withOperations(room: Room, operations: readonly Operation[]): Room {
  const lane = laneOf(room.roadmap, room.topicId);
  return operations.filter((each) => each.lane === lane).reduce(changed, room);
}

/** The note of one room that was sent last, among these. */
export function noteAmong(operations: readonly Operation[], lane: string): { id: string; text: string } | undefined {
  const found = operations.findLast((each) => each.lane === lane && each.name === 'writeNote');
  return found && { id: found.id, text: askedOf(found).body.text };
}

function timed(entries: readonly TimeEntry[], place: Place, operation: Operation): readonly TimeEntry[] {
  const { params, body } = askedOf(operation);
  const lastDayFirst = (given: TimeEntry) =>
    [given, ...entries.filter(({ id }) => id !== given.id)].toSorted((a, b) => (a.day < b.day ? 1 : -1));
  if (operation.name === 'addTime') {
    const isHere = body.roadmap === place.roadmap && body.topicId === place.topicId;
    return isHere ? lastDayFirst(body) : entries;
  }
  const old = operation.lane === timeLane && entries.find(({ id }) => id === params.id);
  if (!old) return entries;
  if (operation.name === 'changeTime') return lastDayFirst({ ...old, ...body });
  return entries.filter((each) => each !== old);
}

/** The time of one topic as it will be once these were sent. The same array where none of them touches it. */
export function withTime(
  entries: readonly TimeEntry[],
  place: Place,
  operations: readonly Operation[],
): readonly TimeEntry[] {
  return operations.reduce((so, operation) => timed(so, place, operation), entries);
}

export const minutesOf = (entries: readonly TimeEntry[]) => entries.reduce((sum, { minutes }) => sum + minutes, 0);
