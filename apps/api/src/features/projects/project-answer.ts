import type { Project, ProjectCard } from '@waymark/contract';
import type { ProjectRecord } from './projects.model.js';

export function projectCardAnswer(record: ProjectRecord): ProjectCard {
  const { _id, learnerId: _, writeUp: __, createdAt, updatedAt, ...rest } = record;
  return { ...rest, id: String(_id), createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

export function projectAnswer(record: ProjectRecord): Project {
  return { ...projectCardAnswer(record), writeUp: record.writeUp };
}
