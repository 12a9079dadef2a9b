import type { LetIn, ReceivedAsk } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { page, readCursor } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import { findPeople, type Person } from '../accounts/find-people.js';
import { hashToken } from '../credentials/links.js';
import { aboutAsk } from '../notifications/notifications.model.js';
import { settleTold, tellMembers } from '../notifications/tell-members.js';
import { learnerDay } from '../progress/learner-day.js';
import { confirmedKey, stillOpen } from './invitation-answers.js';
import { MentorAsk, type MentorAskRecord } from './mentor-asks.model.js';
import { enterAlone, isMentoredAlone } from './received-invitations.js';

/** Those that reached a member, or went by letter to the address that they have confirmed. */
async function toMember(viewerId: string) {
  const mentorId = new mongoose.Types.ObjectId(viewerId);
  const toKey = await confirmedKey(viewerId);
  return toKey === null ? { mentorId } : { $or: [{ mentorId }, { toKey, mentorId: null }] };
}

/** The newest first; of who is a member still. */
export async function listReceivedAsks(
  viewerId: string,
  query: { limit: number; cursor?: string | undefined },
  now: Date,
): Promise<{ items: ReceivedAsk[]; nextCursor: string | null }> {
  const [id] = (readCursor(query.cursor, ['id']) ?? []) as [string?];
  const after = id ? { _id: mongoose.trusted({ $lt: new mongoose.Types.ObjectId(id) }) } : {};
  const found = await MentorAsk.find({ ...(await toMember(viewerId)), ...stillOpen(now), ...after })
    .sort({ _id: -1 })
    .limit(query.limit + 1)
    .lean<MentorAskRecord[]>();
  const { items, nextCursor } = page(found, query.limit, ({ _id }) => [String(_id)]);
  const people = await findPeople(items.map(({ learnerId }) => learnerId));
  const answers = items.flatMap((record) => {
    const learner = people.get(String(record.learnerId));
    if (!learner || learner.id === viewerId) return [];
    const { _id, roadmap, sentence, consent } = record;
    return {
      ...{ id: String(_id), learner, roadmap, sentence, consent },
      createdAt: record.createdAt.toISOString(),
      expiresAt: record.expiresAt.toISOString(),
    };
  });
  return { items: answers, nextCursor };
}

export interface Answering {
  id: string;
  viewerId: string;
  token: string | undefined;
  answer: string;
  now: Date;
}

/** Whose it is to answer: whom it reached, or who holds its letter. To all others, the learner too, it is not there. */
async function getAsked({ id, viewerId, token }: Answering): Promise<MentorAskRecord> {
  const byLetter = token !== undefined && (await MentorAsk.findOne({ _id: id, hash: hashToken(token) }).lean());
  const found = byLetter || (await MentorAsk.findOne({ _id: id, ...(await toMember(viewerId)) }).lean());
  if (!found) throw new Problem('not-found');
  return found as MentorAskRecord;
}

async function answerOpen(_id: mongoose.Types.ObjectId, change: Partial<MentorAskRecord>, now: Date): Promise<void> {
  const { modifiedCount } = await MentorAsk.updateOne({ _id, ...stillOpen(now) }, { $set: change });
  if (modifiedCount === 0) throw new Problem('invitation-over');
  await settleTold(aboutAsk(_id), { except: [] });
}

async function tellLearner(ask: MentorAskRecord, kind: 'ask-accepted' | 'ask-declined', by: string | null, at: Date) {
  const { _id, learnerId } = ask;
  await tellMembers({ about: aboutAsk(_id), learnerId, kind, actorId: by, at }, [String(learnerId)]);
}

/** The learner consented when they asked: what they chose then is what the mentor sees. In the transaction of the route. */
export async function acceptAsk(deps: Deps, act: Answering): Promise<LetIn & { learner: Person }> {
  const { viewerId, answer, now } = act;
  const ask = await getAsked(act);
  const { roadmap, consent } = ask;
  const learnerId = String(ask.learnerId);
  if (learnerId === viewerId) throw new Problem('own-invitation');
  const mentorId = new mongoose.Types.ObjectId(viewerId);
  await answerOpen(ask._id, { state: 'accepted', mentorId, answer }, now);
  const learner = (await findPeople([ask.learnerId])).get(learnerId);
  if (!learner) throw new Problem('invitation-over');
  // Who let them in some other way since then has said anew what is shared; that stays.
  if (!(await isMentoredAlone({ learnerId, mentorId, roadmap }))) {
    const today = await learnerDay(undefined, learnerId, now);
    await enterAlone(deps, { learnerId, mentorId, roadmap, consent, today, now });
  }
  await tellLearner(ask, 'ask-accepted', viewerId, now);
  return { learner, roadmap, cohort: null };
}

/** Who declined is not named: whether they are a member stays theirs to tell. */
export async function declineAsk(act: Answering): Promise<void> {
  const ask = await getAsked(act);
  await answerOpen(ask._id, { state: 'declined', answer: act.answer }, act.now);
  await tellLearner(ask, 'ask-declined', null, act.now);
}

/** Declined by who holds the letter, and may be no member. */
export async function declineAskByLetter(ask: MentorAskRecord, now: Date): Promise<void> {
  await answerOpen(ask._id, { state: 'declined' }, now);
  await tellLearner(ask, 'ask-declined', null, now);
}
