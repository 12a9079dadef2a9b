import { dayIn, type PausedLearner } from '@waymark/contract';
import { olderThan, page, readCursor } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import { Account } from '../accounts/accounts.model.js';
import { findPeople } from '../accounts/find-people.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { touchEnrolment } from '../progress/save-enrolment.js';
import { letGo } from '../reviews/close-reviews.js';
import { followGrants } from '../talk/follow-grants.js';
import { Grant, type GrantRecord, notEnded, rosterName } from './grants.model.js';
import { rosterEntry } from './roster-entry.js';

async function getGrant(id: string, learnerId: string): Promise<GrantRecord> {
  const grant = await Grant.findOne({ _id: id, learnerId, ...notEnded }).lean<GrantRecord>();
  if (!grant) throw new Problem('not-found');
  return grant;
}

/** Closes a grant from the next request on. One that is paused already stays as it is: two clicks are one. */
export async function pauseGrant(id: string, learnerId: string, now: Date): Promise<GrantRecord> {
  const paused = await Grant.findOneAndUpdate(
    { _id: id, learnerId, isLive: true },
    { $set: { isLive: false, pausedAt: now } },
    { returnDocument: 'after' },
  ).lean<GrantRecord>();
  if (!paused) return getGrant(id, learnerId);
  await letGo(learnerId, now);
  await followGrants(learnerId);
  return paused;
}

/** Opens a paused grant again, with its row drawn anew: while it was closed nothing was written to it. In a transaction. */
export async function resumeGrant(id: string, learnerId: string, now: Date): Promise<GrantRecord> {
  const grant = await getGrant(id, learnerId);
  if (grant.isLive) return grant;
  // What the row shows is read here, so the way must not change, or be left, at this moment.
  await touchEnrolment(grant.enrolmentId);
  const enrolment = await Enrolment.findOne({ _id: grant.enrolmentId, leftAt: null }).lean<EnrolmentRecord>();
  const learner = await Account.findOne({ _id: learnerId }, { name: 1 }).lean();
  if (!enrolment) throw new Problem('not-found');
  const drawn = { entry: rosterEntry(grant, enrolment, dayIn('UTC', now)), ...rosterName(learner?.name ?? '') };
  const resumed = await Grant.findOneAndUpdate(
    { _id: grant._id, isLive: false, ...notEnded },
    { $set: { isLive: true, pausedAt: null, ...drawn } },
    { returnDocument: 'after' },
  ).lean<GrantRecord>();
  if (!resumed) throw new Problem('not-found');
  await followGrants(learnerId);
  return resumed;
}

/** Who keeps closed what they share with this mentor, the last one first: a name, and since when. */
export async function listPaused(
  mentorId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: PausedLearner[]; nextCursor: string | null }> {
  const [since, id] = (readCursor(cursor, ['time', 'id']) ?? []) as [number?, string?];
  const after = id && since !== undefined ? olderThan('pausedAt', since, id) : {};
  const found = await Grant.find({ mentorId, isLive: false, ...notEnded, ...after })
    .sort({ pausedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<GrantRecord[]>();
  const { items, nextCursor } = page(found, limit, (grant) => [grant.pausedAt?.getTime() ?? 0, String(grant._id)]);
  const people = await findPeople(items.map(({ learnerId }) => learnerId));
  return {
    items: items.flatMap(({ _id, learnerId, pausedAt }) => {
      const learner = people.get(String(learnerId));
      return learner && pausedAt ? [{ id: String(_id), learner, pausedAt: pausedAt.toISOString() }] : [];
    }),
    nextCursor,
  };
}
