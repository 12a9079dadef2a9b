import { excerptOf, type NoteHit, soughtWords } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { olderThan, page, readCursor } from '../../http/cursor.js';
import { Room, type RoomRecord } from './rooms.model.js';

export interface NotesAsked {
  q?: string | undefined;
  roadmap?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Each word as a text to be found, never as a pattern. */
function holdsAll(words: readonly string[]) {
  if (words.length === 0) return {};
  const found = words.map((word) => ({ $gte: [{ $indexOfCP: ['$search', { $literal: word }] }, 0] }));
  return { $expr: mongoose.trusted({ $and: found }) };
}

/** My notes, the last written first; those of roadmaps that I left, too. */
export async function listNotes(deps: Pick<Deps, 'roadmaps'>, learnerId: string, asked: NotesAsked) {
  const words = soughtWords(asked.q ?? '');
  const [at, id] = (readCursor(asked.cursor, ['time', 'id']) ?? []) as [number?, string?];
  const found = await Room.find({
    learnerId,
    hasNote: true,
    ...(asked.roadmap && { roadmap: asked.roadmap }),
    ...holdsAll(words),
    ...(at !== undefined && id && olderThan('noteAt', at, id)),
  })
    .sort({ noteAt: -1, _id: -1 })
    .limit(asked.limit + 1)
    .lean<RoomRecord[]>();
  const { items, nextCursor } = page(found, asked.limit, (room) => [room.noteAt?.getTime() ?? 0, String(room._id)]);
  return { items: items.map((room) => noteHit(deps, room, words)), nextCursor };
}

function noteHit(deps: Pick<Deps, 'roadmaps'>, room: RoomRecord, words: readonly string[]): NoteHit {
  const topic = deps.roadmaps.get(room.roadmap)?.topics.find(({ ordinal }) => ordinal === room.ordinal);
  const { text: excerpt, hit } = excerptOf(room.note, words);
  return {
    roadmap: room.roadmap,
    topicId: topic?.id ?? room.topicId,
    title: topic?.title ?? room.topicId,
    excerpt,
    hit,
    text: room.note,
    updatedAt: (room.noteAt ?? room.updatedAt).toISOString(),
  };
}
