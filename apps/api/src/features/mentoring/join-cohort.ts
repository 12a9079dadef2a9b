import { type Consent, dayIn } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { Account } from '../accounts/accounts.model.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { putEnrolment } from '../progress/put-enrolment.js';
import { touchEnrolment } from '../progress/save-enrolment.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { followGrants } from '../talk/follow-grants.js';
import { getCohortByCode } from './cohort-codes.js';
import type { CohortRecord } from './cohorts.model.js';
import { Grant, rosterName } from './grants.model.js';
import { rosterEntry } from './roster-entry.js';

export interface JoinAct {
  learnerId: string;
  code: string;
  consent: Consent;
  today: string;
  now: Date;
}

/**
 * Joins a cohort: enrols in its roadmap where need be, and lets the mentors that it has at this moment see what
 * was consented to. Inside the caller's transaction.
 */
export async function joinCohort(deps: Deps, act: JoinAct): Promise<CohortRecord> {
  const { learnerId, consent, today, now } = act;
  const cohort = await getCohortByCode(act.code, now);
  if (cohort.mentorIds.some((mentorId) => String(mentorId) === learnerId)) throw new Problem('own-cohort');
  if (await Grant.exists({ cohortId: cohort._id, learnerId, isLive: true })) throw new Problem('already-joined');
  const roadmap = getRoadmap(deps, cohort.roadmap);
  const followed = await Enrolment.findOne({ learnerId, roadmap: roadmap.slug, leftAt: null }).lean<EnrolmentRecord>();
  const enrolment = followed ?? (await putEnrolment(deps, { learnerId, roadmap, today, now })).record;
  // What the grant shows is copied from it, so it must not change, or be left, at this moment.
  await touchEnrolment(enrolment._id);
  const learner = await Account.findOne({ _id: learnerId }, { name: 1 }).lean();
  await Grant.insertMany(
    cohort.mentorIds.map((mentorId) => ({
      mentorId,
      learnerId,
      ...rosterName(learner?.name ?? ''),
      enrolmentId: enrolment._id,
      roadmap: roadmap.slug,
      cohortId: cohort._id,
      consent,
      entry: rosterEntry({ consent }, enrolment, dayIn('UTC', now)),
      isLive: true,
      createdAt: now,
    })),
  );
  await followGrants(learnerId);
  return cohort;
}
