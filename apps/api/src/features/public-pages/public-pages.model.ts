import mongoose from 'mongoose';

/** What a learner chose to show. There is none until they first save it, and nothing is shown then. */
export interface PublicPageRecord {
  _id: mongoose.Types.ObjectId;
  accountId: mongoose.Types.ObjectId;
  isPublic: boolean;
  about: string;
  roadmaps: string[];
  proof: boolean;
  calendar: boolean;
  projects: mongoose.Types.ObjectId[];
  version: number;
}

const publicPageSchema = new mongoose.Schema<PublicPageRecord>(
  {
    accountId: { type: mongoose.Schema.Types.ObjectId, required: true },
    isPublic: { type: Boolean, required: true },
    about: { type: String, default: '' },
    roadmaps: { type: [String], default: [] },
    proof: { type: Boolean, required: true },
    calendar: { type: Boolean, required: true },
    projects: { type: [mongoose.Schema.Types.ObjectId], default: [] },
    version: { type: Number, required: true },
  },
  { collection: 'publicpages', versionKey: false },
);
// One page per member, also where two devices save the first one at once.
publicPageSchema.index({ accountId: 1 }, { unique: true });

export const PublicPage = mongoose.model('PublicPage', publicPageSchema);
