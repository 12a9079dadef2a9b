import type mongoose from 'mongoose';
import { beyond, page, readCursor } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import { Account } from '../accounts/accounts.model.js';
import { findPeople } from '../accounts/find-people.js';
import { aboutCohort } from '../notifications/notifications.model.js';
import { forgetToldOf } from '../notifications/tell-members.js';
import { letGo } from '../reviews/close-reviews.js';
import { followGrants } from '../talk/follow-grants.js';
import { CohortSeat, type CohortSeatRecord } from './cohort-seats.model.js';
import { findThoseIn, getJoined } from './get-cohort.js';
import { Grant, rosterName } from './grants.model.js';

type Id = mongoose.Types.ObjectId | string;

/** Leaves a cohort: what its mentors see through it ends, and with it what the learner said there. */
export async function leaveCohort(cohortId: string, learnerId: string, now: Date): Promise<void> {
  const { modifiedCount } = await Grant.updateMany(
    { learnerId, cohortId, endedAt: null },
    { $set: { isLive: false, endedAt: now } },
  );
  if (modifiedCount === 0) throw new Problem('not-found');
  await CohortSeat.deleteOne({ learnerId, cohortId });
  await forgetToldOf(aboutCohort(cohortId), learnerId);
  await letGo(learnerId, now);
  await followGrants(learnerId);
}

/** Writes down what a learner says of themselves in a cohort. */
export async function say(
  cohortId: Id,
  learnerId: string,
  said: mongoose.UpdateQuery<CohortSeatRecord>,
): Promise<void> {
  const learner = await Account.findOne({ _id: learnerId }, { name: 1 }).lean();
  const { learnerName } = rosterName(learner?.name ?? '');
  await CohortSeat.updateOne({ learnerId, cohortId }, { ...said, $setOnInsert: { learnerName } }, { upsert: true });
}

export async function changeListing(cohortId: string, learnerId: string, isListed: boolean): Promise<void> {
  const { _id } = await getJoined(cohortId, learnerId);
  await say(_id, learnerId, { $set: { isListed } });
}

interface Query {
  limit: number;
  cursor?: string | undefined;
}

/** Who else learns in a cohort: nobody unless the cohort shows names, and then those who agreed to it and are still in. */
export async function listNames(cohortId: string, learnerId: string, query: Query) {
  const cohort = await getJoined(cohortId, learnerId);
  if (cohort.seesWhom !== 'names') return { items: [], nextCursor: null };
  const [name, id] = (readCursor(query.cursor, ['string', 'id']) ?? []) as [string?, string?];
  const found = await CohortSeat.find({
    cohortId: cohort._id,
    isListed: true,
    ...(name !== undefined && id && beyond('learnerName', 1, name, id)),
  })
    .sort({ learnerName: 1, _id: 1 })
    .limit(query.limit + 1)
    .lean<CohortSeatRecord[]>();
  const { items: seats, nextCursor } = page(found, query.limit, (seat) => [seat.learnerName, String(seat._id)]);
  const ids = seats.map((seat) => seat.learnerId);
  const stillIn = await findThoseIn(cohort._id, ids);
  const people = await findPeople(ids);
  const items = ids.flatMap((each) => {
    const person = stillIn.has(String(each)) ? people.get(String(each)) : undefined;
    return person ? [{ name: person.name }] : [];
  });
  return { items, nextCursor };
}
