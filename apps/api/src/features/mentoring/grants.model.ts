import type { Attention, Consent, Counts, Pause } from '@waymark/contract';
import mongoose from 'mongoose';
import type { EnrolmentRecord } from '../progress/progress.model.js';

/** What a roster shows and sorts by, as far as the learner shares it: the rest has the value that sorts last. */
export interface RosterEntry {
  counts: Counts | null;
  attention: Attention[] | null;
  /** In which nothing needs attention. Missing in rows from before there were any. */
  pauses?: Pause[];
  /** The day from which something needs attention. */
  attentionFrom: string;
  done: number;
  lastActiveDay: string;
}

/** What one learner lets one mentor see of one enrolment. It is also that mentor's roster row. */
export interface GrantRecord {
  _id: mongoose.Types.ObjectId;
  mentorId: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  /** The learner's name, folded: what the roster sorts by. */
  learnerName: string;
  enrolmentId: mongoose.Types.ObjectId;
  roadmap: string;
  cohortId: mongoose.Types.ObjectId | null;
  consent: Consent;
  entry: RosterEntry;
  /** Only by a live one anything is seen. What is not live was ended, or is paused. */
  isLive: boolean;
  createdAt: Date;
  /** Kept closed by its learner since then. Missing in grants from before there were pauses. */
  pausedAt?: Date | null;
  endedAt: Date | null;
  /** When the mentor's present visit began, and the one before it. */
  lastViewedAt: Date | null;
  viewedBeforeAt: Date | null;
}

const never = '9999-12-31';

/** Counts and attention are progress; the last day, and having been quiet, are activity. */
export function rosterEntry(
  consent: Consent,
  enrolment: Pick<EnrolmentRecord, 'summary' | 'attention' | 'lastActiveDay' | 'plan'>,
): RosterEntry {
  const { required, done, shown, confirmed, percent } = enrolment.summary;
  const attention = consent.progress
    ? enrolment.attention.filter((each) => consent.activity || each.reason !== 'quiet')
    : null;
  return {
    counts: consent.progress ? { required, done, shown, confirmed, percent } : null,
    attention,
    pauses: attention ? (enrolment.plan.pauses ?? []) : [],
    attentionFrom: attention?.[0]?.since ?? never,
    done: consent.progress ? done : -1,
    lastActiveDay: consent.activity ? (enrolment.lastActiveDay ?? '') : '',
  };
}

const id = { type: mongoose.Schema.Types.ObjectId, required: true };

const grantSchema = new mongoose.Schema<GrantRecord>(
  {
    mentorId: id,
    learnerId: id,
    learnerName: { type: String, required: true },
    enrolmentId: id,
    roadmap: { type: String, required: true },
    cohortId: { type: mongoose.Schema.Types.ObjectId, default: null },
    consent: { type: mongoose.Schema.Types.Mixed, required: true },
    entry: { type: mongoose.Schema.Types.Mixed, required: true },
    isLive: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    pausedAt: { type: Date, default: null },
    endedAt: { type: Date, default: null },
    lastViewedAt: { type: Date, default: null },
    viewedBeforeAt: { type: Date, default: null },
  },
  { collection: 'grants', versionKey: false },
);
// A roster, one index per order; the last field makes the order total.
grantSchema.index({ mentorId: 1, isLive: 1, 'entry.attentionFrom': 1, _id: 1 });
grantSchema.index({ mentorId: 1, isLive: 1, learnerName: 1, _id: 1 });
grantSchema.index({ mentorId: 1, isLive: 1, 'entry.done': -1, _id: -1 });
grantSchema.index({ mentorId: 1, isLive: 1, 'entry.lastActiveDay': -1, _id: -1 });
// Whom a learner's things are open to.
grantSchema.index({ learnerId: 1, isLive: 1, _id: 1 });
// What a learner shares, the paused with it.
grantSchema.index({ learnerId: 1, endedAt: 1, _id: 1 });
// Who is in a cohort by what they share.
grantSchema.index({ cohortId: 1, isLive: 1, learnerId: 1 });
// What is closed to a mentor for a while, the last one first.
grantSchema.index(
  { mentorId: 1, pausedAt: -1, _id: -1 },
  { partialFilterExpression: { isLive: false, endedAt: null } },
);
// The rows that a change of an enrolment is written to.
grantSchema.index({ enrolmentId: 1, isLive: 1 });
// One grant of an enrolment per cohort and mentor, live or paused: joining twice at once makes one.
grantSchema.index(
  { cohortId: 1, mentorId: 1, enrolmentId: 1 },
  { unique: true, partialFilterExpression: { endedAt: null } },
);

export const Grant = mongoose.model('Grant', grantSchema);

/** Live or paused: what its learner has not ended. */
export const notEnded = { endedAt: null };

/** A name as rosters sort by it. */
export function rosterName(name: string): string {
  return name.toLowerCase();
}

/** Every roster that a member stands in sorts them by their new name. */
export async function renameInRosters(learnerId: string, name: string): Promise<void> {
  await Grant.updateMany({ learnerId, ...notEnded }, { $set: { learnerName: rosterName(name) } });
}
