import { type Consent, dayIn } from '@waymark/contract';
import type mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Account } from '../accounts/accounts.model.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { putEnrolment } from '../progress/put-enrolment.js';
import { touchEnrolment } from '../progress/save-enrolment.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { followGrants } from '../talk/follow-grants.js';
import { Grant, rosterName } from './grants.model.js';
import { rosterEntry } from './roster-entry.js';

export interface LettingIn {
  learnerId: string;
  mentorIds: readonly mongoose.Types.ObjectId[];
  roadmap: string;
  /** `null`: a mentor on their own. */
  cohortId: mongoose.Types.ObjectId | null;
  consent: Consent;
  /** The learner's day. */
  today: string;
  now: Date;
}

/**
 * Lets mentors see of a learner what was consented to, and enrols the learner where need be. That no grant of this cohort,
 * or of this mentor alone, stands yet is the caller's to ask. Inside the caller's transaction.
 */
export async function letMentorsIn(deps: Deps, act: LettingIn): Promise<void> {
  const { learnerId, mentorIds, cohortId, consent, today, now } = act;
  const roadmap = getRoadmap(deps, act.roadmap);
  const followed = await Enrolment.findOne({ learnerId, roadmap: roadmap.slug, leftAt: null }).lean<EnrolmentRecord>();
  const enrolment = followed ?? (await putEnrolment(deps, { learnerId, roadmap, today, now })).record;
  // What the grant shows is copied from it, so it must not change, or be left, at this moment.
  await touchEnrolment(enrolment._id);
  const learner = await Account.findOne({ _id: learnerId }, { name: 1 }).lean();
  await Grant.insertMany(
    mentorIds.map((mentorId) => ({
      mentorId,
      learnerId,
      ...rosterName(learner?.name ?? ''),
      enrolmentId: enrolment._id,
      roadmap: roadmap.slug,
      cohortId,
      consent,
      entry: rosterEntry({ consent }, enrolment, dayIn('UTC', now)),
      isLive: true,
      createdAt: now,
    })),
  );
  await followGrants(learnerId);
}
