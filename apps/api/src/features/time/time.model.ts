import mongoose from 'mongoose';

/** Time that a learner spent on a topic. */
export interface TimeRecord {
  _id: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  /** Its id for its learner; a device may have made it, so it is unique for them alone. */
  entryId: string;
  roadmap: string;
  /** The topic, whatever it is called by now. */
  ordinal: number;
  topicId: string;
  minutes: number;
  /** The learner's own day. */
  day: string;
  at: Date;
  words: string;
  /** Deleted, and still to be brought back for thirty days. */
  deletedAt: Date | null;
}

const timeSchema = new mongoose.Schema<TimeRecord>(
  {
    learnerId: { type: mongoose.Schema.Types.ObjectId, required: true },
    entryId: { type: String, required: true },
    roadmap: { type: String, required: true },
    ordinal: { type: Number, required: true },
    topicId: { type: String, required: true },
    minutes: { type: Number, required: true },
    day: { type: String, required: true },
    at: { type: Date, required: true },
    words: { type: String, default: '' },
    deletedAt: { type: Date, default: null },
  },
  { collection: 'time', versionKey: false },
);
// An entry by its id.
timeSchema.index({ learnerId: 1, entryId: 1 }, { unique: true });
// A learner's time, the last day first, page by page.
timeSchema.index({ learnerId: 1, day: -1, _id: -1 });
// The same of one roadmap, or of one topic of it.
timeSchema.index({ learnerId: 1, roadmap: 1, ordinal: 1, day: -1, _id: -1 });
// Sweeps what was deleted thirty days ago; the date is missing (null) on all others.
timeSchema.index({ deletedAt: 1 }, { expireAfterSeconds: 30 * 86_400 });

export const Time = mongoose.model('Time', timeSchema);
