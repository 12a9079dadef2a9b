import mongoose from 'mongoose';
import type { Background } from '../../background.js';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { hashToken, newToken } from '../credentials/links.js';
import { readSettings } from '../instance/settings.model.js';
import { letters } from '../mail/letters.js';
import { queueLetter } from '../mail/queue-letter.js';
import { aboutAsk, aboutInvitation, Notification } from '../notifications/notifications.model.js';
import { tellMembers } from '../notifications/tell-members.js';
import { stillOpen } from './invitation-answers.js';
import { mentorLinkUrl } from './invite.js';
import { MentorAsk, type MentorAskRecord } from './mentor-asks.model.js';
import { MentorInvitation, type MentorInvitationRecord } from './mentor-invitations.model.js';

const roundMs = 1000;
const mostPerRound = 200;

type Delivering = Pick<Deps, 'connection' | 'env' | 'keys' | 'log' | 'roadmaps'>;

const canBeReached = (account: AccountRecord | null): account is AccountRecord =>
  account !== null && !account.eraseAfter && !account.disabledAt;

/**
 * Brings what was asked, and who was invited, to the members whom it means: after the answer, so that no answer can tell
 * whether there are any. Several processes may do it at once; one that dies leaves it to the next.
 */
export async function deliverInvitations(deps: Delivering, now: Date): Promise<number> {
  const asks = await waiting(MentorAsk);
  const invitations = await waiting(MentorInvitation);
  let delivered = 0;
  for (const _id of asks) delivered += await once(deps, () => deliverAsk(deps, _id, now));
  for (const _id of invitations) delivered += await once(deps, () => tellInvited(_id, now));
  return delivered;
}

async function waiting(model: typeof MentorAsk | typeof MentorInvitation): Promise<mongoose.Types.ObjectId[]> {
  const found = await (model as typeof MentorAsk)
    .find({ isDelivered: false }, { _id: 1 })
    .sort({ _id: 1 })
    .limit(mostPerRound)
    .lean();
  return found.map(({ _id }) => _id);
}

/** One that fails stays for the next round; those behind it need not wait for that. */
async function once(deps: Delivering, work: () => Promise<boolean>): Promise<number> {
  try {
    return (await transact(deps.connection, work)) ? 1 : 0;
  } catch (error) {
    deps.log.error({ name: (error as Error).name, message: (error as Error).message }, 'an ask was not delivered');
    return 0;
  }
}

/** `false` where another process was faster, or it is over by now. */
async function deliverAsk(deps: Delivering, _id: mongoose.Types.ObjectId, now: Date): Promise<boolean> {
  const ask = await MentorAsk.findOneAndUpdate(
    { _id, isDelivered: false },
    { $set: { isDelivered: true } },
  ).lean<MentorAskRecord>();
  if (ask?.state !== 'open') return false;
  const mentor = await findAsked(ask);
  if (!mentor) {
    if (!ask.toKey.startsWith('@')) await writeToStranger(deps, ask, now);
    return true;
  }
  const { learnerId, roadmap } = ask;
  if (mentor._id.equals(learnerId)) return true;
  // Named twice in two ways they are asked once.
  if (await MentorAsk.exists({ learnerId, roadmap, mentorId: mentor._id, ...stillOpen(now) })) return true;
  await MentorAsk.updateMany(
    { learnerId, roadmap, mentorId: mentor._id, state: 'open' },
    { $set: { state: 'expired' } },
  );
  await MentorAsk.updateOne({ _id }, { $set: { mentorId: mentor._id } });
  const told = {
    about: aboutAsk(_id),
    learnerId,
    kind: 'asked-to-mentor',
    actorId: String(learnerId),
    at: now,
  } as const;
  await tellMembers(told, [String(mentor._id)]);
  return true;
}

/** By handle, or by an address that was confirmed: who signed up with somebody else's is not who was asked. */
async function findAsked({ toKey }: MentorAskRecord): Promise<AccountRecord | null> {
  const isHandle = toKey.startsWith('@');
  const found = await Account.findOne(
    isHandle ? { handle: toKey.slice(1) } : { emailKey: toKey, verifiedAt: mongoose.trusted({ $exists: true }) },
  ).lean<AccountRecord>();
  return canBeReached(found) ? found : null;
}

/** Without the learner's sentence: nobody's own words go to an address that nobody here has confirmed. */
async function writeToStranger(deps: Delivering, ask: MentorAskRecord, now: Date): Promise<void> {
  const learner = await Account.findOne({ _id: ask.learnerId }, { name: 1 }).lean<AccountRecord>();
  if (!learner) return;
  const token = newToken();
  await MentorAsk.updateOne({ _id: ask._id }, { $set: { hash: hashToken(token) } });
  const roadmap = deps.roadmaps.get(ask.roadmap)?.title ?? ask.roadmap;
  const { name: instance } = await readSettings();
  const letter = letters.mentorAsk({ instance, url: mentorLinkUrl(deps, token), from: learner.name, roadmap });
  await queueLetter(deps, ask.to, letter, now);
}

/** Whoever has confirmed the address finds the invitation under the bell, too. Its own letter has told of it already. */
async function tellInvited(_id: mongoose.Types.ObjectId, now: Date): Promise<boolean> {
  const invitation = await MentorInvitation.findOneAndUpdate(
    { _id, isDelivered: false },
    { $set: { isDelivered: true } },
  ).lean<MentorInvitationRecord>();
  if (invitation?.state !== 'open') return false;
  const { emailKey, mentorId } = invitation;
  const member = await Account.findOne({
    emailKey,
    verifiedAt: mongoose.trusted({ $exists: true }),
  }).lean<AccountRecord>();
  if (!canBeReached(member)) return true;
  await MentorInvitation.updateOne({ _id }, { $set: { memberId: member._id } });
  const about = aboutInvitation(_id);
  const told = { about, learnerId: null, kind: 'invited', actorId: String(mentorId), at: now } as const;
  await tellMembers(told, [String(member._id)]);
  await Notification.updateOne({ about, memberId: member._id, isUnread: true }, { $set: { mailedAt: now } });
  return true;
}

/** Delivers what waits, every second, as long as the process lives. */
export function keepDeliveringInvitations(deps: Deps, background: Background): void {
  background.keep('invitations delivered', roundMs, () => deliverInvitations(deps, deps.now()));
}
