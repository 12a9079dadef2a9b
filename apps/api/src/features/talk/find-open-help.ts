import mongoose from 'mongoose';
import { HelpRequest } from './help.model.js';

/** A request that is open. Of a topic, or of a project that mentors may see. */
export interface OpenHelp {
  _id: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  /** `null`: it is about a project. */
  roadmap: string | null;
  /** The topic's place, and its id when it was asked. */
  ordinal: number | null;
  topicId: string | null;
  project: { id: string; title: string; roadmaps: string[] } | null;
  sentence: string;
  askedAt: Date;
  /** The learner's day. */
  day: string;
}

type Found = Omit<OpenHelp, 'project'> & {
  projectId: mongoose.Types.ObjectId | null;
  projects: { _id: mongoose.Types.ObjectId; title: string; visibility: string; covers: { roadmap: string }[] }[];
};

/**
 * What these learners ask for help with, the longest wait first, in one query. What is about a topic is for who sees their
 * progress, and what is about a project for who sees their projects; a private project's is left out.
 */
export async function findOpenHelp(learnerIds: readonly mongoose.Types.ObjectId[]): Promise<OpenHelp[]> {
  if (learnerIds.length === 0) return [];
  const found = await HelpRequest.aggregate<Found>([
    { $match: { learnerId: mongoose.trusted({ $in: learnerIds }), closedAt: null } },
    { $sort: { askedAt: 1, _id: 1 } },
    { $lookup: { from: 'projects', localField: 'projectId', foreignField: '_id', as: 'projects' } },
    {
      $project: {
        ...{ learnerId: 1, roadmap: 1, ordinal: 1, topicId: 1, projectId: 1, sentence: 1, askedAt: 1, day: 1 },
        ...{ 'projects._id': 1, 'projects.title': 1, 'projects.visibility': 1, 'projects.covers.roadmap': 1 },
      },
    },
  ]);
  return found.flatMap(({ projectId, projects: [project], ...help }) => {
    if (projectId === null) return { ...help, project: null };
    if (!project || project.visibility === 'private') return [];
    const { _id, title, covers } = project;
    const roadmaps = [...new Set(covers.map(({ roadmap }) => roadmap))];
    return { ...help, project: { id: String(_id), title, roadmaps } };
  });
}

/** Whether mentors wait to be told what becomes of a project. */
export async function asksForHelpWith(projectId: mongoose.Types.ObjectId): Promise<boolean> {
  return (await HelpRequest.exists({ projectId, closedAt: null })) !== null;
}
