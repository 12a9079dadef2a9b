import { randomInt } from 'node:crypto';
import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import { Cohort, type CohortRecord } from './cohorts.model.js';
import { getMentored } from './get-cohort.js';

// Without 0/O, 1/I/L and U: read aloud and typed from paper without a doubt. 30^10 of them.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 10;

export function newCode(): string {
  return Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');
}

/** The cohort that a code opens now; one answer for a code that is wrong, ended or past its day. */
export async function getCohortByCode(code: string, now: Date): Promise<CohortRecord> {
  const cohort = await Cohort.findOne({ code }).lean<CohortRecord>();
  const isOver = cohort?.codeExpiresAt && cohort.codeExpiresAt <= now;
  if (!cohort || isOver || cohort.codeUsesLeft === 0) throw unknownCode();
  return cohort;
}

function unknownCode(): Problem {
  const message = 'No cohort has this code. Check it, or ask your mentor for a new one.';
  return new Problem('code-unknown', { errors: [{ path: 'code', message }] });
}

/** Counts somebody in by the cohort's code, in the transaction in which they join; the last use is one person's. */
export async function useCode({ _id, code, codeUsesLeft = null }: CohortRecord): Promise<void> {
  if (codeUsesLeft === null) return;
  const open = { _id, code: code ?? '', codeUsesLeft: mongoose.trusted({ $gt: 0 }) };
  const { modifiedCount } = await Cohort.updateOne(open, { $inc: { codeUsesLeft: -1 } });
  if (modifiedCount === 0) throw unknownCode();
}

/** Gives the cohort a new code, or takes it away; only a mentor of it may, and none to what is in the archive. */
export async function setCode(
  cohortId: string,
  mentorId: string,
  code: { value: string; expiresAt: Date | null; uses: number | null } | null,
): Promise<CohortRecord> {
  const change = code
    ? { $set: { code: code.value, codeExpiresAt: code.expiresAt, codeUsesLeft: code.uses } }
    : { $unset: { code: 1 }, $set: { codeExpiresAt: null, codeUsesLeft: null } };
  const { archivedAt } = await getMentored(cohortId, mentorId);
  if (archivedAt && code) throw new Problem('cohort-archived');
  const cohort = await Cohort.findOneAndUpdate(
    { _id: cohortId, mentorIds: new mongoose.Types.ObjectId(mentorId) },
    { ...change, $inc: { version: 1 } },
    { returnDocument: 'after' },
  ).lean<CohortRecord>();
  if (!cohort) throw new Problem('not-found');
  return cohort;
}
