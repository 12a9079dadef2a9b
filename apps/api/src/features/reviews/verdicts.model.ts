import type { Decision, ReviewFacts, Verdict as VerdictWords } from '@waymark/contract';
import mongoose from 'mongoose';

/** What a reviewer answered to one revision. */
export interface VerdictRecord {
  _id: mongoose.Types.ObjectId;
  reviewId: mongoose.Types.ObjectId;
  projectId: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  reviewerId: mongoose.Types.ObjectId;
  /** Given out of the pool of reviewers. */
  isOfPool: boolean;
  at: Date;
  /** From when the learner had given the ball. */
  waitedMs: number;
  revision: number;
  decision: Decision;
  text: string;
  topics: VerdictWords['topics'];
  requirements: VerdictWords['requirements'];
  /** What there was to look at, and how long after taking it on it was answered; missing on what was given before that was kept. */
  work?: ReviewFacts & { tookMs: number };
}

const id = { type: mongoose.Schema.Types.ObjectId, required: true };

const verdictSchema = new mongoose.Schema<VerdictRecord>(
  {
    reviewId: id,
    projectId: id,
    learnerId: id,
    reviewerId: id,
    isOfPool: { type: Boolean, required: true },
    at: { type: Date, required: true },
    waitedMs: { type: Number, required: true },
    revision: { type: Number, required: true },
    decision: { type: String, required: true },
    text: { type: String, required: true },
    topics: { type: mongoose.Schema.Types.Mixed, required: true },
    requirements: { type: mongoose.Schema.Types.Mixed, required: true },
    work: mongoose.Schema.Types.Mixed,
  },
  { collection: 'verdicts', versionKey: false, minimize: false },
);
// The answers in one review, in order.
verdictSchema.index({ reviewId: 1, _id: 1 });
// The answers to a project, the last first.
verdictSchema.index({ projectId: 1, at: -1 });
// How long somebody took to answer, and how long the pool took, the last first.
verdictSchema.index({ reviewerId: 1, at: -1 });
verdictSchema.index({ isOfPool: 1, at: -1 });
// What an erased account leaves.
verdictSchema.index({ learnerId: 1 });

export const Verdict = mongoose.model('Verdict', verdictSchema);
