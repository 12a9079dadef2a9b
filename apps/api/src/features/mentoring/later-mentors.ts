import { type CohortAsk, type Consent, dayIn, type Grant as GrantAnswer } from '@waymark/contract';
import mongoose from 'mongoose';
import { pageOfAll } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import { Account } from '../accounts/accounts.model.js';
import { findPeople } from '../accounts/find-people.js';
import { aboutCohort } from '../notifications/notifications.model.js';
import { settleTold } from '../notifications/tell-members.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { touchEnrolment } from '../progress/save-enrolment.js';
import { followGrants } from '../talk/follow-grants.js';
import { say } from './cohort-places.js';
import { CohortSeat } from './cohort-seats.model.js';
import { Cohort, type CohortRecord } from './cohorts.model.js';
import { Grant, type GrantRecord, rosterName } from './grants.model.js';
import { grantAnswers } from './keep-grants.js';
import { rosterEntry } from './roster-entry.js';

/** A mentor who came later and sees nothing yet, beside one of the grants that the others have. */
interface Waiting {
  cohort: CohortRecord;
  mentorId: mongoose.Types.ObjectId;
  /** What every other mentor there sees: nobody is shown more than the one who sees least. */
  consent: Consent;
  beside: GrantRecord;
}

const among = (ids: readonly (mongoose.Types.ObjectId | null)[]) => mongoose.trusted({ $in: ids });

function whatAllSee(grants: readonly GrantRecord[]): Consent {
  const all = (key: keyof Consent) => grants.every((grant) => grant.consent[key]);
  return { progress: all('progress'), activity: all('activity'), notes: all('notes'), projects: all('projects') };
}

/** Of whom this learner has yet to say whether they may see anything. Who was told no, or was ended since, is not asked for. */
async function findWaiting(learnerId: string, cohortId?: string): Promise<Waiting[]> {
  const live = await Grant.find({
    learnerId,
    isLive: true,
    cohortId: cohortId ? new mongoose.Types.ObjectId(cohortId) : mongoose.trusted({ $ne: null }),
  }).lean<GrantRecord[]>();
  const cohorts = await Cohort.find({
    _id: among(live.map((grant) => grant.cohortId)),
    archivedAt: null,
    'laterMentors.0': mongoose.trusted({ $exists: true }),
  })
    .sort({ _id: 1 })
    .lean<CohortRecord[]>();
  if (cohorts.length === 0) return [];
  const inThem = { learnerId, cohortId: among(cohorts.map(({ _id }) => _id)) };
  const ever = await Grant.find(inThem, { cohortId: 1, mentorId: 1, endedAt: 1 }).lean();
  const seats = await CohortSeat.find(inThem).lean();
  return cohorts.flatMap((cohort) => {
    const isHere = (each: { cohortId?: unknown }) => String(each.cohortId) === String(cohort._id);
    const grants = live.filter(isHere);
    const [beside] = grants;
    const declined = seats.find(isHere)?.declined.map(String) ?? [];
    const waiting = (cohort.laterMentors ?? []).filter(({ mentorId, since }) => {
      const given = ever.filter((each) => isHere(each) && String(each.mentorId) === String(mentorId));
      return !declined.includes(String(mentorId)) && given.every(({ endedAt }) => endedAt && endedAt < since);
    });
    return beside ? waiting.map(({ mentorId }) => ({ cohort, mentorId, beside, consent: whatAllSee(grants) })) : [];
  });
}

/** For the one act that answers it. */
async function getWaiting(learnerId: string, cohortId: string, mentorId: string): Promise<Waiting> {
  const found = await findWaiting(learnerId, cohortId);
  const waiting = found.find((each) => String(each.mentorId) === mentorId);
  if (!waiting) throw new Problem('not-found');
  // Whatever they say, they have read of it.
  if (found.length === 1) await settleTold(aboutCohort(waiting.cohort._id), { only: [learnerId] });
  return waiting;
}

export async function listMentorAsks(learnerId: string, query: { limit: number; cursor?: string | undefined }) {
  const waiting = await findWaiting(learnerId);
  const people = await findPeople(waiting.map(({ mentorId }) => mentorId));
  const all = waiting.flatMap(({ cohort, mentorId, consent }): CohortAsk[] => {
    const mentor = people.get(String(mentorId));
    const { _id, name, roadmap } = cohort;
    return mentor ? [{ cohort: { id: String(_id), name }, roadmap, mentor, consent }] : [];
  });
  return pageOfAll(all, query, ({ cohort, mentor }) => `${cohort.id}:${mentor.id}`);
}

interface Act {
  learnerId: string;
  cohortId: string;
  mentorId: string;
  consent: Consent;
  today: string;
  now: Date;
}

/** Lets a mentor who came later see this, from now on. Inside the caller's transaction. */
export async function letMentorSee({ learnerId, cohortId, consent, ...act }: Act): Promise<GrantAnswer> {
  const { mentorId, beside, cohort } = await getWaiting(learnerId, cohortId, act.mentorId);
  // Whoever takes this mentor out, or ends the cohort, at this moment, meets this here.
  const { modifiedCount } = await Cohort.updateOne(
    { _id: cohort._id, mentorIds: mentorId, archivedAt: null },
    { $inc: { joins: 1 } },
  );
  const enrolment = await Enrolment.findOne({ _id: beside.enrolmentId, leftAt: null }).lean<EnrolmentRecord>();
  const learner = await Account.findOne({ _id: learnerId }, { name: 1 }).lean();
  if (modifiedCount === 0 || !enrolment || !learner) throw new Problem('not-found');
  await touchEnrolment(enrolment._id);
  const [made] = await Grant.insertMany([
    {
      mentorId,
      learnerId,
      ...rosterName(learner.name),
      enrolmentId: enrolment._id,
      roadmap: beside.roadmap,
      cohortId: cohort._id,
      consent,
      entry: rosterEntry({ consent }, enrolment, dayIn('UTC', act.now)),
      isLive: true,
      createdAt: act.now,
    },
  ]);
  await followGrants(learnerId);
  const [answer] = made ? await grantAnswers([made.toObject() as GrantRecord], act) : [];
  if (!answer) throw new Problem('not-found');
  return answer;
}

export async function declineMentor(learnerId: string, cohortId: string, mentorId: string): Promise<void> {
  const waiting = await getWaiting(learnerId, cohortId, mentorId);
  await say(cohortId, learnerId, { $addToSet: { declined: waiting.mentorId } });
}
