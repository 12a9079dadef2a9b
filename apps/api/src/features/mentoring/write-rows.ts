import { dayIn, stillQuieted } from '@waymark/contract';
import type { EnrolmentRecord } from '../progress/progress.model.js';
import { Grant, type GrantRecord } from './grants.model.js';
import { rosterEntry } from './roster-entry.js';

/** Draws an enrolment's row anew in every roster in which it stands, in the transaction that changed it. */
export async function writeRows(record: EnrolmentRecord, now: Date): Promise<void> {
  const today = dayIn('UTC', now);
  const grants = await Grant.find({ enrolmentId: record._id, isLive: true }, { consent: 1, quieted: 1 }).lean<
    Pick<GrantRecord, '_id' | 'consent' | 'quieted'>[]
  >();
  for (const { _id, consent, quieted: before = [] } of grants) {
    const quieted = stillQuieted(before, record.attention, today);
    const entry = rosterEntry({ consent, quieted }, record, today);
    await Grant.updateOne({ _id }, { $set: { entry, ...(quieted.length < before.length && { quieted }) } });
  }
}
