import { mentorSeesProject } from '@waymark/contract';
import mongoose from 'mongoose';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import type { Entered } from './enter-meeting.js';

/** Which of these projects the mentor of a sheet may see now. */
export async function mentorSees(ids: readonly string[], { meeting, view }: Entered): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || !view) return new Set();
  const found = await Project.find(
    { _id: mongoose.trusted({ $in: [...ids] }), learnerId: meeting.learnerId },
    { visibility: 1 },
  ).lean<Pick<ProjectRecord, '_id' | 'visibility'>[]>();
  return new Set(found.filter((each) => mentorSeesProject(each, view.consent)).map(({ _id }) => String(_id)));
}

const mostProjects = 100;
type Named = Pick<ProjectRecord, '_id' | 'title' | 'visibility'>;

/** What an action can be about: what the mentor may see. What one is about already its learner reads in any case. */
export async function projectsOn({ meeting, role, view }: Entered): Promise<{ id: string; title: string }[]> {
  const { learnerId } = meeting;
  const ids = meeting.actions.flatMap(({ projectId }) => projectId ?? []);
  const shown = { title: 1, visibility: 1 };
  const open = {
    visibility: mongoose.trusted({ $ne: 'private' as const }),
    isArchived: mongoose.trusted({ $ne: true }),
  };
  const [named, others] = await Promise.all([
    ids.length > 0 ? Project.find({ _id: mongoose.trusted({ $in: ids }), learnerId }, shown).lean<Named[]>() : [],
    meeting.isOpen && view?.consent.projects
      ? Project.find({ learnerId, ...open }, shown)
          .sort({ updatedAt: -1, _id: -1 })
          .limit(mostProjects)
          .lean<Named[]>()
      : [],
  ]);
  const isSeen = (each: Named) => (view ? mentorSeesProject(each, view.consent) : false);
  const all = new Map([...others, ...named].map((each) => [String(each._id), each]));
  return [...all.values()]
    .filter((each) => isSeen(each) || (role === 'learner' && ids.includes(String(each._id))))
    .map(({ _id, title }) => ({ id: String(_id), title }));
}
