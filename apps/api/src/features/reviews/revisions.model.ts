import type { Commit, Snapshot } from '@waymark/contract';
import mongoose from 'mongoose';

/** A project as it was when a review was asked for. Never changed, but for the commit, which is found out after. */
export interface RevisionRecord {
  _id: mongoose.Types.ObjectId;
  projectId: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  /** The review that it was made for. */
  reviewId: mongoose.Types.ObjectId;
  number: number;
  createdAt: Date;
  snapshot: Snapshot;
  commit: Commit;
  /** When its forge is to be asked for the commit; missing once that was done. */
  commitDueAt?: Date;
  commitTries?: number;
}

const id = { type: mongoose.Schema.Types.ObjectId, required: true };

const revisionSchema = new mongoose.Schema<RevisionRecord>(
  {
    projectId: id,
    learnerId: id,
    reviewId: id,
    number: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    snapshot: { type: mongoose.Schema.Types.Mixed, required: true },
    commit: { type: String, default: null },
    commitDueAt: Date,
    commitTries: Number,
  },
  { collection: 'revisions', versionKey: false, minimize: false },
);
// A project's revisions, numbered without gaps: two made at once meet here.
revisionSchema.index({ projectId: 1, number: 1 }, { unique: true });
// Whose commit is to be asked for.
revisionSchema.index({ commitDueAt: 1 }, { sparse: true });
// What an erased account leaves.
revisionSchema.index({ learnerId: 1 });

export const Revision = mongoose.model('Revision', revisionSchema);
