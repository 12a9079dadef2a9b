import { addDays, dayIn, type Roadmap, type TimeChange, type Topic } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { Activity } from '../activity/activity.model.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { saveEnrolment, withActiveDay } from '../progress/save-enrolment.js';
import { touch } from '../rooms/enter-room.js';
import { Room } from '../rooms/rooms.model.js';
import { Time, type TimeRecord } from './time.model.js';

/** What is written of an entry; `null`: it is gone. */
type Kept = Pick<TimeRecord, 'minutes' | 'day' | 'words' | 'at'> | null;

/** A learner east of here may be a day ahead. */
function refuseDaysToCome(day: string, now: Date): void {
  if (day <= addDays(dayIn('UTC', now), 1)) return;
  throw new Problem('invalid', { errors: [{ path: 'day', message: 'This day is still to come' }] });
}

/**
 * Brings in step what is made of an entry: the minutes that the enrolment counts, that the topic was worked on, and what
 * the learner did on that day. In the transaction that writes the entry; the enrolment may be gone, or left.
 */
async function countIn(roadmap: Roadmap, entry: TimeRecord, before: Kept, after: Kept, now: Date): Promise<void> {
  const { learnerId, ordinal, topicId } = entry;
  const enrolment = await Enrolment.findOne({ learnerId, roadmap: roadmap.slug }).lean<EnrolmentRecord>();
  if (enrolment) {
    enrolment.minutes ??= [];
    const minutes = (enrolment.minutes[ordinal] ?? 0) + (after?.minutes ?? 0) - (before?.minutes ?? 0);
    enrolment.minutes[ordinal] = minutes;
    if (after) withActiveDay(enrolment, after.day);
    const touched = after && !before ? touch(enrolment, ordinal, after.at) : {};
    await saveEnrolment(roadmap, enrolment, { ...touched, [`minutes.${ordinal}`]: minutes }, now);
  }
  const room = { learnerId, roadmap: roadmap.slug, ordinal };
  await Room.updateOne(room, { $set: { updatedAt: now }, $setOnInsert: { topicId } }, { upsert: true });
  const act = { learnerId, kind: 'time' as const, timeId: entry.entryId };
  if (!after) return void (await Activity.deleteOne(act));
  const { minutes, day, at } = after;
  await Activity.updateOne(act, { $set: { roadmap: roadmap.slug, topicId, minutes, day, at } }, { upsert: true });
}

export interface NewEntry {
  id: string | undefined;
  roadmap: Roadmap;
  topic: Topic;
  minutes: number;
  day: string;
  words: string;
  at: Date;
}

/** Logs time. An id that is known puts that entry back as it is given now, deleted or not; of another topic: `conflict`. */
export async function addTime(learnerId: string, entry: NewEntry, now: Date): Promise<TimeRecord> {
  const { roadmap, topic, id = String(new mongoose.Types.ObjectId()), ...given } = entry;
  refuseDaysToCome(entry.day, now);
  const key = { learnerId, entryId: id };
  const before = await Time.findOne(key).lean<TimeRecord>();
  const isOfAnother = before && (before.roadmap !== roadmap.slug || before.ordinal !== topic.ordinal);
  if (isOfAnother) throw new Problem('conflict', { detail: 'This id belongs to time on another topic.' });
  const { minutes, day, words, at } = given;
  const after = await Time.findOneAndUpdate(
    key,
    {
      $set: { minutes, day, words, at, deletedAt: null },
      $setOnInsert: { roadmap: roadmap.slug, ordinal: topic.ordinal, topicId: topic.id },
    },
    { upsert: true, returnDocument: 'after' },
  ).lean<TimeRecord>();
  if (!after) throw new Problem('conflict');
  await countIn(roadmap, after, before && before.deletedAt === null ? before : null, after, now);
  return after;
}

async function getEntry(deps: Pick<Deps, 'roadmaps'>, learnerId: string, entryId: string) {
  const entry = await Time.findOne({ learnerId, entryId, deletedAt: null }).lean<TimeRecord>();
  const roadmap = entry && deps.roadmaps.get(entry.roadmap);
  if (!entry || !roadmap) throw new Problem('not-found');
  return { entry, roadmap };
}

export async function changeTime(
  deps: Pick<Deps, 'roadmaps'>,
  learnerId: string,
  entryId: string,
  changes: TimeChange,
  now: Date,
): Promise<TimeRecord> {
  const { entry, roadmap } = await getEntry(deps, learnerId, entryId);
  if (changes.day) refuseDaysToCome(changes.day, now);
  const { minutes = entry.minutes, day = entry.day, words = entry.words } = changes;
  const after = { ...entry, minutes, day, words };
  await Time.updateOne({ _id: entry._id }, { $set: { minutes, day, words } });
  await countIn(roadmap, entry, entry, after, now);
  return after;
}

export async function deleteTime(
  deps: Pick<Deps, 'roadmaps'>,
  learnerId: string,
  entryId: string,
  now: Date,
): Promise<void> {
  const { entry, roadmap } = await getEntry(deps, learnerId, entryId);
  await Time.updateOne({ _id: entry._id }, { $set: { deletedAt: now } });
  await countIn(roadmap, entry, entry, null, now);
}
