import type { Room as RoomAnswer, RoomCard, RoomLink, RoomMark, RoomNote, Topic } from '@waymark/contract';
import type { EnrolmentRecord } from '../progress/progress.model.js';
import type { RoomRecord } from './rooms.model.js';

type Kept = Pick<RoomRecord, 'marks' | 'note' | 'noteVersion' | 'noteAt' | 'hasNote'> & { updatedAt: Date | null };

const empty: Kept = { marks: [], note: '', noteVersion: 0, noteAt: null, hasNote: false, updatedAt: null };

export function noteAnswer(room: Pick<RoomRecord, 'note' | 'noteVersion' | 'noteAt'>): RoomNote {
  return { text: room.note, version: room.noteVersion, updatedAt: room.noteAt?.toISOString() ?? null };
}

/** The ids of what is ticked; what the topic no longer has is left out, and still there if it comes back. */
function ticked(marks: readonly RoomMark[], kind: string, known: readonly { id: string }[]): string[] {
  const set = new Set(marks.filter(({ value }) => value === true).map(({ key }) => key));
  return known.filter(({ id }) => set.has(`${kind}/${id}`)).map(({ id }) => id);
}

export function linksOf(marks: readonly RoomMark[]): RoomLink[] {
  return marks
    .filter(({ key, value }) => key.startsWith('links/') && value !== null)
    .toSorted((a, b) => a.since - b.since || (a.key < b.key ? -1 : 1))
    .map(({ key, value }) => ({ id: key.slice('links/'.length), ...(value as Omit<RoomLink, 'id'>) }));
}

/** Off until its learner sets it. */
export function isShared(marks: readonly RoomMark[]): boolean {
  return marks.some(({ key, value }) => key === 'shared' && value === true);
}

function single(marks: readonly RoomMark[]): Pick<RoomAnswer, 'leftOff' | 'confidence' | 'confidenceAt'> {
  const find = (key: string) => marks.find((mark) => mark.key === key);
  const sure = find('confidence');
  const confidence = (sure?.value ?? null) as RoomAnswer['confidence'];
  return {
    leftOff: (find('leftOff')?.value ?? '') as string,
    confidence,
    confidenceAt: sure && confidence !== null ? new Date(sure.at).toISOString() : null,
  };
}

type Minutes = Pick<EnrolmentRecord, 'minutes'>;

export function roomAnswer(
  topic: Topic,
  enrolment: Minutes & Pick<EnrolmentRecord, 'roadmap'>,
  room: RoomRecord | null,
  reported: readonly string[],
): RoomAnswer {
  const kept = room ?? empty;
  return {
    roadmap: enrolment.roadmap,
    topicId: topic.id,
    outcomes: ticked(kept.marks, 'outcomes', topic.outcomes),
    resources: ticked(kept.marks, 'resources', topic.resources),
    links: linksOf(kept.marks),
    note: noteAnswer(kept),
    ...single(kept.marks),
    shared: isShared(kept.marks),
    minutes: enrolment.minutes?.[topic.ordinal] ?? 0,
    reported: [...reported],
    updatedAt: kept.updatedAt?.toISOString() ?? null,
  };
}

export function roomCardAnswer(topic: Topic, enrolment: Minutes, room: RoomRecord): RoomCard {
  return {
    topicId: topic.id,
    outcomesDone: ticked(room.marks, 'outcomes', topic.outcomes).length,
    resourcesDone: ticked(room.marks, 'resources', topic.resources).length,
    links: linksOf(room.marks).length,
    hasNote: room.hasNote,
    ...single(room.marks),
    minutes: enrolment.minutes?.[topic.ordinal] ?? 0,
    updatedAt: room.updatedAt.toISOString(),
  };
}
