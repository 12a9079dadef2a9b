import type { LinkState } from '@waymark/contract';
import mongoose from 'mongoose';

/** What was found at one address. */
export interface FoundLink {
  url: string;
  state: LinkState;
  checkedAt: Date;
  deadSince: Date | null;
  /** When its learner was told that its grace is over: once for each time that it dies. */
  toldAt?: Date;
}

/** The links of one project. */
export interface LinksRecord {
  /** The project's. */
  _id: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  /** When they are to be looked at. */
  dueAt: Date;
  /** Told to look now, and did not yet. */
  isAsked: boolean;
  /** Since when the one that is dead longest is; nothing where none was found dead at the last look. */
  deadSince?: Date | null;
  repo: FoundLink | null;
  demo: FoundLink | null;
}

const found = { type: mongoose.Schema.Types.Mixed, default: null };

const linksSchema = new mongoose.Schema<LinksRecord>(
  {
    _id: { type: mongoose.Schema.Types.ObjectId, required: true },
    learnerId: { type: mongoose.Schema.Types.ObjectId, required: true },
    dueAt: { type: Date, required: true },
    isAsked: { type: Boolean, required: true },
    deadSince: Date,
    repo: found,
    demo: found,
  },
  { collection: 'projectlinks', versionKey: false },
);
// Whose turn it is.
linksSchema.index({ dueAt: 1 });
// Which of a learner's are dead, and what an erased account leaves.
linksSchema.index({ learnerId: 1, deadSince: 1 });

export const ProjectLinks = mongoose.model('ProjectLinks', linksSchema);
