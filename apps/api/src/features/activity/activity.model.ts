import mongoose from 'mongoose';

export interface ActivityRow {
  _id: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  kind: 'topic' | 'project' | 'enrolment' | 'room' | 'time';
  at: Date;
  /** When it came in, where that was later: what is done offline. */
  arrivedAt?: Date;
  /** The learner's day when they did it. Never computed again. */
  day: string;
  roadmap?: string;
  topicId?: string;
  projectId?: mongoose.Types.ObjectId;
  from?: string;
  to?: string;
  /** The entry of logged time that it stands for, and its minutes. */
  timeId?: string;
  minutes?: number;
}

const activitySchema = new mongoose.Schema<ActivityRow>(
  {
    learnerId: { type: mongoose.Schema.Types.ObjectId, required: true },
    kind: { type: String, enum: ['topic', 'project', 'enrolment', 'room', 'time'], required: true },
    at: { type: Date, required: true },
    arrivedAt: Date,
    day: { type: String, required: true },
    roadmap: String,
    topicId: String,
    projectId: mongoose.Schema.Types.ObjectId,
    from: String,
    to: String,
    timeId: String,
    minutes: Number,
  },
  { collection: 'activity', versionKey: false },
);
// A learner's days, and their acts newest first, page by page.
activitySchema.index({ learnerId: 1, day: -1, _id: -1 });

// What was done on one topic, newest first; also whether something was recorded of it on a day.
activitySchema.index({ learnerId: 1, roadmap: 1, topicId: 1, day: -1, _id: -1 });
// What came in late, for who looked in between.
activitySchema.index({ learnerId: 1, arrivedAt: 1 }, { partialFilterExpression: { arrivedAt: { $exists: true } } });
// The record of an entry of logged time, which changes with it.
activitySchema.index({ learnerId: 1, timeId: 1 }, { partialFilterExpression: { timeId: { $exists: true } } });

export const Activity = mongoose.model('Activity', activitySchema);
