import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import { aboutCohort } from '../notifications/notifications.model.js';
import { forgetToldOf } from '../notifications/tell-members.js';
import { tellLearners } from '../notifications/tell-of-cohort.js';
import { CohortOffer, type CohortOfferRecord } from './cohort-offers.model.js';
import { Cohort, type CohortRecord } from './cohorts.model.js';
import { isInCohort } from './get-cohort.js';
import { mostMentors } from './offer-cohort.js';

/** Takes an offer away from who was asked: it can be answered once. */
async function takeOffer(id: string, memberId: string, now: Date): Promise<CohortOfferRecord> {
  const open = { _id: id, memberId, expiresAt: mongoose.trusted({ $gt: now }) };
  const offer = await CohortOffer.findOneAndDelete(open).lean<CohortOfferRecord>();
  if (!offer) throw new Problem('not-found');
  await forgetToldOf(aboutCohort(offer.cohortId, 'asked'), memberId);
  return offer;
}

/** Becomes a mentor of the cohort, and sees nothing of who is in it before they say so. Inside the caller's transaction. */
export async function acceptOffer(id: string, memberId: string, now: Date): Promise<CohortRecord> {
  const { cohortId } = await takeOffer(id, memberId, now);
  if (await isInCohort(cohortId, memberId)) throw new Problem('already-joined');
  const mentorId = new mongoose.Types.ObjectId(memberId);
  const cohort = await Cohort.findOneAndUpdate(
    {
      _id: cohortId,
      archivedAt: null,
      mentorIds: mongoose.trusted({ $ne: mentorId }),
      [`mentorIds.${mostMentors - 1}`]: mongoose.trusted({ $exists: false }),
    },
    { $push: { mentorIds: mentorId, laterMentors: { mentorId, since: now } }, $inc: { version: 1 } },
    { returnDocument: 'after' },
  ).lean<CohortRecord>();
  if (!cohort) throw new Problem('conflict', { detail: 'This cohort takes no more mentors.' });
  await forgetToldOf(aboutCohort(cohortId, 'former'), memberId);
  await tellLearners({ kind: 'cohort-mentor', cohortId: String(cohortId), actorId: memberId }, now);
  return cohort;
}

export async function declineOffer(id: string, memberId: string, now: Date): Promise<void> {
  await takeOffer(id, memberId, now);
}
