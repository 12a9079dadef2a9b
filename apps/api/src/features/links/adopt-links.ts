import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { askForLinks } from './ask-for-links.js';
import { ProjectLinks } from './links.model.js';

const atOnce = 200;

/** Some of the projects with a link whose links nobody looks at yet. */
function findUnknown(): Promise<ProjectRecord[]> {
  return Project.aggregate<ProjectRecord>([
    { $match: { $or: [{ repoUrl: { $ne: null } }, { demoUrl: { $ne: null } }] } },
    { $lookup: { from: ProjectLinks.collection.name, localField: '_id', foreignField: '_id', as: 'links' } },
    { $match: { links: { $size: 0 } } },
    { $limit: atOnce },
    { $project: { learnerId: 1, repoUrl: 1, demoUrl: 1 } },
  ]);
}

/**
 * Takes up the links of projects that were made before links were looked at: how many. Ended anywhere, the next start goes
 * on with what is left; several at once do the same work to the same end.
 */
export async function adoptLinks(now: Date): Promise<number> {
  let adopted = 0;
  for (let found = await findUnknown(); found.length > 0; found = await findUnknown()) {
    for (const project of found) await askForLinks(project, now);
    adopted += found.length;
  }
  return adopted;
}
