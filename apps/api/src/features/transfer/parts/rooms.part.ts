import { foldText, type Topic } from '@waymark/contract';
import { findTopic } from '../../roadmaps/find-topic.js';
import { isShared, linksOf } from '../../rooms/room-answer.js';
import { roomExport } from '../../rooms/room-export.js';
import { Room, type RoomRecord } from '../../rooms/rooms.model.js';
import { inTheFuture, isAhead } from '../dates.js';
import { joinMarks, joinNotes } from '../merge-room.js';
import { noRoadmap, noTopic } from '../not-here.js';
import { type Finding, type Importing, mapRows, type Part, type Planned, readItems, refusal, rowsOf } from '../part.js';
import { FileRoom, marksOfFile } from '../room-file.js';

const mostLinks = 30;
const longestNote = 10_000;

interface Settled {
  findings: Finding[];
  write?: () => Promise<unknown>;
}

/** What is left of both: the note, the marks, and what could not be taken along. */
function join(file: FileRoom, mine: RoomRecord | null, topic: Topic, now: Date) {
  const { marks: theirs, leftOut } = marksOfFile(file, now);
  const known = theirs.filter(({ key }) => {
    const [kind, id] = key.split('/');
    return kind === 'outcomes' || kind === 'resources' ? topic[kind].some((each) => each.id === id) : true;
  });
  const before = mine?.marks ?? [];
  const marks = joinMarks(before, known);
  const notes: string[] = [];
  const gone = leftOut + theirs.length - known.length;
  if (gone > 0) notes.push(`Without ${gone} of its marks, which cannot be set here`);
  const tooMany = linksOf(marks).length > mostLinks;
  if (tooMany) notes.push(`Without its links: a topic has at most ${mostLinks}`);
  const kept = tooMany
    ? joinMarks(
        before,
        known.filter(({ key }) => !key.startsWith('links/')),
      )
    : marks;
  const written = file.note.updatedAt ?? file.updatedAt;
  const note = joinNotes(mine?.note ?? '', file.note.text, written.slice(0, 10));
  const isTooLong = note.length > longestNote;
  if (isTooLong) notes.push('Without its note: both together are longer than 10,000 characters');
  return { marks: kept, note: isTooLong ? (mine?.note ?? '') : note, notes };
}

function settle(into: Importing, file: FileRoom, topic: Topic, mine: RoomRecord | null): Settled {
  const { learnerId, now } = into;
  const title = topic.title;
  const { marks, note, notes } = join(file, mine, topic, now);
  const why = notes.join('. ') || null;
  // A note that was emptied is one, too: it has its date.
  const isNoteNew = mine ? note !== mine.note : file.note.updatedAt !== null || note !== '';
  const isSame = !isNoteNew && mine && JSON.stringify(marks) === JSON.stringify(mine.marks);
  const left: Finding[] = why ? [refusal(title, why)] : [];
  if (isSame) return { findings: [{ title, change: 'same' }, ...left] };
  const isAppended = isNoteNew && mine?.note && note !== file.note.text;
  const at = new Date(Math.min(Date.parse(file.note.updatedAt ?? file.updatedAt), now.getTime()));
  const noted = isNoteNew && {
    note,
    noteVersion: (mine?.noteVersion ?? 0) + 1,
    noteAt: isAppended ? now : at,
    hasNote: note.trim() !== '',
    search: foldText(`${title}\n${note}`),
  };
  const updatedAt = mine ? now : new Date(Math.min(Date.parse(file.updatedAt), now.getTime()));
  const told = isAppended ? 'Both notes are kept, one below the other' : null;
  return {
    findings: [{ title, change: mine ? 'changed' : 'added', why: told }, ...left],
    write: () =>
      Room.updateOne(
        { learnerId, roadmap: file.roadmap, ordinal: topic.ordinal },
        { $set: { ...noted, marks, isShared: isShared(marks), updatedAt }, $setOnInsert: { topicId: topic.id } },
        { upsert: true },
      ),
  };
}

async function planOne(into: Importing, file: FileRoom): Promise<Settled> {
  const { deps, learnerId, now } = into;
  const roadmap = deps.roadmaps.get(file.roadmap);
  const topic = roadmap && findTopic(roadmap, file.topicId);
  if (!roadmap) return { findings: [refusal(file.topicId, noRoadmap(file.roadmap))] };
  if (!topic) return { findings: [refusal(file.topicId, noTopic(file.topicId))] };
  if (isAhead(now, file.updatedAt, file.note.updatedAt)) return { findings: [refusal(topic.title, inTheFuture)] };
  const mine = await Room.findOne({ learnerId, roadmap: roadmap.slug, ordinal: topic.ordinal }).lean<RoomRecord>();
  return settle(into, file, topic, mine);
}

async function plan(into: Importing, items: readonly unknown[]): Promise<Planned> {
  const { read, refused } = readItems(FileRoom, items, ({ topicId }) => topicId);
  const once = [...new Map(read.map((room) => [`${room.roadmap}/${room.topicId}`, room])).values()];
  const settled: Settled[] = [];
  for (const room of once) settled.push(await planOne(into, room));
  return {
    findings: [...refused, ...settled.flatMap(({ findings }) => findings)],
    async apply() {
      for (const { write } of settled) await write?.();
    },
  };
}

export const roomsPart: Part = {
  name: 'rooms',
  rows: ({ deps, learnerId }) =>
    mapRows(rowsOf<RoomRecord>(Room.find({ learnerId }).sort({ _id: 1 })), (room) => roomExport(deps, room)),
  plan,
};
