import type { CohortChanges } from '@waymark/contract';
import { Problem } from '../../http/problem.js';
import { checkVersion } from '../../http/version.js';
import { aboutCohort } from '../notifications/notifications.model.js';
import { forgetTold, tellMembers } from '../notifications/tell-members.js';
import { tellLearners } from '../notifications/tell-of-cohort.js';
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
  if (isEnding) await endOpen(after, mentorId, now);
  return after;
}

/** Nobody can say yes to what is in the archive; who is in it is told. */
async function endOpen({ _id, mentorIds }: CohortRecord, byId: string, now: Date): Promise<void> {
  await CohortOffer.deleteMany({ cohortId: _id });
  await forgetTold(aboutCohort(_id, 'asked'));
  const others = mentorIds.map(String).filter((id) => id !== byId);
  const told = { about: aboutCohort(_id), learnerId: null, kind: 'cohort-archived' as const, actorId: byId, at: now };
  await tellMembers(told, others);
  await tellLearners({ kind: 'cohort-archived', cohortId: String(_id), actorId: byId }, now);
}
