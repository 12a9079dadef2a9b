import type { CohortChanges } from '@waymark/contract';
import { Problem } from '../../http/problem.js';
import { checkVersion } from '../../http/version.js';
import { CohortOffer } from './cohort-offers.model.js';
import { Cohort, type CohortRecord } from './cohorts.model.js';
import { getMentored } from './get-cohort.js';
import { cohortAnswer } from './mentoring-answers.js';

interface Act {
  id: string;
  mentorId: string;
  ifMatch: number;
  changes: CohortChanges;
  now: Date;
}

function checkDays(startsOn: string | null | undefined, endsOn: string | null | undefined): void {
  if (!startsOn || !endsOn || startsOn <= endsOn) return;
  throw new Problem('invalid', { errors: [{ path: 'endsOn', message: 'It ends on the day it starts, or later' }] });
}

/**
 * Changes a cohort. In the archive it is read and nothing else: its code ends with it, and so does what was asked of
 * others; what its learners share stays theirs to end. Inside the caller's transaction.
 */
export async function changeCohort({ id, mentorId, ifMatch, changes, now }: Act): Promise<CohortRecord> {
  const before = await getMentored(id, mentorId);
  const current = await cohortAnswer(before, mentorId);
  checkVersion(ifMatch, current.version, () => current);
  const { isArchived, ...own } = changes;
  if (before.archivedAt && isArchived !== false) throw new Problem('cohort-archived');
  const { startsOn = before.startsOn, endsOn = before.endsOn } = own;
  checkDays(startsOn, endsOn);
  const isEnding = isArchived === true && !before.archivedAt;
  const after = await Cohort.findOneAndUpdate(
    { _id: id, mentorIds: mentorId, version: before.version ?? null },
    {
      $set: {
        ...own,
        ...(isEnding && { archivedAt: now, codeExpiresAt: null, codeUsesLeft: null }),
        ...(isArchived === false && { archivedAt: null }),
      },
      ...(isEnding && { $unset: { code: 1 } }),
      $inc: { version: 1 },
    },
    { returnDocument: 'after' },
  ).lean<CohortRecord>();
  if (!after) throw new Problem('conflict');
  if (isEnding) await CohortOffer.deleteMany({ cohortId: after._id });
  return after;
}
