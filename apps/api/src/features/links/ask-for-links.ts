import type { ProjectRecord } from '../projects/projects.model.js';
import { ProjectLinks } from './links.model.js';

type Linked = Pick<ProjectRecord, '_id' | 'learnerId' | 'repoUrl' | 'demoUrl'>;

/** Lets a project's links be looked at as soon as may be, in the transaction around it. */
export async function askForLinks({ _id, learnerId, repoUrl, demoUrl }: Linked, now: Date): Promise<void> {
  if (repoUrl === null && demoUrl === null) return;
  await ProjectLinks.updateOne(
    { _id },
    { $set: { dueAt: now, isAsked: true }, $setOnInsert: { learnerId, repo: null, demo: null } },
    { upsert: true },
  );
}

/** The same, where one of them is another than before: nothing is held against an address that nobody has looked at. */
export async function askForNewLinks(before: Linked | null, after: Linked, now: Date): Promise<void> {
  if (before?.repoUrl === after.repoUrl && before?.demoUrl === after.demoUrl) return;
  if (before) await ProjectLinks.updateOne({ _id: after._id }, { $set: { dueAt: now, deadSince: null } });
  await askForLinks(after, now);
}
