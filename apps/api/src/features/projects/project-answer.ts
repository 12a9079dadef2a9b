import { type Project, type ProjectCard, skillsOf } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import type { ProjectRecord } from './projects.model.js';

export function projectCardAnswer({ roadmaps }: Pick<Deps, 'roadmaps'>, record: ProjectRecord): ProjectCard {
  const { writeUp: _, ...project } = projectAnswer(record);
  return { ...project, skills: skillsOf(roadmaps, record.covers) };
}

export function projectAnswer(record: ProjectRecord): Project {
  const { _id, learnerId: _, revisions: _made, verdicts: _given, imageChanges: _added, ...others } = record;
  const { createdAt, updatedAt, ...rest } = others;
  const isArchived = record.isArchived ?? false;
  return {
    ...rest,
    isArchived,
    id: String(_id),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
