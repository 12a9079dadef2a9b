import { invitationDays } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { hashToken, newToken } from '../credentials/links.js';
import { readSettings } from '../instance/settings.model.js';
import { pageUrl } from '../mail/address-letter.js';
import { letters } from '../mail/letters.js';
import { queueLetter } from '../mail/queue-letter.js';
import type { CohortRecord } from '../mentoring/cohorts.model.js';
import { MentorInvitation, type MentorInvitationRecord, scopeOf } from './mentor-invitations.model.js';

/** Who invites, and to what. */
export interface Inviting {
  mentorId: mongoose.Types.ObjectId;
  cohort: CohortRecord | null;
  roadmap: string;
}

export interface Invitee {
  email: string;
  emailKey: string;
  name: string;
}

const dayMs = 86_400_000;

/** The link's page of the web client. */
export const mentorLinkUrl = (deps: Pick<Deps, 'env'>, token: string) => pageUrl(deps, 'mentoring/invitations', token);

/** The sender's account, which must be there still. */
export async function getSender(memberId: string): Promise<AccountRecord> {
  const account = await Account.findOne({ _id: memberId }).lean<AccountRecord>();
  if (!account) throw new Problem('not-found');
  return account;
}

/** Words for a letter: how whoever invites, and what they invite to, is called. */
async function letterFor(deps: Deps, { mentorId, cohort, roadmap }: Inviting) {
  const { name: from } = await getSender(String(mentorId));
  const { name: instance } = await readSettings();
  const title = deps.roadmaps.get(roadmap)?.title ?? roadmap;
  return (name: string, url: string) =>
    letters.mentorInvitation({ name, instance, url, from, roadmap: title, cohort: cohort?.name ?? null });
}

function timesFrom(now: Date) {
  return { sentAt: now, expiresAt: new Date(now.getTime() + invitationDays * dayMs) };
}

/**
 * Invites addresses that are not invited yet, in the transaction around it, each with a letter of its own. Nothing here
 * looks at accounts: it is the same work for an address that somebody has and for any other.
 */
export async function inviteAll(
  deps: Deps,
  inviting: Inviting,
  invitees: readonly Invitee[],
  now: Date,
): Promise<MentorInvitationRecord[]> {
  const { mentorId, cohort, roadmap } = inviting;
  const cohortId = cohort?._id ?? null;
  const scope = scopeOf({ mentorId, cohortId, roadmap });
  const keys = invitees.map(({ emailKey }) => emailKey);
  // Those that nobody answered in time make place.
  await MentorInvitation.updateMany(
    {
      ...{ scope, state: 'open' as const },
      emailKey: mongoose.trusted({ $in: keys }),
      expiresAt: mongoose.trusted({ $lte: now }),
    },
    { $set: { state: 'expired' } },
  );
  const write = await letterFor(deps, inviting);
  const made = invitees.map((invitee) => ({ invitee, token: newToken() }));
  const records = await MentorInvitation.insertMany(
    made.map(({ invitee, token }) => ({
      ...{ mentorId, cohortId, roadmap, scope, state: 'open' as const, hash: hashToken(token) },
      ...invitee,
      ...timesFrom(now),
    })),
  );
  for (const { invitee, token } of made) {
    await queueLetter(deps, invitee.email, write(invitee.name, mentorLinkUrl(deps, token)), now);
  }
  return records.map((record) => record.toObject() as MentorInvitationRecord);
}

/** Sends one again: a new link, for as long as a first one; the old one ends. */
export async function sendAgain(
  deps: Deps,
  record: MentorInvitationRecord,
  inviting: Inviting,
  now: Date,
): Promise<MentorInvitationRecord> {
  const token = newToken();
  const sent = await MentorInvitation.findOneAndUpdate(
    // By now another one may be open for this address; the index says so.
    { _id: record._id, state: record.state, hash: record.hash },
    { $set: { state: 'open', hash: hashToken(token), ...timesFrom(now) } },
    { returnDocument: 'after' },
  ).lean<MentorInvitationRecord>();
  if (!sent) throw new Problem('invitation-over');
  const write = await letterFor(deps, inviting);
  await queueLetter(deps, record.email, write(record.name, mentorLinkUrl(deps, token)), now);
  return sent;
}
