import type { LinkState } from '@waymark/contract';
import mongoose from 'mongoose';

/** What was found at one address. */
export interface FoundLink {
  url: string;
  state: LinkState;
  checkedAt: Date;
  deadSince: Date | null;
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
    repo: found,
    demo: found,
  },
  { collection: 'projectlinks', versionKey: false },
);
// Whose turn it is.
linksSchema.index({ dueAt: 1 });
// What an erased account leaves.
linksSchema.index({ learnerId: 1 });

export const ProjectLinks = mongoose.model('ProjectLinks', linksSchema);
