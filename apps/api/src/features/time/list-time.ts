import type { Roadmap, TimeEntry } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { page, readCursor } from '../../http/cursor.js';
import { findTopic } from '../roadmaps/find-topic.js';
import { Time, type TimeRecord } from './time.model.js';

/** An entry as its learner knows it; a topic that was renamed has its name of today. */
export function timeAnswer(roadmap: Roadmap | undefined, entry: TimeRecord): TimeEntry {
  const { entryId: id, minutes, day, words, at } = entry;
  const topicId = roadmap?.topics.find(({ ordinal }) => ordinal === entry.ordinal)?.id ?? entry.topicId;
  return { id, roadmap: entry.roadmap, topicId, minutes, day, words, at: at.toISOString() };
}

export interface TimeAsked {
  roadmap?: string | undefined;
  topicId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Of one topic, where its roadmap is named too; of a topic that there is not, nothing. */
function ofTopic(deps: Pick<Deps, 'roadmaps'>, { roadmap, topicId }: TimeAsked) {
  if (!topicId) return roadmap ? { roadmap } : {};
  const known = roadmap === undefined ? undefined : deps.roadmaps.get(roadmap);
  return { roadmap: roadmap ?? '', ordinal: (known && findTopic(known, topicId)?.ordinal) ?? -1 };
}

export async function listTime(deps: Pick<Deps, 'roadmaps'>, learnerId: string, asked: TimeAsked) {
  const { from, to, limit } = asked;
  const [day, id] = (readCursor(asked.cursor, ['string', 'id']) ?? []) as string[];
  const range = { ...(from && { $gte: from }), ...(to && { $lte: to }) };
  const within = from || to ? { day: mongoose.trusted(range) } : {};
  const after =
    day && id
      ? {
          $or: [
            { day: mongoose.trusted({ $lt: day }) },
            { day, _id: mongoose.trusted({ $lt: new mongoose.Types.ObjectId(id) }) },
          ],
        }
      : {};
  const found = await Time.find({ learnerId, deletedAt: null, ...ofTopic(deps, asked), $and: [within, after] })
    .sort({ day: -1, _id: -1 })
    .limit(limit + 1)
    .lean<TimeRecord[]>();
  const { items, nextCursor } = page(found, limit, (entry) => [entry.day, String(entry._id)]);
  return { items: items.map((entry) => timeAnswer(deps.roadmaps.get(entry.roadmap), entry)), nextCursor };
}
