import type { Attention, Consent, Counts, Pause, presses, Quieted } from '@waymark/contract';
import mongoose from 'mongoose';

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
  isLive: boolean;
  createdAt: Date;
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
    createdAt: { type: Date, required: true },
    endedAt: { type: Date, default: null },
    lastViewedAt: { type: Date, default: null },
    viewedBeforeAt: { type: Date, default: null },
  },
  { collection: 'grants', versionKey: false },
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

/** A name as rosters sort by it, and find it. */
export function rosterName(name: string): { learnerName: string; nameWords: string[] } {
  const learnerName = name.toLowerCase();
  return { learnerName, nameWords: [...new Set(learnerName.split(/\s+/).filter(Boolean))] };
}

/** Every roster that a member stands in sorts them by their new name. */
export async function renameInRosters(learnerId: string, name: string): Promise<void> {
  await Grant.updateMany({ learnerId, isLive: true }, { $set: rosterName(name) });
}
