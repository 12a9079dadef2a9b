import mongoose from 'mongoose';

export interface ActivityRow {
  _id: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  kind: 'topic' | 'project' | 'enrolment';
  at: Date;
  /** The learner's day when they did it. Never computed again. */
  day: string;
  roadmap?: string;
  topicId?: string;
  projectId?: mongoose.Types.ObjectId;
  from?: string;
  to?: string;
}

const activitySchema = new mongoose.Schema<ActivityRow>(
  {
    learnerId: { type: mongoose.Schema.Types.ObjectId, required: true },
    kind: { type: String, enum: ['topic', 'project', 'enrolment'], required: true },
    at: { type: Date, required: true },
    day: { type: String, required: true },
    roadmap: String,
    topicId: String,
    projectId: mongoose.Schema.Types.ObjectId,
    from: String,
    to: String,
  },
  { collection: 'activity', versionKey: false },
);
// A learner's days, and their acts newest first, page by page.
activitySchema.index({ learnerId: 1, day: -1, _id: -1 });

export const Activity = mongoose.model('Activity', activitySchema);
