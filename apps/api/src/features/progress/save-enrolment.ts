import { addDays, attentionFor, outlookOf, type Roadmap, summarise, trimOutlook } from '@waymark/contract';
import { Grant, rosterEntry } from '../mentoring/grants.model.js';
import { Enrolment, type EnrolmentRecord } from './progress.model.js';
import { planOf, wayOf } from './way-of.js';

const mostActiveDays = 20;

/** Adds a day on which the learner did something; the last twenty are kept, in order. */
export function withActiveDay(record: EnrolmentRecord, day: string): void {
  record.activeDays = [...new Set([...record.activeDays, day])].sort().slice(-mostActiveDays);
  record.lastActiveDay = record.activeDays.at(-1) ?? null;
}

/** Computes what is derived: the summary, what will need attention when, and what a forecast needs. */
export function derive(roadmap: Roadmap, record: EnrolmentRecord): void {
  const way = wayOf(roadmap, record);
  record.summary = summarise(roadmap, way);
  record.attention = attentionFor({
    roadmap,
    way,
    plan: planOf(record),
    hoursLeft: record.summary.hoursLeft,
    startedOn: record.startedOn,
    activeDays: record.activeDays,
  });
  // Whatever day it is where the learner is, it is not before this one.
  const today = addDays(record.updatedAt.toISOString().slice(0, 10), -1);
  record.outlook = trimOutlook(outlookOf(roadmap, way, planOf(record), record.startedOn), today);
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
  const grants = await Grant.find({ enrolmentId: record._id, isLive: true }, { consent: 1 }).lean();
  for (const { _id, consent } of grants) {
    await Grant.updateOne({ _id }, { $set: { entry: rosterEntry(consent, record) } });
  }
}
