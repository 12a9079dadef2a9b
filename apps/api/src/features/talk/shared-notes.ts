import type { SharedNote } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { olderThan, page, readCursor } from '../../http/cursor.js';
import { recordLooks } from '../looks/record-looks.js';
import { getView } from '../mentoring/get-view.js';
import { findTopic } from '../roadmaps/find-topic.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { Room, type RoomRecord, withSharedNote } from '../rooms/rooms.model.js';

interface Query {
  roadmap?: string | undefined;
  topicId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** The notes that a learner shares, as a mentor reads them at this moment. */
export async function listSharedNotes(
  deps: Deps,
  { mentorId, learnerId, now }: { mentorId: string; learnerId: string; now: Date },
  query: Query,
) {
  const { grants } = await getView(mentorId, learnerId, { roadmap: query.roadmap, scope: 'notes' });
  const roadmap = getRoadmap(deps, grants[0].roadmap);
  await recordLooks([{ learnerId, mentorId, what: 'notes', roadmap: roadmap.slug }], now);
  const topic = query.topicId === undefined ? undefined : (findTopic(roadmap, query.topicId)?.ordinal ?? -1);
  const [at, id] = (readCursor(query.cursor, ['time', 'id']) ?? []) as [number?, string?];
  const found = await Room.find({
    ...{ learnerId, roadmap: roadmap.slug, ...withSharedNote },
    ...(topic !== undefined && { ordinal: topic }),
    ...(at !== undefined && id && olderThan('noteAt', at, id)),
  })
    .select({ marks: 0, search: 0 })
    .sort({ noteAt: -1, _id: -1 })
    .limit(query.limit + 1)
    .lean<RoomRecord[]>();
  const { items, nextCursor } = page(found, query.limit, (room) => [room.noteAt?.getTime() ?? 0, String(room._id)]);
  const topics = new Map(roadmap.topics.map((each) => [each.ordinal, each]));
  const notes = items.map((room): SharedNote => {
    const known = topics.get(room.ordinal);
    return {
      topicId: known?.id ?? room.topicId,
      title: known?.title ?? room.topicId,
      text: room.note,
      updatedAt: (room.noteAt ?? room.updatedAt).toISOString(),
    };
  });
  return { items: notes, nextCursor };
}
