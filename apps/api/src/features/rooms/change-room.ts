import { marksOf, mergeMarks, type ProblemIssue, type RoomChange, type RoomMark, type Topic } from '@waymark/contract';
import { Problem } from '../../http/problem.js';
import { shortHash } from '../progress/short-hash.js';
import { type RoomAct, readForAct, saveRoom } from './enter-room.js';
import { isShared, linksOf } from './room-answer.js';

const mostLinks = 30;
/** Links that were taken away are remembered, so that an older act does not bring one back; the oldest go. */
const mostGone = 100;

function unknownIds(topic: Topic, change: RoomChange): ProblemIssue[] {
  const missing = (kind: 'outcomes' | 'resources', message: string) =>
    Object.keys(change[kind] ?? {})
      .filter((id) => !topic[kind].some((each) => each.id === id))
      .map((id) => ({ path: `${kind}.${id}`, message }));
  return [
    ...missing('outcomes', 'This topic has no such outcome'),
    ...missing('resources', 'This topic has no such resource'),
  ];
}

function refuseTooMany(marks: readonly RoomMark[], change: RoomChange): void {
  if (linksOf(marks).length <= mostLinks) return;
  const [added] = Object.entries(change.links ?? {}).find(([, link]) => link !== null) ?? ['links'];
  throw new Problem('invalid', { errors: [{ path: `links.${added}`, message: `At most ${mostLinks} links` }] });
}

function withoutOldest(marks: readonly RoomMark[]): RoomMark[] {
  const gone = marks.filter(({ key, value }) => key.startsWith('links/') && value === null);
  const forgotten = new Set(gone.toSorted((a, b) => b.at - a.at).slice(mostGone));
  return marks.filter((mark) => !forgotten.has(mark));
}

/** Merges a change into a room, inside the caller's transaction: of each thing the later operation wins. */
export async function changeRoom(act: RoomAct, change: RoomChange, operationId: string): Promise<void> {
  const errors = unknownIds(act.topic, change);
  if (errors.length > 0) throw new Problem('invalid', { errors });
  const { enrolment, room } = await readForAct(act);
  const before = room?.marks ?? [];
  const operation = {
    values: marksOf(change),
    at: change.at ? act.at.getTime() : null,
    operation: shortHash(operationId),
  };
  const marks = mergeMarks(before, operation, act.now.getTime());
  if (JSON.stringify(marks) === JSON.stringify(before)) return;
  refuseTooMany(marks, change);
  await saveRoom(act, enrolment, { marks: withoutOldest(marks), isShared: isShared(marks) });
}
