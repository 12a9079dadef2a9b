import type { Roadmap } from '@waymark/contract';
import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import { concernsOn } from '../mentoring/find-concerns.js';
import { Grant, notEnded } from '../mentoring/grants.model.js';
import { letGo } from '../reviews/close-reviews.js';
import { followGrants } from '../talk/follow-grants.js';
import { getEnrolment } from './find-enrolment.js';
import { Enrolment, type EnrolmentRecord } from './progress.model.js';
import { saveEnrolment } from './save-enrolment.js';
import { undoDays } from './way-of.js';

/** Leaves a roadmap; nothing is lost for thirty days. What mentors saw of it ends at once, and for good. */
export async function leaveEnrolment(learnerId: string, roadmap: string, now: Date): Promise<void> {
  const record = await getEnrolment(learnerId, roadmap);
  await Enrolment.updateOne({ _id: record._id }, { $set: { leftAt: now } });
  await endGrants(record, now);
}

/** What mentors see of this way ends, for good: it was shown to them by consent, and that was given for this way. */
export async function endGrants(
  { _id, learnerId }: Pick<EnrolmentRecord, '_id' | 'learnerId'>,
  now: Date,
): Promise<void> {
  await Grant.updateMany({ enrolmentId: _id, ...notEnded }, { $set: { isLive: false, endedAt: now } });
  await letGo(String(learnerId), now);
  await followGrants(String(learnerId));
}

/** The roadmaps that were left and can still be taken up again, the last one left first. */
export function findLeft(learnerId: string, now: Date): Promise<EnrolmentRecord[]> {
  return Enrolment.find({ learnerId, leftAt: mongoose.trusted({ $gt: undoableSince(now) }) })
    .sort({ leftAt: -1 })
    .lean<EnrolmentRecord[]>();
}

export function undoableSince(now: Date): Date {
  return new Date(now.getTime() - undoDays * 86_400_000);
}

/** Takes up a roadmap that was left less than thirty days ago; `not-found` otherwise. */
export async function restoreEnrolment(learnerId: string, roadmap: Roadmap, now: Date): Promise<EnrolmentRecord> {
  const left = { learnerId, roadmap: roadmap.slug, leftAt: mongoose.trusted({ $gt: undoableSince(now) }) };
  const record = await Enrolment.findOne(left).lean<EnrolmentRecord>();
  if (!record) throw new Problem('not-found');
  record.leftAt = null;
  // Nobody kept them in step while it was left.
  record.concerns = await concernsOn(record.learnerId, roadmap.slug);
  await saveEnrolment(roadmap, record, { leftAt: null, concerns: record.concerns }, now);
  return record;
}
