import type { Project } from './projects.js';
import type { Brief, Roadmap } from './roadmaps.js';

/** A project shows the topics that it covers once it is finished and can be looked at. */
export function showsItsTopics(project: Pick<Project, 'build' | 'repoUrl' | 'demoUrl'>): boolean {
  return project.build === 'finished' && (project.repoUrl !== null || project.demoUrl !== null);
}

/** Somebody was asked to review it, and it is neither put away nor for its learner alone: others look at it. */
export function isSubmitted(
  project: Pick<Project, 'visibility'> & { revisions?: number | undefined; isArchived?: boolean | undefined },
): boolean {
  return (project.revisions ?? 0) > 0 && !project.isArchived && project.visibility !== 'private';
}

/** What a project that answers a brief is checked for; nothing without one, or where no roadmap has it any more. */
export function requirementsOf(
  roadmaps: ReadonlyMap<string, Pick<Roadmap, 'briefs'>>,
  briefId: string | null,
): Brief['requirements'] {
  const briefs = [...roadmaps.values()].flatMap((roadmap) => roadmap.briefs);
  return briefs.find(({ id }) => id === briefId)?.requirements ?? [];
}
