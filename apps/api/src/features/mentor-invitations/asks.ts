import { type MentorAsk as AskAnswer, askDays, invitationState, type mentorAsks, readAsked } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { page, readCursor } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import type { Call } from '../../http/route.js';
import { emailKey } from '../accounts/email-key.js';
import { findPeople } from '../accounts/find-people.js';
import { requireMail } from '../credentials/ask-by-address.js';
import { aboutAsk } from '../notifications/notifications.model.js';
import { settleTold } from '../notifications/tell-members.js';
import { stillOpen } from './invitation-answers.js';
import { getSender } from './invite.js';
import type { LetterLimits } from './letter-limits.js';
import { MentorAsk, type MentorAskRecord } from './mentor-asks.model.js';

const dayMs = 86_400_000;

/** To the learner who asked: who has answered by accepting, and of nobody else whether they are here. */
async function askAnswers(records: readonly MentorAskRecord[], now: Date): Promise<AskAnswer[]> {
  const accepted = records.filter(({ state }) => state === 'accepted');
  const people = await findPeople(accepted.flatMap(({ mentorId }) => mentorId ?? []));
  return records.map((record) => {
    const { _id, to, roadmap, sentence, consent, answer } = record;
    return {
      ...{ id: String(_id), to, roadmap, sentence, consent, answer },
      state: invitationState(record, now),
      mentor: people.get(String(record.mentorId)) ?? null,
      createdAt: record.createdAt.toISOString(),
      expiresAt: record.expiresAt.toISOString(),
    };
  });
}

function refuseTo(message: string): Problem {
  return new Problem('invalid', { errors: [{ path: 'to', message }] });
}

/** `@handle`, or the address as it is compared. */
function toKeyOf(typed: string): string {
  const asked = readAsked(typed);
  const key = asked?.kind === 'handle' ? `@${asked.value}` : emailKey(typed.trim());
  if (!key) throw refuseTo('This does not look like an e-mail address');
  return key;
}

/** Writes down what was asked, and no more: whether there is such a member is looked up after the answer. */
export async function askToMentor(
  deps: Deps,
  limits: LetterLimits,
  { body, viewer, now }: Pick<Call<typeof mentorAsks.askToMentor>, 'body' | 'viewer' | 'now'>,
): Promise<AskAnswer> {
  const { to, roadmap, sentence, consent } = body;
  if (!deps.roadmaps.has(roadmap)) {
    throw new Problem('invalid', { errors: [{ path: 'roadmap', message: 'There is no such roadmap' }] });
  }
  const toKey = toKeyOf(to);
  const isMail = !toKey.startsWith('@');
  if (isMail) requireMail(deps);
  const me = await getSender(viewer.id);
  if (toKey === me.emailKey || toKey === `@${me.handle}`) throw refuseTo('That is you. Ask somebody else');
  const mine = { learnerId: me._id, roadmap, toKey };
  if (await MentorAsk.exists({ ...mine, ...stillOpen(now) })) throw new Problem('already-asked');
  await limits.takeAsk(viewer.id);
  if (isMail) await limits.takeLetter(viewer.id, toKey);
  // One that nobody answered in time makes place.
  await MentorAsk.updateMany(
    { learnerId: me._id, roadmap, state: 'open', expiresAt: mongoose.trusted({ $lte: now }) },
    { $set: { state: 'expired' } },
  );
  const expiresAt = new Date(now.getTime() + askDays * dayMs);
  const [made] = await MentorAsk.create([{ ...mine, sentence, consent, to, state: 'open', createdAt: now, expiresAt }]);
  const [answer] = await askAnswers(made ? [made.toObject() as MentorAskRecord] : [], now);
  if (!answer) throw new Error('the ask was not made');
  return answer;
}

/** The learner's own, the newest first. */
export async function listMyAsks(
  learnerId: string,
  query: { limit: number; cursor?: string | undefined },
  now: Date,
): Promise<{ items: AskAnswer[]; nextCursor: string | null }> {
  const [id] = (readCursor(query.cursor, ['id']) ?? []) as [string?];
  const after = id && { _id: mongoose.trusted({ $lt: new mongoose.Types.ObjectId(id) }) };
  const found = await MentorAsk.find({ learnerId, ...after })
    .sort({ _id: -1 })
    .limit(query.limit + 1)
    .lean<MentorAskRecord[]>();
  const { items, nextCursor } = page(found, query.limit, ({ _id }) => [String(_id)]);
  return { items: await askAnswers(items, now), nextCursor };
}

export async function withdrawAsk(id: string, learnerId: string, now: Date): Promise<void> {
  const found = await MentorAsk.findOne({ _id: id, learnerId }).lean<MentorAskRecord>();
  if (!found) throw new Problem('not-found');
  const { modifiedCount } = await MentorAsk.updateOne({ _id: id, ...stillOpen(now) }, { $set: { state: 'revoked' } });
  if (modifiedCount === 0) throw new Problem('invitation-over');
  await settleTold(aboutAsk(found._id), { except: [learnerId] });
}
