import type { Attention, Consent, Counts, Outlook, Pause } from '@waymark/contract';
import mongoose from 'mongoose';
import type { EnrolmentRecord } from '../progress/progress.model.js';
import { CohortSeat } from './cohort-seats.model.js';

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
  /** What a forecast is made of, for figures over many. */
  outlook?: Outlook;
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
  isLive: boolean;
  createdAt: Date;
  endedAt: Date | null;
  /** When the mentor's present visit began, and the one before it. */
  lastViewedAt: Date | null;
  viewedBeforeAt: Date | null;
}

const never = '9999-12-31';

/** Counts and attention are progress; the last day, and having been quiet, are activity. */
export function rosterEntry(
  consent: Consent,
  enrolment: Pick<EnrolmentRecord, 'summary' | 'attention' | 'lastActiveDay' | 'plan' | 'outlook'>,
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
    ...(consent.progress && enrolment.outlook && { outlook: enrolment.outlook }),
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
// A cohort at a glance, as one of its mentors sees it, by name; and all that is granted through it.
grantSchema.index({ cohortId: 1, mentorId: 1, isLive: 1, learnerName: 1, _id: 1 });
// Who sees what of mine.
grantSchema.index({ learnerId: 1, isLive: 1, _id: 1 });
// The rows that a change of an enrolment is written to.
grantSchema.index({ enrolmentId: 1, isLive: 1 });
// One live grant per cohort, mentor and learner: joining twice at once makes one.
grantSchema.index(
  { cohortId: 1, mentorId: 1, learnerId: 1 },
  { unique: true, partialFilterExpression: { isLive: true } },
);

export const Grant = mongoose.model('Grant', grantSchema);

/** A name as rosters sort by it. */
export function rosterName(name: string): string {
  return name.toLowerCase();
}

/** Every roster that a member stands in sorts them by their new name. */
export async function renameInRosters(learnerId: string, name: string): Promise<void> {
  await Grant.updateMany({ learnerId, isLive: true }, { $set: { learnerName: rosterName(name) } });
  await CohortSeat.updateMany({ learnerId }, { $set: { learnerName: rosterName(name) } });
}
