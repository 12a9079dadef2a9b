import type { LookedAt } from '@waymark/contract';
import mongoose from 'mongoose';

/** That somebody looked at something of a learner's within one hour. How often is not kept: it is no count of anybody's zeal. */
export interface LookRecord {
  _id: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  /** Who looked. */
  mentorId: mongoose.Types.ObjectId;
  what: LookedAt;
  /** `null`: what was looked at belongs to no single roadmap. */
  roadmap: string | null;
  /** When the hour began. */
  hour: Date;
  firstAt: Date;
  lastAt: Date;
}

const keptDays = 180;

const id = { type: mongoose.Schema.Types.ObjectId, required: true };
const time = { type: Date, required: true };

const lookSchema = new mongoose.Schema<LookRecord>(
  {
    learnerId: id,
    mentorId: id,
    what: { type: String, required: true },
    roadmap: { type: String, default: null },
    hour: time,
    firstAt: time,
    lastAt: time,
  },
  { collection: 'looks', versionKey: false },
);
// One per hour, whoever writes it first.
lookSchema.index({ learnerId: 1, mentorId: 1, what: 1, roadmap: 1, hour: 1 }, { unique: true });
// Who looked at what of mine, the last hour first; and one mentor alone.
lookSchema.index({ learnerId: 1, hour: -1, _id: -1 });
lookSchema.index({ learnerId: 1, mentorId: 1, hour: -1, _id: -1 });
// Sweeps what is half a year old.
lookSchema.index({ hour: 1 }, { expireAfterSeconds: keptDays * 86_400 });

export const Look = mongoose.model('Look', lookSchema);
