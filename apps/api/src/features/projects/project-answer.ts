import { type MyProject, type Project, type ProjectCard, type ReviewState, skillsOf } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import type { ProjectRecord } from './projects.model.js';

export function projectCardAnswer({ roadmaps }: Pick<Deps, 'roadmaps'>, record: ProjectRecord): ProjectCard {
  const { writeUp: _, ...project } = projectAnswer(record);
  return { ...project, skills: skillsOf(roadmaps, record.covers) };
}

/** One of the learner's own, with what was said of it. */
export function myProjectAnswer(
  deps: Pick<Deps, 'roadmaps'>,
  record: ProjectRecord,
  review: ReviewState | undefined,
): MyProject {
  const said = record.verdicts ?? [];
  const covers = said.filter(({ verdict }) => verdict === 'met').map(({ roadmap, topicId }) => ({ roadmap, topicId }));
  const met = { covers, skills: skillsOf(deps.roadmaps, covers) };
  return { ...projectCardAnswer(deps, record), review: review ?? null, met };
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
