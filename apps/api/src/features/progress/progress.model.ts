import type { Attention, Choices, Outlook, Plan, Summary } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Concerns } from '../mentoring/find-concerns.js';

/**
 * One learner on one roadmap, as one document. `states`, `clocks`, `operations`, `since`, `known`,
 * `formerStates`, `formerSince`, `backing`, `minutes` and `touched` are indexed by a topic's ordinal; a place that was never written is `null` or missing.
 */
export interface EnrolmentRecord {
  _id: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  roadmap: string;
  version: number;
  startedAt: Date;
  /** The learner's day when they started. */
  startedOn: string;
  updatedAt: Date;
  choices: Choices;
  plan: Plan;
  /** 0 not started, 1 learning, 2 done, 3 skipped. */
  states: (number | null)[];
  /** When the last operation on a topic was done (ms): the later one wins. */
  clocks: (number | null)[];
  /** A short hash of that operation's id: decides between two of one millisecond. */
  operations: (string | null)[];
  /** Since when a topic is in its state (ms). */
  since: (number | null)[];
  known: (boolean | null)[];
  /** The state before this one, and since when it was (ms): what an undo goes back to. */
  formerStates: (number | null)[];
  formerSince: (number | null)[];
  /** The learner's day at `since` and at `formerSince`, as they lived it. Missing in what was made before days were kept. */
  days?: (string | null)[];
  formerDays?: (string | null)[];
  /** What projects say of a topic, done or not: 0 nothing, 1 shown, 2 confirmed. */
  backing: (number | null)[];
  /** Logged minutes; missing on what was written before time was kept. */
  minutes?: (number | null)[];
  /** When something last happened in a topic's room (ms). */
  touched?: (number | null)[];
  /** The last days on which the learner did something here, ascending; at most twenty. */
  activeDays: string[];
  lastActiveDay: string | null;
  summary: Summary;
  attention: Attention[];
  /** Missing until it is made of what was stored before there were any: see `keep-attention.ts`. */
  outlook?: Outlook;
  /** What of projects and requests for help it is derived from; missing in what was written before that was stored. */
  concerns?: Concerns;
  /**
   * Counts every write, and every other document that was written by what was read here: two transactions that
   * would each overlook the other then meet in this field, and one of them runs again.
   */
  revision: number;
  /** The way as it was before it was started over; that can be taken back for thirty days. */
  former?: FormerWay | null;
  /** Set when the learner left; it can be taken up again for thirty days. */
  leftAt: Date | null;
}

/** What beginning anew takes away: everything else of an enrolment stays. */
export type FormerWay = Pick<
  EnrolmentRecord,
  | 'choices'
  | 'plan'
  | 'startedAt'
  | 'startedOn'
  | 'states'
  | 'since'
  | 'known'
  | 'formerStates'
  | 'formerSince'
  | 'days'
  | 'formerDays'
> & {
  /** When it was started over, and the learner's day then. */
  at: Date;
  on: string;
};

const array = (type: NumberConstructor | StringConstructor | BooleanConstructor) => ({ type: [type], default: [] });

const enrolmentSchema = new mongoose.Schema<EnrolmentRecord>(
  {
    learnerId: { type: mongoose.Schema.Types.ObjectId, required: true },
    roadmap: { type: String, required: true },
    version: { type: Number, required: true },
    startedAt: { type: Date, required: true },
    startedOn: { type: String, required: true },
    updatedAt: { type: Date, required: true },
    choices: { type: mongoose.Schema.Types.Mixed, default: {} },
    plan: { type: mongoose.Schema.Types.Mixed, required: true },
    states: array(Number),
    clocks: array(Number),
    operations: array(String),
    since: array(Number),
    known: array(Boolean),
    formerStates: array(Number),
    formerSince: array(Number),
    days: array(String),
    formerDays: array(String),
    backing: array(Number),
    minutes: array(Number),
    touched: array(Number),
    activeDays: array(String),
    lastActiveDay: { type: String, default: null },
    summary: { type: mongoose.Schema.Types.Mixed, required: true },
    attention: { type: mongoose.Schema.Types.Mixed, default: [] },
    outlook: mongoose.Schema.Types.Mixed,
    concerns: mongoose.Schema.Types.Mixed,
    revision: { type: Number, default: 0 },
    former: { type: mongoose.Schema.Types.Mixed, default: null },
    leftAt: { type: Date, default: null },
  },
  { collection: 'enrolments', versionKey: false, minimize: false },
);
// One enrolment per learner and roadmap; also every read of one's own.
enrolmentSchema.index({ learnerId: 1, roadmap: 1 }, { unique: true });
// Sweeps enrolments that were left thirty days ago; the date is missing (null) on all others.
enrolmentSchema.index({ leftAt: 1 }, { expireAfterSeconds: 30 * 86_400 });

export const Enrolment = mongoose.model('Enrolment', enrolmentSchema);
