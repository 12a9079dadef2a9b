import mongoose from 'mongoose';

/** Something to be done at a time, once. */
export interface JobRecord {
  /** `<kind>:<what it is about>`: asked for twice it is one job. */
  _id: string;
  kind: string;
  about: string;
  /** Missing once it is done or given up. */
  dueAt?: Date;
  /** Nobody takes it before: somebody has it, or it failed and waits for its next try. */
  lockedUntil: Date;
  /** Of who has it. */
  lock?: string;
  /** Tries since it was last done. */
  attempts: number;
  /** How often it was asked for: each time is a write, which whoever does it just then runs into. */
  asked: number;
  doneAt?: Date;
  failedAt?: Date;
  /** The name of what went wrong last, never its words. */
  lastFailure?: string;
}

const jobSchema = new mongoose.Schema<JobRecord>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    about: { type: String, required: true },
    dueAt: Date,
    lockedUntil: { type: Date, required: true },
    lock: String,
    attempts: { type: Number, required: true },
    asked: { type: Number, required: true },
    doneAt: Date,
    failedAt: Date,
    lastFailure: String,
  },
  { collection: 'jobs', versionKey: false },
);
// The next that is to be done.
jobSchema.index({ dueAt: 1 });
// What was given up: its owner is told, and may have it tried again.
jobSchema.index({ kind: 1, failedAt: 1 }, { partialFilterExpression: { failedAt: { $exists: true } } });
// What was done is forgotten after 30 days.
jobSchema.index({ doneAt: 1 }, { expireAfterSeconds: 30 * 86_400 });

export const Job = mongoose.model('Job', jobSchema);
