import type { Project } from './projects.js';

/** A project shows the topics that it covers once it is finished and can be looked at. */
export function showsItsTopics(project: Pick<Project, 'build' | 'repoUrl' | 'demoUrl'>): boolean {
  return project.build === 'finished' && (project.repoUrl !== null || project.demoUrl !== null);
}
