import type { Roadmap } from '@waymark/contract';
import type { EnrolmentRecord } from '../progress/progress.model.js';
import { stateCode, topicAt } from '../progress/way-of.js';
import { findTopic } from '../roadmaps/find-topic.js';
import { touch } from '../rooms/enter-room.js';
import { inTheFuture, isAhead } from './dates.js';
import type { FileEnrolment, FileTopic } from './enrolment-file.js';
import { noTopic } from './not-here.js';
import { type Finding, refusal } from './part.js';

const ms = (instant: string | null | undefined) => (instant ? Date.parse(instant) : 0);

/** The places of the arrays that a topic of a file fills, as `setTopics` would have. */
function placesOf({ state, known, updatedAt, day, at, operation, former }: FileTopic) {
  return {
    states: stateCode(state),
    clocks: ms(at ?? updatedAt),
    operations: operation ?? '',
    since: ms(updatedAt),
    days: day ?? null,
    known: state === 'done' && known,
    ...(former && {
      formerStates: stateCode(former.state),
      formerSince: ms(former.since),
      formerDays: former.day ?? null,
    }),
  };
}

/** Whether the file's operation is the later one: by when it was done, then by its id, as everywhere. */
function isLater(record: EnrolmentRecord, ordinal: number, clock: number, operation: string): boolean {
  const mine = record.clocks[ordinal] ?? 0;
  return clock > mine || (clock === mine && operation > (record.operations[ordinal] ?? ''));
}

/**
 * Merges the topics of a file into the record, in which the later operation wins topic by topic. Gives what became of
 * each, and the single places that changed.
 */
export function mergeTopics(roadmap: Roadmap, record: EnrolmentRecord, file: FileEnrolment, now: Date) {
  const findings: Finding[] = [];
  const changes: Record<string, unknown> = {};
  for (const [id, theirs] of Object.entries(file.topics)) {
    if (!theirs.at && !theirs.updatedAt) continue;
    const topic = findTopic(roadmap, id);
    const title = `${roadmap.title}: ${topic?.title ?? id}`;
    if (!topic) findings.push(refusal(title, noTopic(id)));
    else if (isAhead(now, theirs.at, theirs.updatedAt)) findings.push(refusal(title, inTheFuture));
    else findings.push(mergeTopic(record, topic.ordinal, title, theirs, changes));
  }
  Object.assign(changes, mergeTouched(roadmap, record, file, now));
  return { findings, changes };
}

/** When something last happened to a topic: the later of both. */
function mergeTouched(roadmap: Roadmap, record: EnrolmentRecord, { touched }: FileEnrolment, now: Date) {
  const changes: Record<string, number> = {};
  for (const [id, at] of Object.entries(touched)) {
    const topic = findTopic(roadmap, id);
    if (!topic || isAhead(now, at) || Date.parse(at) <= (record.touched?.[topic.ordinal] ?? 0)) continue;
    Object.assign(changes, touch(record, topic.ordinal, new Date(at)));
  }
  return changes;
}

function mergeTopic(
  record: EnrolmentRecord,
  ordinal: number,
  title: string,
  theirs: FileTopic,
  changes: Record<string, unknown>,
): Finding {
  const places = placesOf(theirs);
  if (!isLater(record, ordinal, places.clocks, places.operations)) return { title, change: 'same' };
  const before = topicAt(record, ordinal);
  const wasTouched = Boolean(record.clocks[ordinal]);
  for (const [array, value] of Object.entries(places)) {
    changes[`${array}.${ordinal}`] = value;
    const kept = (record[array as keyof typeof places] ?? []) as unknown[];
    kept[ordinal] = value;
    Object.assign(record, { [array]: kept });
  }
  const after = topicAt(record, ordinal);
  const isSame = wasTouched && before.state === after.state && before.known === after.known;
  return { title, change: isSame ? 'same' : wasTouched ? 'changed' : 'added', from: before.state, to: after.state };
}
