import { dayIn, type Roadmap, type Topic } from '@waymark/contract';
import { Activity } from '../activity/activity.model.js';
import { getEnrolment } from '../progress/find-enrolment.js';
import type { EnrolmentRecord } from '../progress/progress.model.js';
import { saveEnrolment, withActiveDay } from '../progress/save-enrolment.js';
import { Room, type RoomRecord } from './rooms.model.js';

/** Who does something in which room, when it was done, and when that is heard of. */
export interface RoomAct {
  learnerId: string;
  roadmap: Roadmap;
  topic: Topic;
  /** Done at; the server's time at the latest. */
  at: Date;
  timeZone: string;
  now: Date;
}

export async function findRoom(learnerId: string, roadmap: Roadmap, topic: Topic): Promise<RoomRecord | null> {
  return Room.findOne({ learnerId, roadmap: roadmap.slug, ordinal: topic.ordinal }).lean<RoomRecord>();
}

/** The learner's enrolment, or `not-found`: the room of a topic is open to who follows its roadmap. */
export async function readForAct({ learnerId, roadmap, topic }: RoomAct) {
  const enrolment = await getEnrolment(learnerId, roadmap.slug);
  return { enrolment, room: await findRoom(learnerId, roadmap, topic) };
}

/**
 * Writes what an act changed in a room, and that its learner was active: once per topic and day in what they did, and
 * as the latest thing that happened to the topic. The enrolment goes first: two acts of one learner meet in its
 * `revision`, and one of them runs again.
 */
export async function saveRoom(act: RoomAct, enrolment: EnrolmentRecord, changes: Partial<RoomRecord>): Promise<void> {
  const { learnerId, roadmap, topic, at, now } = act;
  const day = dayIn(act.timeZone, at);
  withActiveDay(enrolment, day);
  await saveEnrolment(roadmap, enrolment, touch(enrolment, topic.ordinal, at), now);
  const key = { learnerId, roadmap: roadmap.slug, ordinal: topic.ordinal };
  await Room.updateOne(
    key,
    { $set: { ...changes, updatedAt: now }, $setOnInsert: { topicId: topic.id } },
    { upsert: true },
  );
  const once = { learnerId, kind: 'room' as const, roadmap: roadmap.slug, topicId: topic.id, day };
  if (!(await Activity.exists(once))) await Activity.insertMany([{ ...once, at }]);
}

/** When something last happened to a topic, as a change of the enrolment's array. */
export function touch(enrolment: EnrolmentRecord, ordinal: number, at: Date): Record<string, number> {
  enrolment.touched ??= [];
  const latest = Math.max(at.getTime(), enrolment.touched[ordinal] ?? 0);
  enrolment.touched[ordinal] = latest;
  return { [`touched.${ordinal}`]: latest };
}

/** When something was done, as far as the server's clock allows. */
export function doneAt(at: string | undefined, now: Date): Date {
  return at ? new Date(Math.min(Date.parse(at), now.getTime())) : now;
}
