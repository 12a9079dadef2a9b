import { type Roadmap, summarise } from '@waymark/contract';
import { attentionOf } from '../mentoring/attention-of.js';
import { writeRows } from '../mentoring/write-rows.js';
import { outlookAt } from './outlook-at.js';
import { Enrolment, type EnrolmentRecord } from './progress.model.js';
import { wayOf } from './way-of.js';

const mostActiveDays = 20;

/** Adds a day on which the learner did something; the last twenty are kept, in order. */
export function withActiveDay(record: EnrolmentRecord, day: string): void {
  record.activeDays = [...new Set([...record.activeDays, day])].sort().slice(-mostActiveDays);
  record.lastActiveDay = record.activeDays.at(-1) ?? null;
}

/** Computes what is derived: the summary, what will need attention when, and what a forecast needs. */
export function derive(roadmap: Roadmap, record: EnrolmentRecord): void {
  record.summary = summarise(roadmap, wayOf(roadmap, record));
  record.attention = attentionOf(roadmap, record);
  record.outlook = outlookAt(roadmap, record);
}

/** For a transaction that reads an enrolment, or what it is made of, and writes elsewhere: see `revision`. */
export async function touchEnrolment(id: EnrolmentRecord['_id']): Promise<void> {
  await Enrolment.updateOne({ _id: id }, { $inc: { revision: 1 } });
}

/**
 * Writes `changes` (single places of the arrays, never a whole one) with everything that is derived, and what
 * mentors' rosters sort by. Run it inside a transaction, with the record that was read in it.
 */
export async function saveEnrolment(
  roadmap: Roadmap,
  record: EnrolmentRecord,
  changes: Record<string, unknown>,
  now: Date,
): Promise<void> {
  record.updatedAt = now;
  derive(roadmap, record);
  const { summary, attention, outlook, activeDays, lastActiveDay } = record;
  await Enrolment.updateOne(
    { _id: record._id },
    {
      $set: { ...changes, summary, attention, outlook, activeDays, lastActiveDay, updatedAt: now },
      $inc: { revision: 1 },
    },
  );
  await writeRows(record, now);
}
