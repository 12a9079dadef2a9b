import type mongoose from 'mongoose';
import { type HelpRecord, HelpRequest } from './help.model.js';
import { findMentors } from './who-talks.js';

type Asked = Pick<HelpRecord, 'roadmap' | 'projectId'> & { learnerId: mongoose.Types.ObjectId | string };

/** The mentors who see what a request is about at this moment. */
export function findHelpers({ learnerId, roadmap, projectId }: Asked): Promise<mongoose.Types.ObjectId[]> {
  return findMentors({ learnerId, roadmap, scope: projectId === null ? 'progress' : 'projects' });
}

/** Grants of a learner have changed: what is open waits for those who see it now. */
export async function refreshHelpers(learnerId: string): Promise<void> {
  const open = await HelpRequest.find({ learnerId, closedAt: null }).lean<HelpRecord[]>();
  const known = new Map<string, mongoose.Types.ObjectId[]>();
  for (const help of open) {
    const what = help.roadmap ?? '';
    const told = known.get(what) ?? (await findHelpers(help));
    known.set(what, told);
    await HelpRequest.updateOne({ _id: help._id, closedAt: null }, { $set: { told } });
  }
}
