import type { Consent, LetIn, ReceivedInvitation } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { page, readCursor } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import { findPeople, type Person } from '../accounts/find-people.js';
import { hashToken } from '../credentials/links.js';
import { Cohort, type CohortRecord } from '../mentoring/cohorts.model.js';
import { Grant, notEnded } from '../mentoring/grants.model.js';
import { enterCohort } from '../mentoring/join-cohort.js';
import { letMentorsIn } from '../mentoring/let-in.js';
import { aboutInvitation } from '../notifications/notifications.model.js';
import { settleTold, tellMembers } from '../notifications/tell-members.js';
import { confirmedKey, stillOpen } from './invitation-answers.js';
import { MentorInvitation, type MentorInvitationRecord } from './mentor-invitations.model.js';

/** What an invitation is to: who invites, the cohort, and those who would see what is shared. */
export interface InvitedTo {
  from: Person;
  cohort: CohortRecord | null;
  mentors: Person[];
}

/** Those of which the one who invites is a member still, and the cohort is there; the others are over. */
export async function findInvitedTo(
  records: readonly Pick<MentorInvitationRecord, '_id' | 'mentorId' | 'cohortId'>[],
): Promise<ReadonlyMap<string, InvitedTo>> {
  const cohortIds = records.flatMap(({ cohortId }) => cohortId ?? []);
  const cohorts = await Cohort.find({ _id: mongoose.trusted({ $in: cohortIds }) }).lean<CohortRecord[]>();
  const people = await findPeople([
    ...records.map(({ mentorId }) => mentorId),
    ...cohorts.flatMap(({ mentorIds }) => mentorIds),
  ]);
  const found = new Map<string, InvitedTo>();
  for (const { _id, mentorId, cohortId } of records) {
    const from = people.get(String(mentorId));
    const cohort = cohorts.find((each) => String(each._id) === String(cohortId)) ?? null;
    if (!from || (cohortId && !cohort)) continue;
    const mentors = cohort ? cohort.mentorIds.flatMap((each) => people.get(String(each)) ?? []) : [from];
    found.set(String(_id), { from, cohort, mentors });
  }
  return found;
}

/** Those to the address that the member has confirmed, the newest first. */
export async function listReceived(
  viewerId: string,
  query: { limit: number; cursor?: string | undefined },
  now: Date,
): Promise<{ items: ReceivedInvitation[]; nextCursor: string | null }> {
  const emailKey = await confirmedKey(viewerId);
  const [id] = (readCursor(query.cursor, ['id']) ?? []) as [string?];
  if (emailKey === null) return { items: [], nextCursor: null };
  const after = id && { _id: mongoose.trusted({ $lt: new mongoose.Types.ObjectId(id) }) };
  const found = await MentorInvitation.find({ emailKey, ...stillOpen(now), ...after })
    .sort({ _id: -1 })
    .limit(query.limit + 1)
    .lean<MentorInvitationRecord[]>();
  const { items, nextCursor } = page(found, query.limit, ({ _id }) => [String(_id)]);
  const to = await findInvitedTo(items);
  const answers = items.flatMap((record) => {
    const invited = to.get(String(record._id));
    if (!invited) return [];
    const { from, cohort, mentors } = invited;
    return {
      id: String(record._id),
      ...{ from, mentors, roadmap: record.roadmap },
      cohort: cohort && { id: String(cohort._id), name: cohort.name },
      sentAt: record.sentAt.toISOString(),
      expiresAt: record.expiresAt.toISOString(),
    };
  });
  return { items: answers, nextCursor };
}

/** Whose it is: the letter's, or the confirmed address's. To all others it is not there. */
async function getInvited(id: string, viewerId: string, token: string | undefined): Promise<MentorInvitationRecord> {
  const record = await MentorInvitation.findOne({ _id: id }).lean<MentorInvitationRecord>();
  if (!record) throw new Problem('not-found');
  if (token !== undefined && record.hash === hashToken(token)) return record;
  if (record.emailKey !== (await confirmedKey(viewerId))) throw new Problem('not-found');
  return record;
}

/** One step out of `open`, of which only the first at once is taken. */
async function answerOpen(_id: mongoose.Types.ObjectId, change: Partial<MentorInvitationRecord>, now: Date) {
  const { modifiedCount } = await MentorInvitation.updateOne({ _id, ...stillOpen(now) }, { $set: change });
  if (modifiedCount === 0) throw new Problem('invitation-over');
  await settleTold(aboutInvitation(_id), { except: [] });
}

export interface Accepting {
  id: string;
  token: string | undefined;
  learnerId: string;
  consent: Consent;
  today: string;
  now: Date;
}

/** The mentors have accepted by inviting. In the transaction of the route. */
export async function acceptInvitation(deps: Deps, act: Accepting): Promise<LetIn> {
  const { learnerId, now } = act;
  const record = await getInvited(act.id, learnerId, act.token);
  const to = (await findInvitedTo([record])).get(act.id);
  await answerOpen(record._id, { state: 'accepted', learnerId: new mongoose.Types.ObjectId(learnerId) }, now);
  if (!to) throw new Problem('invitation-over');
  const { mentorId, roadmap } = record;
  if (to.cohort) await enterCohort(deps, to.cohort, act);
  else await enterAlone(deps, { ...act, mentorId, roadmap });
  const about = aboutInvitation(record._id);
  const told = { about, kind: 'invitation-accepted', learnerId: null, actorId: learnerId, at: now } as const;
  await tellMembers(told, [String(mentorId)]);
  return {
    roadmap: to.cohort?.roadmap ?? roadmap,
    cohort: to.cohort && { id: String(to.cohort._id), name: to.cohort.name },
  };
}

type Alone = Pick<Accepting, 'learnerId' | 'consent' | 'today' | 'now'> & {
  mentorId: mongoose.Types.ObjectId;
  roadmap: string;
};

/** Whether this mentor was let into this way of the learner's already, on their own; also where that is paused. */
export async function isMentoredAlone({ learnerId, mentorId, roadmap }: Omit<Alone, 'consent' | 'today' | 'now'>) {
  return (await Grant.exists({ learnerId, mentorId, roadmap, cohortId: null, ...notEnded })) !== null;
}

/** A mentor on their own, who has agreed. */
export async function enterAlone(deps: Deps, act: Alone): Promise<void> {
  const { mentorId, ...letting } = act;
  if (String(mentorId) === act.learnerId) throw new Problem('own-invitation');
  if (await isMentoredAlone(act)) throw new Problem('already-mentored');
  await letMentorsIn(deps, { ...letting, mentorIds: [mentorId], cohortId: null });
}

export async function declineInvitation(
  id: string,
  viewerId: string,
  token: string | undefined,
  now: Date,
): Promise<void> {
  const { _id } = await getInvited(id, viewerId, token);
  await answerOpen(_id, { state: 'declined' }, now);
}

/** Declined by who holds the letter, and may be no member. */
export async function declineByLetter(record: Pick<MentorInvitationRecord, '_id'>, now: Date): Promise<void> {
  await answerOpen(record._id, { state: 'declined' }, now);
}
