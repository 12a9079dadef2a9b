import { isDeepStrictEqual } from 'node:util';
import type mongoose from 'mongoose';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { wholeAttention } from './attention-of.js';
import { findConcerns } from './find-concerns.js';
import { writeRows } from './write-rows.js';

/**
 * Brings what is stored of a learner's projects and requests for help in step with them, in the transaction that changed
 * one of them, and their mentors' rosters with it.
 */
export async function refreshAttention(learnerId: mongoose.Types.ObjectId, now: Date): Promise<void> {
  const concernsOf = await findConcerns([learnerId]);
  for (const record of await Enrolment.find({ learnerId, leftAt: null }).lean<EnrolmentRecord[]>()) {
    await keepConcerns({ ...record, concerns: concernsOf(learnerId, record.roadmap) }, now);
  }
}

/** Keeps what needs attention with the enrolment and in every roster in which it stands. */
async function keepConcerns(record: EnrolmentRecord, now: Date): Promise<void> {
  const { _id, concerns } = record;
  const attention = wholeAttention(record);
  // Another project may be changing at this moment, and each sees the other as it was: the two meet in the revision.
  await Enrolment.updateOne({ _id }, { $set: { concerns, attention }, $inc: { revision: 1 } });
  if (!isDeepStrictEqual(attention, record.attention)) await writeRows({ ...record, attention }, now);
}
