import type { Attention, Consent, Counts, Outlook, Pause, presses, Quieted } from '@waymark/contract';
import mongoose from 'mongoose';
import { CohortSeat } from './cohort-seats.model.js';

/** What a roster shows and sorts by, as far as the learner shares it: the rest has the value that sorts last. */
export interface RosterEntry {
  counts: Counts | null;
  attention: Attention[] | null;
  /** In which nothing needs attention. Missing in rows from before there were any. */
  pauses?: Pause[];
  /** The day from which something presses on this mentor. */
  attentionFrom: string;
  /** And for each reason. Missing in rows from before that was kept. */
  presses?: ReturnType<typeof presses>;
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
  /** The learner's name, folded: what the roster sorts by; and its words, by which they are found. */
  learnerName: string;
  nameWords?: string[];
  enrolmentId: mongoose.Types.ObjectId;
  roadmap: string;
  cohortId: mongoose.Types.ObjectId | null;
  consent: Consent;
  entry: RosterEntry;
  /** What the mentor has seen, or put off. Missing in rows from before that could be said. */
  quieted?: Quieted[];
  /** Only by a live one anything is seen. What is not live was ended, or is paused. */
  isLive: boolean;
  createdAt: Date;
  /** Closed since its learner is leaving for good. */
  isLeaving?: boolean;
  /** Kept closed by its learner since then. Missing in grants from before there were pauses. */
  pausedAt?: Date | null;
  endedAt: Date | null;
  /** When the mentor's present visit began, and the one before it. */
  lastViewedAt: Date | null;
  viewedBeforeAt: Date | null;
}

const id = { type: mongoose.Schema.Types.ObjectId, required: true };

const grantSchema = new mongoose.Schema<GrantRecord>(
  {
    mentorId: id,
    learnerId: id,
    learnerName: { type: String, required: true },
    nameWords: { type: [String], default: [] },
    enrolmentId: id,
    roadmap: { type: String, required: true },
    cohortId: { type: mongoose.Schema.Types.ObjectId, default: null },
    consent: { type: mongoose.Schema.Types.Mixed, required: true },
    entry: { type: mongoose.Schema.Types.Mixed, required: true },
    quieted: { type: mongoose.Schema.Types.Mixed, default: [] },
    isLive: { type: Boolean, required: true },
    isLeaving: Boolean,
    createdAt: { type: Date, required: true },
    pausedAt: { type: Date, default: null },
    endedAt: { type: Date, default: null },
    lastViewedAt: { type: Date, default: null },
    viewedBeforeAt: { type: Date, default: null },
  },
  // What a row keeps of a way may be empty, and is there all the same.
  { collection: 'grants', versionKey: false, minimize: false },
);
// A roster, and one cohort of it, one index per order; the last field makes the order total.
for (const roster of [
  { mentorId: 1, isLive: 1 },
  { mentorId: 1, cohortId: 1, isLive: 1 },
] as const) {
  grantSchema.index({ ...roster, 'entry.attentionFrom': 1, _id: 1 });
  grantSchema.index({ ...roster, learnerName: 1, _id: 1 });
  grantSchema.index({ ...roster, 'entry.done': -1, _id: -1 });
  grantSchema.index({ ...roster, 'entry.lastActiveDay': -1, _id: -1 });
}
// Whose name has a word that begins so.
grantSchema.index({ mentorId: 1, isLive: 1, nameWords: 1 });
// Who learns in a cohort, one after the other.
grantSchema.index({ cohortId: 1, learnerId: 1 });
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

/** A name as rosters sort by it, and find it. */
export function rosterName(name: string): { learnerName: string; nameWords: string[] } {
  const learnerName = name.toLowerCase();
  return { learnerName, nameWords: [...new Set(learnerName.split(/\s+/).filter(Boolean))] };
}

/** Every roster that a member stands in sorts them by their new name. */
export async function renameInRosters(learnerId: string, name: string): Promise<void> {
  await Grant.updateMany({ learnerId, ...notEnded }, { $set: rosterName(name) });
  await CohortSeat.updateMany({ learnerId }, { $set: { learnerName: rosterName(name).learnerName } });
}
