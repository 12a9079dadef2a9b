import { Problem } from '../../http/problem.js';
import { Enrolment, type EnrolmentRecord } from './progress.model.js';

/** The learner's own enrolment that they have not left, or `not-found`. */
export async function getEnrolment(learnerId: string, roadmap: string): Promise<EnrolmentRecord> {
  const record = await Enrolment.findOne({ learnerId, roadmap, leftAt: null }).lean<EnrolmentRecord>();
  if (!record) throw new Problem('not-found');
  return record;
}

/** What the learner follows, the last changed first. */
export function findFollowed(learnerId: string): Promise<EnrolmentRecord[]> {
  return Enrolment.find({ learnerId, leftAt: null }).sort({ updatedAt: -1 }).lean<EnrolmentRecord[]>();
}
