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
