import type mongoose from 'mongoose';
import { aboutCohort } from '../notifications/notifications.model.js';
import { forgetTold } from '../notifications/tell-members.js';
import { CohortOffer } from './cohort-offers.model.js';
import { CohortSeat } from './cohort-seats.model.js';
import { Cohort } from './cohorts.model.js';

/** A member leaves for good: a cohort that nobody else mentors goes with them, the others lose one of their mentors. */
export async function eraseFromCohorts(memberId: mongoose.Types.ObjectId): Promise<void> {
  const own = await Cohort.distinct('_id', { mentorIds: [memberId] });
  for (const cohortId of own) {
    await CohortOffer.deleteMany({ cohortId });
    await CohortSeat.deleteMany({ cohortId });
    for (const to of [undefined, 'asked', 'former'] as const) await forgetTold(aboutCohort(cohortId, to));
    await Cohort.deleteOne({ _id: cohortId, mentorIds: [memberId] });
  }
  await Cohort.updateMany(
    { mentorIds: memberId },
    { $pull: { mentorIds: memberId, laterMentors: { mentorId: memberId } }, $inc: { version: 1 } },
  );
  await CohortOffer.deleteMany({ $or: [{ memberId }, { byId: memberId }] });
  await CohortSeat.deleteMany({ learnerId: memberId });
}
