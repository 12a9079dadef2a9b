import mongoose from 'mongoose';

/** A learner asks their mentors for help with a topic or with a project. */
export interface HelpRecord {
  _id: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  /** Of a topic; `null` where it is about a project. */
  roadmap: string | null;
  ordinal: number | null;
  /** The topic's id when it was asked. */
  topicId: string | null;
  projectId: mongoose.Types.ObjectId | null;
  sentence: string;
  askedAt: Date;
  /** The learner's day. */
  day: string;
  closedAt: Date | null;
  closedBy: mongoose.Types.ObjectId | null;
  closedWords: string;
  /** While it is open, the mentors who may see it: brought in step when grants change, and checked when it is read. */
  told: mongoose.Types.ObjectId[];
}

const id = mongoose.Schema.Types.ObjectId;

const helpSchema = new mongoose.Schema<HelpRecord>(
  {
    learnerId: { type: id, required: true },
    roadmap: { type: String, default: null },
    ordinal: { type: Number, default: null },
    topicId: { type: String, default: null },
    projectId: { type: id, default: null },
    sentence: { type: String, required: true },
    askedAt: { type: Date, required: true },
    day: { type: String, required: true },
    closedAt: { type: Date, default: null },
    closedBy: { type: id, default: null },
    closedWords: { type: String, default: '' },
    told: { type: [id], required: true },
  },
  { collection: 'helprequests', versionKey: false },
);
// Asking twice at once for help with the same thing makes one request.
helpSchema.index(
  { learnerId: 1, roadmap: 1, ordinal: 1, projectId: 1 },
  { unique: true, partialFilterExpression: { closedAt: null } },
);
// What a mentor is asked, the longest wait first, page by page.
helpSchema.index({ told: 1, closedAt: 1, askedAt: 1, _id: 1 });
// The open ones of some learners.
helpSchema.index({ learnerId: 1, closedAt: 1, askedAt: 1, _id: 1 });
// A learner's, open or not, the last first, page by page.
helpSchema.index({ learnerId: 1, askedAt: -1, _id: -1 });
// What goes with a project.
helpSchema.index({ projectId: 1 });

export const HelpRequest = mongoose.model('HelpRequest', helpSchema);
