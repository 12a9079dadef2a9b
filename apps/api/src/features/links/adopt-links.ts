import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { askForLinks } from './ask-for-links.js';
import { ProjectLinks } from './links.model.js';

const mostAtOnce = 200;

/**
 * Takes up the links of projects that were made before links were looked at: how many. Ended anywhere, the next run goes on
 * with what is left; several at once do the same work to the same end.
 */
export async function adoptLinks(now: Date): Promise<number> {
  const unknown = await Project.aggregate<ProjectRecord>([
    { $match: { $or: [{ repoUrl: { $ne: null } }, { demoUrl: { $ne: null } }] } },
    { $lookup: { from: ProjectLinks.collection.name, localField: '_id', foreignField: '_id', as: 'links' } },
    { $match: { links: { $size: 0 } } },
    { $limit: mostAtOnce },
    { $project: { learnerId: 1, repoUrl: 1, demoUrl: 1 } },
  ]);
  for (const project of unknown) await askForLinks(project, now);
  return unknown.length;
}
