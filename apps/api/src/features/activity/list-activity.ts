import type { ActivityDay, ActivityRecord } from '@waymark/contract';
import mongoose from 'mongoose';
import { MOST_QUERY_MS } from '../../database/connect.js';
import { page, readCursor } from '../../http/cursor.js';
import { Activity, type ActivityRow } from './activity.model.js';

export interface ActivityRange {
  learnerId: string;
  /** Only what belongs to this roadmap. */
  roadmap?: string | undefined;
  /** Only what belongs to this topic, by each of the ids that it has had. */
  topicIds?: readonly string[] | undefined;
  /** Days, both included. */
  from: string;
  to: string;
  limit: number;
  cursor?: string | undefined;
}

export interface ActivityPage {
  days: ActivityDay[];
  items: ActivityRecord[];
  nextCursor: string | null;
}

export function activityAnswer(row: ActivityRow): ActivityRecord {
  const { _id, kind, at, day, roadmap, topicId, projectId, from, to, minutes } = row;
  return {
    id: String(_id),
    kind,
    at: at.toISOString(),
    day,
    roadmap: roadmap ?? null,
    topicId: topicId ?? null,
    projectId: projectId ? String(projectId) : null,
    from: from ?? null,
    to: to ?? null,
    minutes: minutes ?? null,
  };
}

/** Every active day of the range with its number of acts, and one page of the acts, newest first. */
export async function listActivity(range: ActivityRange): Promise<ActivityPage> {
  const { from, to, limit } = range;
  const learnerId = new mongoose.Types.ObjectId(range.learnerId);
  const match = {
    learnerId,
    ...(range.roadmap !== undefined && { roadmap: range.roadmap }),
    ...(range.topicIds && { topicId: mongoose.trusted({ $in: range.topicIds }) }),
    day: mongoose.trusted({ $gte: from, $lte: to }),
  };
  const days = await Activity.aggregate<ActivityDay>([
    { $match: match },
    { $group: { _id: '$day', acts: { $sum: 1 } } },
    { $sort: { _id: 1 } },
    { $project: { _id: 0, day: '$_id', acts: 1 } },
  ]).option({ maxTimeMS: MOST_QUERY_MS });
  const [day, id] = (readCursor(range.cursor, ['string', 'id']) ?? []) as string[];
  const after =
    day && id
      ? {
          $or: [
            { day: mongoose.trusted({ $lt: day }) },
            { day, _id: mongoose.trusted({ $lt: new mongoose.Types.ObjectId(id) }) },
          ],
        }
      : {};
  const rows = await Activity.find({ $and: [match, after] })
    .sort({ day: -1, _id: -1 })
    .limit(limit + 1)
    .lean<ActivityRow[]>();
  return { days, ...page(rows.map(activityAnswer), limit, (item) => [item.day, item.id]) };
}
