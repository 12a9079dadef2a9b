import { type Consent, dayIn, type Grant as GrantAnswer } from '@waymark/contract';
import mongoose from 'mongoose';
import { page, readCursor } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import { findPeople } from '../accounts/find-people.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { letGo } from '../reviews/close-reviews.js';
import { followGrants } from '../talk/follow-grants.js';
import { Grant, type GrantRecord, notEnded } from './grants.model.js';
import { findCohortNames, grantAnswer } from './mentoring-answers.js';
import { rosterEntry } from './roster-entry.js';
import { told } from './told-now.js';

export interface Moment {
  /** The learner's day. */
  today: string;
  now: Date;
}

interface Query {
  limit: number;
  cursor?: string | undefined;
}

/** With what each mentor is told by today's state of things: the learner reads it a day before they do. */
export async function grantAnswers(grants: readonly GrantRecord[], { today }: Moment): Promise<GrantAnswer[]> {
  const people = await findPeople(grants.map((grant) => grant.mentorId));
  const cohorts = await findCohortNames(grants.map((grant) => grant.cohortId));
  return grants.flatMap((grant) => {
    const mentor = people.get(String(grant.mentorId));
    // Of a paused one nothing is told.
    return mentor ? [grantAnswer(grant, mentor, cohorts, grant.isLive ? told.ofLearner(grant, today) : null)] : [];
  });
}

export async function getGrantAnswer(grant: GrantRecord, moment: Moment): Promise<GrantAnswer> {
  const [answer] = await grantAnswers([grant], moment);
  if (!answer) throw new Problem('not-found');
  return answer;
}

/** Who sees what of the learner's, and who would if it were not paused; the oldest first. */
export async function listGrants(learnerId: string, query: Query, moment: Moment) {
  const [id] = (readCursor(query.cursor, ['id']) ?? []) as [string?];
  const after = id ? { _id: mongoose.trusted({ $gt: new mongoose.Types.ObjectId(id) }) } : {};
  const found = await Grant.find({ learnerId, ...notEnded, ...after })
    .sort({ _id: 1 })
    .limit(query.limit + 1)
    .lean<GrantRecord[]>();
  const { items, nextCursor } = page(found, query.limit, (grant) => [String(grant._id)]);
  return { items: await grantAnswers(items, moment), nextCursor };
}

/** Narrows or widens what the mentor sees, or would see; it holds from the next request on, the roster included. */
export async function changeGrant(
  id: string,
  learnerId: string,
  consent: Consent,
  moment: Moment,
): Promise<GrantAnswer> {
  const grant = await Grant.findOne({ _id: id, learnerId, ...notEnded }).lean<GrantRecord>();
  const enrolment = grant && (await Enrolment.findOne({ _id: grant.enrolmentId }).lean<EnrolmentRecord>());
  if (!grant || !enrolment) throw new Problem('not-found');
  const entry = rosterEntry({ ...grant, consent }, enrolment, dayIn('UTC', moment.now));
  await Grant.updateOne({ _id: grant._id, ...notEnded }, { $set: { consent, entry } });
  await letGo(learnerId, moment.now);
  await followGrants(learnerId);
  return getGrantAnswer({ ...grant, consent, entry }, moment);
}

/** Ends what the mentor sees, from the next request on. */
export async function endGrant(id: string, learnerId: string, now: Date): Promise<void> {
  const { modifiedCount } = await Grant.updateOne(
    { _id: id, learnerId, ...notEnded },
    { $set: { isLive: false, endedAt: now } },
  );
  if (modifiedCount === 0) throw new Problem('not-found');
  await letGo(learnerId, now);
  await followGrants(learnerId);
}
