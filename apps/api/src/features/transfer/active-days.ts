import type { Roadmap } from '@waymark/contract';
import mongoose from 'mongoose';
import { MOST_QUERY_MS } from '../../database/connect.js';
import { Activity } from '../activity/activity.model.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { saveEnrolment, withActiveDay } from '../progress/save-enrolment.js';
import { Project } from '../projects/projects.model.js';
import type { Importing } from './part.js';

const mostActiveDays = 20;

async function daysOf(match: Record<string, unknown>): Promise<string[]> {
  const found = await Activity.aggregate<{ _id: string }>([
    { $match: match },
    { $group: { _id: '$day' } },
    { $sort: { _id: -1 } },
    { $limit: mostActiveDays },
  ]).option({ maxTimeMS: MOST_QUERY_MS });
  return found.map(({ _id }) => _id);
}

/**
 * The last days on which the learner did something on this roadmap, told from their acts: on its topics, and on
 * projects that cover some of them, since they follow it.
 */
export async function activeDaysOf(learner: string, roadmap: string, startedAt: Date): Promise<string[]> {
  const learnerId = new mongoose.Types.ObjectId(learner);
  const projects = await Project.find({ learnerId, 'covers.roadmap': roadmap }, { _id: 1 }).lean();
  const onTopics = await daysOf({ learnerId, roadmap, kind: mongoose.trusted({ $ne: 'enrolment' }) });
  const onProjects = await daysOf({
    learnerId,
    kind: 'project',
    projectId: mongoose.trusted({ $in: projects.map(({ _id }) => _id) }),
    at: mongoose.trusted({ $gte: startedAt }),
    // Taking a project away is no day of learning.
    to: mongoose.trusted({ $exists: true }),
  });
  return [...onTopics, ...onProjects];
}

/** Brings the active days of every roadmap that the learner follows in step with acts that were added for days past. */
export async function keepActiveDays({ deps, learnerId, now }: Importing): Promise<void> {
  const records = await Enrolment.find({ learnerId }).lean<EnrolmentRecord[]>();
  for (const record of records) {
    const roadmap: Roadmap | undefined = deps.roadmaps.get(record.roadmap);
    if (!roadmap) continue;
    const before = record.activeDays.join();
    for (const day of await activeDaysOf(learnerId, record.roadmap, record.startedAt)) withActiveDay(record, day);
    if (record.activeDays.join() !== before) await saveEnrolment(roadmap, record, {}, now);
  }
}
