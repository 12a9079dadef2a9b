import type { ReviewEvent, ReviewStanding } from '@waymark/contract';
import mongoose from 'mongoose';

const { ObjectId } = mongoose.Schema.Types;

/** Who is asked, as one word that a queue is found by: see `askedOf`. */
export type Asked = string;

/** How a review stands. It is what its events come to, kept so that a list need not add them up. */
export interface ReviewRecord extends Omit<ReviewStanding, 'learnerId'> {
  _id: mongoose.Types.ObjectId;
  projectId: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  /** The project's, when its last revision was made. */
  title: string;
  question: string;
  isOpen: boolean;
  asked: Asked;
  requestedAt: Date;
  /** Who is told when it changes: those who were asked, where they have names. */
  told: string[];
  /** When something was last said in it. */
  saidAt?: Date;
  /** Counts the changes of its learner's grants while it is open. */
  grantChanges?: number;
  /** Counts its events. */
  version: number;
}

const id = { type: ObjectId, required: true };
const mixed = { type: mongoose.Schema.Types.Mixed, default: null };

const reviewSchema = new mongoose.Schema<ReviewRecord>(
  {
    projectId: id,
    learnerId: id,
    title: { type: String, required: true },
    question: { type: String, required: true },
    state: { type: String, required: true },
    isOpen: { type: Boolean, required: true },
    revision: { type: Number, required: true },
    audience: { type: mongoose.Schema.Types.Mixed, required: true },
    asked: { type: String, required: true },
    ballWith: { type: String, default: null },
    ballSince: { type: Date, required: true },
    claim: mixed,
    heldBy: { type: String, default: null },
    parkedFrom: { type: String, default: null },
    isThanked: { type: Boolean, required: true },
    lastActAt: { type: Date, required: true },
    requestedAt: { type: Date, required: true },
    told: { type: [String], default: [] },
    saidAt: Date,
    grantChanges: Number,
    version: { type: Number, required: true },
  },
  { collection: 'reviews', versionKey: false },
);
// One open review per project: asking twice at once makes one.
reviewSchema.index({ projectId: 1 }, { unique: true, partialFilterExpression: { isOpen: true } });
// The reviews of a project, the newest first.
reviewSchema.index({ projectId: 1, _id: -1 });
// The queue of those who are asked, the longest wait first.
reviewSchema.index({ asked: 1, state: 1, ballSince: 1, _id: 1 });
// What somebody holds or last held.
reviewSchema.index({ heldBy: 1, state: 1, ballSince: 1, _id: 1 });
// A learner's open reviews, the longest wait first; also what a mentor's ended grant reaches.
reviewSchema.index({ learnerId: 1, isOpen: 1, ballSince: 1, _id: 1 });
// What time has to act on.
reviewSchema.index({ isOpen: 1, 'claim.until': 1 });
reviewSchema.index({ isOpen: 1, lastActAt: 1 });

export const Review = mongoose.model('Review', reviewSchema);

/** One thing that happened to a review. Append-only: from them alone a review can be made again. */
export interface ReviewEventRecord extends ReviewEvent {
  _id: mongoose.Types.ObjectId;
  reviewId: mongoose.Types.ObjectId;
  /** From 1, without gaps. */
  place: number;
}

const eventSchema = new mongoose.Schema<ReviewEventRecord>(
  {
    reviewId: id,
    place: { type: Number, required: true },
    kind: { type: String, required: true },
    at: { type: Date, required: true },
    actorId: { type: String, default: null },
    revision: { type: Number, required: true },
    audience: mongoose.Schema.Types.Mixed,
  },
  { collection: 'reviewevents', versionKey: false },
);
// A review's events in order; two acts on the same standing meet here.
eventSchema.index({ reviewId: 1, place: 1 }, { unique: true });

export const ReviewEventEntry = mongoose.model('ReviewEvent', eventSchema);
