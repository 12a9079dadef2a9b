import type { MentorLink } from '@waymark/contract';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { findPeople } from '../accounts/find-people.js';
import { hashToken, linkEnded } from '../credentials/links.js';
import { stillOpen } from './invitation-answers.js';
import { MentorAsk, type MentorAskRecord } from './mentor-asks.model.js';
import { MentorInvitation, type MentorInvitationRecord } from './mentor-invitations.model.js';
import { declineAskByLetter } from './received-asks.js';
import { declineByLetter, findInvitedTo } from './received-invitations.js';

/** What a letter's link is about, while it holds; nothing is used up by looking. */
export async function openLink(token: string, now: Date): Promise<MentorLink> {
  const holds = { hash: hashToken(token), ...stillOpen(now) };
  const invitation = await MentorInvitation.findOne(holds).lean<MentorInvitationRecord>();
  if (invitation) return invitationLink(invitation);
  const ask = await MentorAsk.findOne(holds).lean<MentorAskRecord>();
  const learner = ask && (await findPeople([ask.learnerId])).get(String(ask.learnerId));
  if (!ask || !learner) throw linkEnded();
  const { roadmap, sentence, consent } = ask;
  return { kind: 'ask', id: String(ask._id), from: learner.name, roadmap, sentence, consent };
}

async function invitationLink(record: MentorInvitationRecord): Promise<MentorLink> {
  const id = String(record._id);
  const to = (await findInvitedTo([record])).get(id);
  if (!to) throw linkEnded();
  const mentors = to.mentors.map(({ name }) => name);
  const cohort = to.cohort?.name ?? null;
  return { kind: 'invitation', id, from: to.from.name, roadmap: record.roadmap, cohort, mentors };
}

/** The route is open to anyone, and has no transaction of its own. */
export async function declineLink(deps: Pick<Deps, 'connection'>, token: string, now: Date): Promise<void> {
  await transact(deps.connection, async () => {
    const holds = { hash: hashToken(token), ...stillOpen(now) };
    const invitation = await MentorInvitation.findOne(holds).lean<MentorInvitationRecord>();
    if (invitation) return declineByLetter(invitation, now);
    const ask = await MentorAsk.findOne(holds).lean<MentorAskRecord>();
    if (!ask) throw linkEnded();
    return declineAskByLetter(ask, now);
  });
}
