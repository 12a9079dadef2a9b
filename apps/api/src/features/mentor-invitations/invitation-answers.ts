import { invitationState, type MentorInvitation as SentAnswer } from '@waymark/contract';
import mongoose from 'mongoose';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { findPeople } from '../accounts/find-people.js';
import { findCohortNames } from '../mentoring/mentoring-answers.js';
import type { MentorInvitationRecord } from './mentor-invitations.model.js';

/** As those read them who may take them back. */
export async function sentAnswers(records: readonly MentorInvitationRecord[], now: Date): Promise<SentAnswer[]> {
  const people = await findPeople(records.flatMap(({ mentorId, learnerId }) => [mentorId, learnerId ?? []].flat()));
  const cohorts = await findCohortNames(records.map(({ cohortId }) => cohortId));
  return records.map((record) => ({
    id: String(record._id),
    ...{ email: record.email, name: record.name, roadmap: record.roadmap },
    cohort: cohorts.get(String(record.cohortId)) ?? null,
    from: people.get(String(record.mentorId)) ?? null,
    state: invitationState(record, now),
    acceptedBy: people.get(String(record.learnerId))?.name ?? null,
    sentAt: record.sentAt.toISOString(),
    expiresAt: record.expiresAt.toISOString(),
  }));
}

export async function sentAnswer(record: MentorInvitationRecord, now: Date): Promise<SentAnswer> {
  const [answer] = await sentAnswers([record], now);
  if (!answer) throw new Error('one invitation in, none out');
  return answer;
}

/**
 * The address that a member has confirmed; `null` where they have not. Whoever signed up with somebody else's address must
 * not read what is sent to it.
 */
export async function confirmedKey(memberId: string): Promise<string | null> {
  const account = await Account.findOne({ _id: memberId }, { emailKey: 1, verifiedAt: 1 }).lean<AccountRecord>();
  return account?.verifiedAt ? account.emailKey : null;
}

/** Where what is open stands still, and can be answered. */
export const stillOpen = (now: Date) => ({ state: 'open' as const, expiresAt: mongoose.trusted({ $gt: now }) });
