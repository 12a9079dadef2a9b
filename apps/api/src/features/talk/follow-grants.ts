import mongoose from 'mongoose';
import { idsOf, keyOf, Notification } from '../notifications/notifications.model.js';
import { refreshHelpers } from './refresh-helpers.js';
import { Talk } from './talk.model.js';
import { findMentors } from './who-talks.js';

const ids = (members: readonly unknown[]) => members.map((each) => new mongoose.Types.ObjectId(String(each)));

/** What was told about these of a learner's things is left to them and to who may see it. */
async function forgetUnseen(learnerId: string, abouts: readonly string[], mentors: readonly unknown[]): Promise<void> {
  const others = mongoose.trusted({ $nin: ids([learnerId, ...mentors]) });
  await Notification.deleteMany({ learnerId, about: mongoose.trusted({ $in: abouts }), memberId: others });
}

/**
 * Grants of a learner have changed: talks and requests for help are followed by those who see them now, and whoever may not
 * is left nothing that they were told of them. In the transaction of the change.
 */
export async function followGrants(learnerId: string): Promise<void> {
  await refreshHelpers(learnerId);
  for (const roadmap of await Talk.distinct('roadmap', { learnerId })) {
    const told = await findMentors({ learnerId, roadmap, scope: 'progress' });
    await Talk.updateMany({ learnerId, roadmap }, { $set: { told } });
  }
  const keys = await Notification.distinct('about', { learnerId });
  const topics = idsOf('topic', keys);
  for (const roadmap of new Set(topics.map((id) => id.split(':')[1] ?? ''))) {
    const abouts = topics.filter((id) => id.split(':')[1] === roadmap).map((id) => keyOf({ kind: 'topic', id }));
    await forgetUnseen(learnerId, abouts, await findMentors({ learnerId, roadmap, scope: 'progress' }));
  }
  const projects = idsOf('project', keys).map((id) => keyOf({ kind: 'project', id }));
  if (projects.length > 0) {
    await forgetUnseen(learnerId, projects, await findMentors({ learnerId, scope: 'projects' }));
  }
}
