import type { MentorCode as CodeAnswer, LetIn, mentorCodes } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { page, readCursor } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import type { Call } from '../../http/route.js';
import { findPeople } from '../accounts/find-people.js';
import { getCohortByCode, newCode } from '../mentoring/cohort-codes.js';
import { joinCohort } from '../mentoring/join-cohort.js';
import { cohortAnswer } from '../mentoring/mentoring-answers.js';
import { MentorCode, type MentorCodeRecord } from './mentor-codes.model.js';
import { type Accepting, enterAlone } from './received-invitations.js';

type Contract = typeof mentorCodes;
const dayMs = 86_400_000;

function codeAnswer(record: MentorCodeRecord): CodeAnswer {
  const { _id, code, roadmap, uses, usesLeft } = record;
  return {
    ...{ id: String(_id), code, roadmap, uses, usesLeft },
    createdAt: record.createdAt.toISOString(),
    expiresAt: record.expiresAt.toISOString(),
    revokedAt: record.revokedAt?.toISOString() ?? null,
  };
}

export async function createCode(
  deps: Deps,
  { body, viewer, now }: Pick<Call<Contract['createMentorCode']>, 'body' | 'viewer' | 'now'>,
): Promise<CodeAnswer> {
  const { roadmap, uses, expiresInDays } = body;
  if (!deps.roadmaps.has(roadmap)) {
    throw new Problem('invalid', { errors: [{ path: 'roadmap', message: 'There is no such roadmap' }] });
  }
  const expiresAt = new Date(now.getTime() + expiresInDays * dayMs);
  const [made] = await MentorCode.create([
    { mentorId: viewer.id, roadmap, code: newCode(), uses, usesLeft: uses, createdAt: now, expiresAt },
  ]);
  if (!made) throw new Error('the code was not made');
  return codeAnswer(made.toObject() as MentorCodeRecord);
}

export async function listCodes(mentorId: string, query: { limit: number; cursor?: string | undefined }) {
  const [id] = (readCursor(query.cursor, ['id']) ?? []) as [string?];
  const after = id && { _id: mongoose.trusted({ $lt: new mongoose.Types.ObjectId(id) }) };
  const found = await MentorCode.find({ mentorId, ...after })
    .sort({ _id: -1 })
    .limit(query.limit + 1)
    .lean<MentorCodeRecord[]>();
  const { items, nextCursor } = page(found, query.limit, ({ _id }) => [String(_id)]);
  return { items: items.map(codeAnswer), nextCursor };
}

/** Taken back twice, it is taken back. */
export async function revokeCode(id: string, mentorId: string, now: Date): Promise<void> {
  const found = await MentorCode.exists({ _id: id, mentorId });
  if (!found) throw new Problem('not-found');
  await MentorCode.updateOne(
    { _id: id, revokedAt: mongoose.trusted({ $exists: false }) },
    { $set: { revokedAt: now } },
  );
}

const stillGood = (code: string, now: Date) => ({
  code,
  usesLeft: mongoose.trusted({ $gt: 0 }),
  expiresAt: mongoose.trusted({ $gt: now }),
  revokedAt: mongoose.trusted({ $exists: false }),
});

/** What a code of either kind leads to; one answer for all that lead nowhere. */
export async function previewCode(code: string, viewerId: string, now: Date) {
  const own = await MentorCode.findOne(stillGood(code, now)).lean<MentorCodeRecord>();
  if (!own) {
    const { name, roadmap, mentors } = await cohortAnswer(await getCohortByCode(code, now), viewerId);
    return { kind: 'cohort' as const, name, roadmap, mentors };
  }
  const mentor = (await findPeople([own.mentorId])).get(String(own.mentorId));
  if (!mentor) throw new Problem('code-unknown');
  return { kind: 'mentor' as const, name: null, roadmap: own.roadmap, mentors: [mentor] };
}

/**
 * Uses a code of either kind, in the transaction of the route: however many come at once, no more get in than its mentor
 * said, and whoever is refused for another reason has used nothing.
 */
export async function acceptCode(
  deps: Deps,
  act: Pick<Accepting, 'learnerId' | 'consent' | 'today' | 'now'> & { code: string },
): Promise<LetIn> {
  const taken = await MentorCode.findOneAndUpdate(stillGood(act.code, act.now), {
    $inc: { usesLeft: -1 },
  }).lean<MentorCodeRecord>();
  if (!taken) {
    const { _id, name, roadmap } = await joinCohort(deps, act);
    return { roadmap, cohort: { id: String(_id), name } };
  }
  const { mentorId, roadmap } = taken;
  if (!(await findPeople([mentorId])).has(String(mentorId))) throw new Problem('code-unknown');
  await enterAlone(deps, { ...act, mentorId, roadmap });
  return { roadmap, cohort: null };
}
