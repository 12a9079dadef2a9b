import { randomInt } from 'node:crypto';
import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import { Cohort, type CohortRecord } from './cohorts.model.js';

// Without 0/O, 1/I/L and U: read aloud and typed from paper without a doubt. 30^10 of them.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 10;

export function newCode(): string {
  return Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');
}

/** The cohort that a code opens now; one answer for a code that is wrong, ended or past its day. */
export async function getCohortByCode(code: string, now: Date): Promise<CohortRecord> {
  const cohort = await Cohort.findOne({ code }).lean<CohortRecord>();
  if (!cohort || (cohort.codeExpiresAt && cohort.codeExpiresAt <= now)) {
    const message = 'No cohort has this code. Check it, or ask your mentor for a new one.';
    throw new Problem('code-unknown', { errors: [{ path: 'code', message }] });
  }
  return cohort;
}

/** Gives the cohort a new code, or takes it away; only a mentor of it may. */
export async function setCode(
  cohortId: string,
  mentorId: string,
  code: { value: string; expiresAt: Date | null } | null,
): Promise<CohortRecord> {
  const change = code
    ? { $set: { code: code.value, codeExpiresAt: code.expiresAt } }
    : { $unset: { code: 1 }, $set: { codeExpiresAt: null } };
  const cohort = await Cohort.findOneAndUpdate(
    { _id: cohortId, mentorIds: new mongoose.Types.ObjectId(mentorId) },
    change,
    { returnDocument: 'after' },
  ).lean<CohortRecord>();
  if (!cohort) throw new Problem('not-found');
  return cohort;
}
