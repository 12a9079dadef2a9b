import type { Build, Cover, TopicVerdict, Visibility } from '@waymark/contract';
import mongoose from 'mongoose';

export interface ProjectRecord {
  _id: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  title: string;
  summary: string;
  /** Markdown. */
  writeUp: string;
  build: Build;
  repoUrl: string | null;
  repoPath: string;
  demoUrl: string | null;
  stack: string[];
  hours: number | null;
  startedOn: string | null;
  finishedOn: string | null;
  briefId: string | null;
  covers: Cover[];
  visibility: Visibility;
  /** Missing on what was made before there was an archive. */
  isArchived?: boolean;
  /** How many revisions were made of it; missing on what nobody was asked about. */
  revisions?: number;
  /** The latest verdict on each topic, by whoever gave it. */
  verdicts?: { roadmap: string; topicId: string; verdict: TopicVerdict }[];
  /** How many images were added: what is added and a project's end meet here. */
  imageChanges?: number;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

const text = { type: String, default: '' };
const nullable = (type: unknown) => ({ type, default: null });

const projectSchema = new mongoose.Schema<ProjectRecord>(
  {
    learnerId: { type: mongoose.Schema.Types.ObjectId, required: true },
    title: { type: String, required: true },
    summary: text,
    writeUp: text,
    build: { type: String, enum: ['idea', 'building', 'finished'], required: true },
    repoUrl: nullable(String),
    repoPath: text,
    demoUrl: nullable(String),
    stack: { type: [String], default: [] },
    hours: nullable(Number),
    startedOn: nullable(String),
    finishedOn: nullable(String),
    briefId: nullable(String),
    covers: { type: [{ _id: false, roadmap: String, topicId: String, where: String }], default: [] },
    visibility: { type: String, enum: ['private', 'mentors', 'unlisted', 'public'], required: true },
    isArchived: Boolean,
    revisions: Number,
    imageChanges: Number,
    verdicts: { type: [{ _id: false, roadmap: String, topicId: String, verdict: String }], default: undefined },
    version: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  } as mongoose.SchemaDefinition<ProjectRecord>,
  { collection: 'projects', versionKey: false },
);
// A learner's projects, the last changed first, page by page.
projectSchema.index({ learnerId: 1, updatedAt: -1, _id: -1 });
// Which finished projects back the topics of a roadmap.
projectSchema.index({ learnerId: 1, build: 1, 'covers.roadmap': 1 });

export const Project = mongoose.model('Project', projectSchema);
