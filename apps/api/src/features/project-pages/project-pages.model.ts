import mongoose from 'mongoose';

/** The page that a project has for strangers. It is shown while the project is `unlisted` or `public`. */
export interface ProjectPageRecord {
  /** The project's. */
  _id: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  /** Names it in its address; who has it sees the page. */
  key: string;
  isNamed: boolean;
}

const projectPageSchema = new mongoose.Schema<ProjectPageRecord>(
  {
    _id: { type: mongoose.Schema.Types.ObjectId, required: true },
    learnerId: { type: mongoose.Schema.Types.ObjectId, required: true },
    key: { type: String, required: true },
    isNamed: { type: Boolean, required: true },
  },
  { collection: 'projectpages', versionKey: false },
);
// Which project is shown at an address.
projectPageSchema.index({ key: 1 }, { unique: true });
// What an erased account leaves.
projectPageSchema.index({ learnerId: 1 });

export const ProjectPage = mongoose.model('ProjectPage', projectPageSchema);
