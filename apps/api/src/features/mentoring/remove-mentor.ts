import mongoose from 'mongoose';
import { forgetAnswers } from '../../http/once.js';
import { Problem } from '../../http/problem.js';
import { aboutCohort, Notification } from '../notifications/notifications.model.js';
import { forgetToldOf, tellMembers } from '../notifications/tell-members.js';
import { letGo } from '../reviews/close-reviews.js';
import { Review } from '../reviews/reviews.model.js';
import { followGrants } from '../talk/follow-grants.js';
import { HelpRequest } from '../talk/help.model.js';
import { Talk } from '../talk/talk.model.js';
import { CohortSeat } from './cohort-seats.model.js';
import { Cohort, type CohortRecord } from './cohorts.model.js';
import { getMentored } from './get-cohort.js';
import { Grant } from './grants.model.js';

interface Act {
  cohortId: string;
  /** Who does it: one of its mentors. */
  byId: string;
  mentorId: string;
  now: Date;
}

/**
 * Takes a mentor, or oneself, out of a cohort, which keeps at least one; what they see through it ends. Inside the caller's
 * transaction.
 */
export async function removeMentor({ cohortId, byId, mentorId, now }: Act): Promise<CohortRecord> {
  const before = await getMentored(cohortId, byId);
  const target = before.mentorIds.find((id) => String(id) === mentorId);
  if (!target) throw new Problem('not-found');
  const after = await Cohort.findOneAndUpdate(
    { _id: before._id, mentorIds: target, 'mentorIds.1': mongoose.trusted({ $exists: true }) },
    { $pull: { mentorIds: target, laterMentors: { mentorId: target } }, $inc: { version: 1 } },
    { returnDocument: 'after' },
  ).lean<CohortRecord>();
  if (!after) throw new Problem('last-mentor');
  await CohortSeat.updateMany({ cohortId: after._id, declined: target }, { $pull: { declined: target } });
  await endThrough(after._id, target, now);
  await forgetToldOf(aboutCohort(after._id), mentorId);
  if (mentorId !== byId) {
    const told = { about: aboutCohort(after._id, 'former'), learnerId: null, actorId: byId, at: now };
    await tellMembers({ ...told, kind: 'mentor-removed' }, [mentorId]);
  }
  return after;
}

async function endThrough(
  cohortId: mongoose.Types.ObjectId,
  mentorId: mongoose.Types.ObjectId,
  now: Date,
): Promise<void> {
  const through = { cohortId, mentorId, endedAt: null };
  const learnerIds = await Grant.distinct('learnerId', through);
  await Grant.updateMany(through, { $set: { isLive: false, endedAt: now } });
  const theirs = { learnerId: mongoose.trusted({ $in: learnerIds }) };
  await forgetAnswers([mentorId], learnerIds);
  // Whoever takes a review on at this moment read of a grant that ends: see `letGo`.
  await Review.updateMany({ ...theirs, isOpen: true }, { $inc: { grantChanges: 1 } });
  // Of thousands only those about whom this mentor has something in hand, or was told something.
  const held = await Review.distinct('learnerId', { ...theirs, isOpen: true, heldBy: String(mentorId) });
  const followed = await Review.distinct('learnerId', { ...theirs, told: String(mentorId) });
  const told = await Notification.distinct('learnerId', { ...theirs, memberId: mentorId });
  for (const learnerId of new Set([...held, ...followed, ...told].map(String))) await letGo(learnerId, now);
  const talks = await Talk.distinct('learnerId', { ...theirs, told: mentorId });
  const asked = await HelpRequest.distinct('learnerId', { ...theirs, told: mentorId, closedAt: null });
  for (const learnerId of new Set([...told, ...talks, ...asked].map(String))) await followGrants(learnerId);
}
