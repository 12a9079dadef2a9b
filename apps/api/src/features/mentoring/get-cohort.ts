import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import { Cohort, type CohortRecord } from './cohorts.model.js';
import { Grant, notEnded } from './grants.model.js';

type Id = mongoose.Types.ObjectId | string;

/** Who learns in a cohort has a grant through it that has not ended, whatever it shows at this moment. */
export async function isInCohort(cohortId: Id, learnerId: Id): Promise<boolean> {
  return (await Grant.exists({ learnerId, cohortId, ...notEnded })) !== null;
}

/** The cohorts that somebody learns in. */
export async function findJoined(learnerId: Id): Promise<mongoose.Types.ObjectId[]> {
  const found = await Grant.distinct('cohortId', { learnerId, ...notEnded });
  return found.filter((id) => id !== null);
}

/** Of these learners those who are in the cohort. */
export async function findThoseIn(cohortId: Id, learnerIds: readonly Id[]): Promise<ReadonlySet<string>> {
  const found = await Grant.distinct('learnerId', {
    learnerId: mongoose.trusted({ $in: learnerIds }),
    cohortId,
    ...notEnded,
  });
  return new Set(found.map(String));
}

/** A cohort that the viewer mentors; to all others it is not there. */
export async function getMentored(id: Id, mentorId: string): Promise<CohortRecord> {
  const cohort = await Cohort.findOne({ _id: id, mentorIds: mentorId }).lean<CohortRecord>();
  if (!cohort) throw new Problem('not-found');
  return cohort;
}

/** One that the viewer mentors and that still takes people in. */
export async function getOpenCohort(id: Id, mentorId: string): Promise<CohortRecord> {
  const cohort = await getMentored(id, mentorId);
  if (cohort.archivedAt) throw new Problem('cohort-archived');
  return cohort;
}

/** A cohort that the viewer learns in. */
export async function getJoined(id: Id, learnerId: string): Promise<CohortRecord> {
  const cohort = await Cohort.findOne({ _id: id }).lean<CohortRecord>();
  if (!cohort || !(await isInCohort(cohort._id, learnerId))) throw new Problem('not-found');
  return cohort;
}

/** A cohort that the viewer mentors or learns in. */
export async function getCohort(id: Id, viewerId: string): Promise<CohortRecord> {
  const cohort = await Cohort.findOne({ _id: id }).lean<CohortRecord>();
  const isMentor = cohort?.mentorIds.some((mentorId) => String(mentorId) === viewerId);
  if (!cohort || !(isMentor || (await isInCohort(cohort._id, viewerId)))) throw new Problem('not-found');
  return cohort;
}
