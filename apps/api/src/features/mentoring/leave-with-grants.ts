import { letGo } from '../reviews/close-reviews.js';
import { followGrants } from '../talk/follow-grants.js';
import { Grant, notEnded } from './grants.model.js';
import { resumeGrant } from './pause-grants.js';

/** Whoever deletes their account shares nothing from that moment on, while it can still be kept. */
export async function closeForLeaving(learnerId: string, now: Date): Promise<void> {
  await Grant.updateMany({ learnerId, isLive: true }, { $set: { isLive: false, isLeaving: true } });
  await letGo(learnerId, now);
  await followGrants(learnerId);
}

/** Who stays after all shares what they shared. Inside the caller's transaction. */
export async function openForStaying(learnerId: string, now: Date): Promise<void> {
  const closed = await Grant.find({ learnerId, isLeaving: true, ...notEnded }, { _id: 1 }).lean();
  for (const { _id } of closed) await resumeGrant(String(_id), learnerId, now);
  await Grant.updateMany({ learnerId, isLeaving: true }, { $unset: { isLeaving: 1 } });
}
