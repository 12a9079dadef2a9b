import { invitationAfter, invitationState, type mentorInvitations } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { page, readCursor } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import type { Call } from '../../http/route.js';
import { emailKey } from '../accounts/email-key.js';
import { requireMail } from '../credentials/ask-by-address.js';
import { getMentored, getOpenCohort } from '../mentoring/get-cohort.js';
import { aboutInvitation } from '../notifications/notifications.model.js';
import { settleTold } from '../notifications/tell-members.js';
import { sentAnswer, sentAnswers } from './invitation-answers.js';
import { getSender, type Inviting, inviteAll, sendAgain } from './invite.js';
import type { LetterLimits } from './letter-limits.js';
import { MentorInvitation, type MentorInvitationRecord, scopeOf } from './mentor-invitations.model.js';

type Contract = typeof mentorInvitations;
const idOf = (id: string) => new mongoose.Types.ObjectId(id);

function refuseField(path: string, message: string): Problem {
  return new Problem('invalid', { errors: [{ path, message }] });
}

async function invitingOf(
  deps: Deps,
  { cohortId, roadmap }: { cohortId: string | null; roadmap?: string | undefined },
  viewerId: string,
): Promise<Inviting> {
  const mentorId = idOf(viewerId);
  if (cohortId !== null) {
    const cohort = await getOpenCohort(cohortId, viewerId);
    return { mentorId, cohort, roadmap: cohort.roadmap };
  }
  if (!deps.roadmaps.has(roadmap ?? '')) throw refuseField('roadmap', 'There is no such roadmap');
  return { mentorId, cohort: null, roadmap: roadmap ?? '' };
}

/** Invites one address. Whether anybody has it is not looked at, so nothing can tell. */
export async function inviteLearner(
  deps: Deps,
  limits: LetterLimits,
  { body, viewer, now }: Pick<Call<Contract['inviteLearner']>, 'body' | 'viewer' | 'now'>,
) {
  requireMail(deps);
  const inviting = await invitingOf(deps, body, viewer.id);
  const key = emailKey(body.email);
  if (key === undefined) throw refuseField('email', 'This does not look like an e-mail address');
  if (key === (await getSender(viewer.id)).emailKey) throw refuseField('email', 'That is your own address');
  const { mentorId, cohort, roadmap } = inviting;
  const scope = scopeOf({ mentorId, cohortId: cohort?._id ?? null, roadmap });
  const isOpen = { scope, emailKey: key, state: 'open' as const, expiresAt: mongoose.trusted({ $gt: now }) };
  if (await MentorInvitation.exists(isOpen)) throw new Problem('already-invited');
  await limits.takeLetter(viewer.id, key);
  const invitee = { email: body.email, emailKey: key, name: body.name };
  const [record] = await inviteAll(deps, inviting, [invitee], now);
  if (!record) throw new Error('the invitation was not made');
  return sentAnswer(record, now);
}

/** One that the viewer may take back or send again: their own, or one into a cohort that they mentor now. */
async function getSent(id: string, viewerId: string): Promise<{ record: MentorInvitationRecord; inviting: Inviting }> {
  const record = await MentorInvitation.findOne({ _id: id }).lean<MentorInvitationRecord>();
  if (!record) throw new Problem('not-found');
  if (record.cohortId === null && String(record.mentorId) !== viewerId) throw new Problem('not-found');
  const cohort = record.cohortId && (await getMentored(record.cohortId, viewerId));
  return { record, inviting: { mentorId: idOf(viewerId), cohort, roadmap: record.roadmap } };
}

export async function resendInvitation(
  deps: Deps,
  limits: LetterLimits,
  { params, viewer, now }: Pick<Call<Contract['resendMentorInvitation']>, 'params' | 'viewer' | 'now'>,
) {
  const { record, inviting } = await getSent(params.id, viewer.id);
  requireMail(deps);
  if (!invitationAfter('resend', invitationState(record, now))) throw new Problem('invitation-over');
  if (inviting.cohort?.archivedAt) throw new Problem('cohort-archived');
  const { _id, scope, emailKey: key } = record;
  const another = { scope, emailKey: key, state: 'open' as const, _id: mongoose.trusted({ $ne: _id }) };
  if (await MentorInvitation.exists(another)) throw new Problem('already-invited');
  await limits.takeLetter(viewer.id, key);
  return sentAnswer(await sendAgain(deps, record, inviting, now), now);
}

export async function revokeInvitation(id: string, viewerId: string, now: Date): Promise<void> {
  const { record } = await getSent(id, viewerId);
  if (!invitationAfter('revoke', invitationState(record, now))) throw new Problem('invitation-over');
  const { modifiedCount } = await MentorInvitation.updateOne(
    { _id: record._id, state: record.state },
    { $set: { state: 'revoked' } },
  );
  if (modifiedCount === 0) throw new Problem('invitation-over');
  await settleTold(aboutInvitation(record._id), { except: [viewerId] });
}

interface Query {
  limit: number;
  cursor?: string | undefined;
  cohort?: string | undefined;
}

/** The newest first: a mentor's own, or a cohort's. */
export async function listSent(viewerId: string, query: Query, now: Date) {
  const cohort = query.cohort === undefined ? null : await getMentored(query.cohort, viewerId);
  const whose = cohort ? { cohortId: cohort._id } : { mentorId: idOf(viewerId), cohortId: null };
  const [id] = (readCursor(query.cursor, ['id']) ?? []) as [string?];
  const found = await MentorInvitation.find({ ...whose, ...(id && { _id: mongoose.trusted({ $lt: idOf(id) }) }) })
    .sort({ _id: -1 })
    .limit(query.limit + 1)
    .lean<MentorInvitationRecord[]>();
  const { items, nextCursor } = page(found, query.limit, ({ _id }) => [String(_id)]);
  return { items: await sentAnswers(items, now), nextCursor };
}
