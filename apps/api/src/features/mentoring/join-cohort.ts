import type { Consent } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { getCohortByCode, useCode } from './cohort-codes.js';
import { CohortSeat } from './cohort-seats.model.js';
import { Cohort, type CohortRecord } from './cohorts.model.js';
import { isInCohort } from './get-cohort.js';
import { letMentorsIn } from './let-in.js';

interface Joining {
  learnerId: string;
  consent: Consent;
  today: string;
  now: Date;
}

/** Joins the cohort that a code opens. Inside the caller's transaction. */
export async function joinCohort(deps: Deps, act: Joining & { code: string }): Promise<CohortRecord> {
  const cohort = await getCohortByCode(act.code, act.now);
  await enterCohort(deps, cohort, act);
  await useCode(cohort);
  return cohort;
}

/**
 * Enters a cohort that the learner was let into, by its code or by an invitation: enrols in its roadmap where need be, and
 * lets the mentors that it has at this moment see what was consented to.
 */
export async function enterCohort(deps: Deps, cohort: CohortRecord, act: Joining): Promise<void> {
  const { learnerId, consent, today, now } = act;
  if (cohort.mentorIds.some((mentorId) => String(mentorId) === learnerId)) throw new Problem('own-cohort');
  if (await isInCohort(cohort._id, learnerId)) throw new Problem('already-joined');
  // Whoever takes a mentor out, or ends the cohort, at this moment, meets this here.
  const stands = { _id: cohort._id, archivedAt: null };
  const { modifiedCount } = await Cohort.updateOne(stands, { $inc: { joins: 1 } });
  if (modifiedCount === 0) throw new Problem('cohort-archived');
  // Whoever comes back is seen by no other learner before they say so again.
  await CohortSeat.deleteOne({ learnerId, cohortId: cohort._id });
  const { _id: cohortId, mentorIds, roadmap } = cohort;
  await letMentorsIn(deps, { learnerId, mentorIds, roadmap, cohortId, consent, today, now });
}
