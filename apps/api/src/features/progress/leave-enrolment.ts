import type { Roadmap } from '@waymark/contract';
import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import { Grant } from '../mentoring/grants.model.js';
import { getEnrolment } from './find-enrolment.js';
import { Enrolment, type EnrolmentRecord } from './progress.model.js';
import { saveEnrolment } from './save-enrolment.js';

/** Leaves a roadmap; nothing is lost for thirty days. What mentors saw of it ends at once, and for good. */
export async function leaveEnrolment(learnerId: string, roadmap: string, now: Date): Promise<void> {
  const record = await getEnrolment(learnerId, roadmap);
  await Enrolment.updateOne({ _id: record._id }, { $set: { leftAt: now } });
  await Grant.updateMany({ enrolmentId: record._id, isLive: true }, { $set: { isLive: false, endedAt: now } });
}

/** Takes up a roadmap that was left less than thirty days ago; `not-found` otherwise. */
export async function restoreEnrolment(learnerId: string, roadmap: Roadmap, now: Date): Promise<EnrolmentRecord> {
  const since = new Date(now.getTime() - 30 * 86_400_000);
  const left = { learnerId, roadmap: roadmap.slug, leftAt: mongoose.trusted({ $gt: since }) };
  const record = await Enrolment.findOne(left).lean<EnrolmentRecord>();
  if (!record) throw new Problem('not-found');
  await saveEnrolment(roadmap, record, { leftAt: null }, now);
  return record;
}
