import mongoose from 'mongoose';

/** One member says that the link of one resource is dead. */
export interface DeadLinkRecord {
  _id: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  roadmap: string;
  ordinal: number;
  resourceId: string;
  /** As it was then: once the roadmap names another, the report is settled. */
  url: string;
  /** The member's own day. */
  day: string;
  /** An owner looked, and put it away. */
  dismissedAt: Date | null;
}

const deadLinkSchema = new mongoose.Schema<DeadLinkRecord>(
  {
    learnerId: { type: mongoose.Schema.Types.ObjectId, required: true },
    roadmap: { type: String, required: true },
    ordinal: { type: Number, required: true },
    resourceId: { type: String, required: true },
    url: { type: String, required: true },
    day: { type: String, required: true },
    dismissedAt: { type: Date, default: null },
  },
  { collection: 'deadlinks', versionKey: false },
);
// A member reports a link once; also the reports of one room.
deadLinkSchema.index({ learnerId: 1, roadmap: 1, ordinal: 1, resourceId: 1 }, { unique: true });
// What an owner has yet to look at, by link.
deadLinkSchema.index({ dismissedAt: 1, roadmap: 1, ordinal: 1, resourceId: 1 });

export const DeadLink = mongoose.model('DeadLink', deadLinkSchema);
