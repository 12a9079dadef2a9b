import type { Deps } from '../../deps.js';
import { isShared, linksOf, noteAnswer } from './room-answer.js';
import type { RoomRecord } from './rooms.model.js';

/** A room with everything in it, also what its topic no longer asks for: for whoever takes their things along. */
export function roomExport(deps: Pick<Deps, 'roadmaps'>, room: RoomRecord) {
  const topic = deps.roadmaps.get(room.roadmap)?.topics.find(({ ordinal }) => ordinal === room.ordinal);
  const ticked = (kind: string) =>
    room.marks
      .filter(({ key, value }) => key.startsWith(kind) && value === true)
      .map(({ key }) => key.slice(kind.length));
  const find = (key: string) => room.marks.find((mark) => mark.key === key);
  const sure = find('confidence');
  return {
    roadmap: room.roadmap,
    topicId: topic?.id ?? room.topicId,
    outcomes: ticked('outcomes/'),
    resources: ticked('resources/'),
    links: linksOf(room.marks),
    note: noteAnswer(room),
    leftOff: find('leftOff')?.value ?? '',
    confidence: sure?.value ?? null,
    confidenceAt: sure && sure.value !== null ? new Date(sure.at).toISOString() : null,
    shared: isShared(room.marks),
    updatedAt: room.updatedAt.toISOString(),
    // What merging needs to know of each: when it was set, and by which operation.
    marks: room.marks,
  };
}
