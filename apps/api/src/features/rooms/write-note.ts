import { foldText, type RoomNote } from '@waymark/contract';
import { Problem } from '../../http/problem.js';
import { type RoomAct, readForAct, saveRoom } from './enter-room.js';
import { noteAnswer } from './room-answer.js';

const nothing = { note: '', noteVersion: 0, noteAt: null };

/**
 * Writes a note on the version that it was written on. What another device wrote meanwhile is never overwritten: it is
 * answered as `stale`, with the note as it is. The same text once more is no conflict, and no change.
 */
export async function writeNote(act: RoomAct, text: string, base: number): Promise<RoomNote> {
  const { enrolment, room } = await readForAct(act);
  const before = room ?? nothing;
  if (before.note === text) return noteAnswer(before);
  if (before.noteVersion !== base) throw new Problem('stale', { current: noteAnswer(before) });
  const after = { note: text, noteVersion: base + 1, noteAt: act.at };
  const search = foldText(`${act.topic.title}\n${text}`);
  await saveRoom(act, enrolment, { ...after, hasNote: text.trim() !== '', search });
  return noteAnswer(after);
}
