import type { Audience, Snapshot } from '@waymark/contract';
import { Problem } from '../../http/problem.js';
import { forgetUnseen } from '../notifications/forget-told.js';
import { getProject } from '../projects/change-projects.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { type OnReview, openReview } from './act-on-review.js';
import { beginReview, keepAct } from './keep-review.js';
import { findPromises } from './review-answer.js';
import { Review, type ReviewRecord } from './reviews.model.js';
import { Revision } from './revisions.model.js';
import { getAsked } from './who-reviews.js';

/** What of a project a revision keeps. */
function snapshotOf(project: ProjectRecord): Snapshot {
  const { title, summary, writeUp, build, repoUrl, repoPath, demoUrl, stack } = project;
  const { hours, startedOn, finishedOn, briefId, covers } = project;
  const links = { repoUrl, repoPath, demoUrl };
  return { title, summary, writeUp, build, ...links, stack, hours, startedOn, finishedOn, briefId, covers };
}

/** What is private is shown to nobody, whoever is asked. */
function checkVisible({ visibility }: ProjectRecord): void {
  if (visibility !== 'private') return;
  throw new Problem('project-private', { detail: 'Let mentors see this project first, then ask them.' });
}

/** The number of the next revision; meets whatever else changes the project at this moment. */
async function nextNumber(project: ProjectRecord): Promise<number> {
  const { _id, version } = project;
  const after = await Project.findOneAndUpdate(
    { _id, version },
    { $inc: { revisions: 1 } },
    { returnDocument: 'after', projection: { revisions: 1 } },
  ).lean<Pick<ProjectRecord, 'revisions'>>();
  if (!after?.revisions) throw new Problem('conflict');
  return after.revisions;
}

function keepRevision(project: ProjectRecord, reviewId: ReviewRecord['_id'], number: number, now: Date) {
  const { _id: projectId, learnerId } = project;
  const made = { projectId, learnerId, reviewId, number, createdAt: now, snapshot: snapshotOf(project), commit: null };
  return Revision.insertMany([{ ...made, ...(project.repoUrl && { commitDueAt: now }) }]);
}

interface Asking {
  projectId: string;
  learnerId: string;
  question: string;
  audience: Audience;
  now: Date;
}

/** Asks for a review of a project as it is now, inside the caller's transaction. */
export async function askForReview({ projectId, learnerId, question, audience, now }: Asking): Promise<ReviewRecord> {
  const project = await getProject(projectId, learnerId);
  checkVisible(project);
  if (await Review.exists({ projectId: project._id, isOpen: true })) throw new Problem('review-open');
  const told = await getAsked(audience, learnerId);
  const revision = await nextNumber(project);
  const event = { kind: 'requested', at: now, actorId: learnerId, revision, audience } as const;
  const asking = { projectId: project._id, learnerId: project.learnerId, title: project.title, question, told };
  const review = await beginReview(asking, event);
  await keepRevision(project, review._id, revision, now);
  return review;
}

/** Shows the project as it is now to the review that is open. */
export async function resubmit(on: OnReview): Promise<ReviewRecord> {
  const before = await openReview(on);
  const project = await Project.findOne({ _id: before.projectId }).lean<ProjectRecord>();
  if (!project) throw new Problem('not-found');
  const after = await keepAct(before, { kind: 'resubmit', actorId: on.memberId, at: on.now }, project.title);
  checkVisible(project);
  await keepRevision(project, before._id, await nextNumber(project), on.now);
  return after;
}

/** Asks others for the same review. Whoever may not is refused first, and does not learn who could be asked. */
export async function askSomeoneElse(on: OnReview, audience: Audience): Promise<ReviewRecord> {
  const before = await openReview(on);
  const { promiseDays = null, away = [] } = (await findPromises([before], on.now)).get(on.id) ?? {};
  const after = await keepAct(before, { kind: 'ask', actorId: on.memberId, at: on.now, audience, promiseDays, away });
  const told = await getAsked(audience, on.memberId);
  await Review.updateOne({ _id: after._id }, { $set: { told } });
  await forgetUnseen(on.memberId);
  return { ...after, told };
}
