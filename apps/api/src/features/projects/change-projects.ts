import { type Cover, isSubmitted, type NewProject, type ProjectChanges, roadmapsReached } from '@waymark/contract';
import type { z } from 'zod';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { checkVersion } from '../../http/version.js';
import { Activity } from '../activity/activity.model.js';
import { deleteImages } from '../images/images.model.js';
import { settleImages } from '../images/settle-images.js';
import { askForNewLinks } from '../links/ask-for-links.js';
import { ProjectLinks } from '../links/links.model.js';
import { refreshAttention } from '../mentoring/refresh-attention.js';
import { forgetProject } from '../notifications/forget-told.js';
import { learnerDay } from '../progress/learner-day.js';
import { refreshProof } from '../progress/refresh-proof.js';
import { ProjectPage } from '../project-pages/project-pages.model.js';
import { deleteReviews, withdrawOpen } from '../reviews/close-reviews.js';
import { deleteHelpWith } from '../talk/erase-talk.js';
import { asksForHelpWith } from '../talk/find-open-help.js';
import { projectAnswer } from './project-answer.js';
import { Project, type ProjectRecord } from './projects.model.js';

/** Who acts, and when; every act here runs inside the caller's transaction. */
export interface Actor {
  learnerId: string;
  timeZone: string | undefined;
  now: Date;
}

export async function getProject(id: string, learnerId: string): Promise<ProjectRecord> {
  const record = await Project.findOne({ _id: id, learnerId }).lean<ProjectRecord>();
  if (!record) throw new Problem('not-found');
  return record;
}

/** Of one member. Each change of a project reads the finished ones, so that without an end one member could slow all. */
const mostProjects = 500;
export const noRoomLeft = `There are ${mostProjects} projects already. Delete one that you do not need.`;

/** How many more a member may have. Two made at once may make it one more: it bounds work, and promises no number. */
export async function roomLeft(learnerId: string): Promise<number> {
  return mostProjects - (await Project.countDocuments({ learnerId }, { limit: mostProjects }));
}

/** Covers must name topics that exist, each once. */
function checkCovers(deps: Deps, covers: readonly Cover[] | undefined): void {
  const seen = new Set<string>();
  const errors = (covers ?? []).flatMap(({ roadmap, topicId }, place) => {
    const path = `covers.${place}.topicId`;
    const key = `${roadmap}/${topicId}`;
    if (seen.has(key)) return [{ path, message: 'This topic is listed twice' }];
    seen.add(key);
    const isTopic = deps.roadmaps.get(roadmap)?.topics.some((topic) => topic.id === topicId);
    return isTopic ? [] : [{ path, message: 'There is no such topic' }];
  });
  if (errors.length > 0) throw new Problem('invalid', { errors });
}

/** A brief's id is unique within its roadmap; here it is enough that one has it. */
function checkBrief(deps: Deps, briefId: string | null | undefined): void {
  if (!briefId) return;
  const isBrief = [...deps.roadmaps.values()].some((roadmap) => roadmap.briefs.some((brief) => brief.id === briefId));
  if (!isBrief) throw new Problem('invalid', { errors: [{ path: 'briefId', message: 'There is no such brief' }] });
}

/**
 * Brings every enrolment whose topics this project covered or covers in step, by name or by a skill that they share.
 * Only on the roadmaps that it names was it a day of learning.
 */
export async function refreshProofs(
  deps: Deps,
  actor: Pick<Actor, 'learnerId' | 'now'>,
  activeDay: string | undefined,
  ...projects: Pick<ProjectRecord, 'covers'>[]
): Promise<void> {
  const covers = projects.flatMap((project) => project.covers);
  const named = new Set(covers.map((cover) => cover.roadmap));
  for (const roadmap of roadmapsReached(deps.roadmaps, covers)) {
    const day = named.has(roadmap.slug) ? activeDay : undefined;
    await refreshProof(deps, { learnerId: actor.learnerId, roadmap, now: actor.now, activeDay: day });
  }
}

/** Records that a project moved from one build state to another; gives the day, or nothing where it did not move. */
async function record(
  actor: Actor,
  projectId: ProjectRecord['_id'],
  from: string | null,
  to: string | null,
): Promise<string | undefined> {
  if (from === to) return undefined;
  const { learnerId, now } = actor;
  const day = await learnerDay(actor.timeZone, learnerId, now);
  await Activity.insertMany([
    { learnerId, kind: 'project', at: now, day, projectId, ...(from && { from }), ...(to && { to }) },
  ]);
  return day;
}

export async function createProject(
  deps: Deps,
  actor: Actor,
  input: z.output<typeof NewProject>,
): Promise<ProjectRecord> {
  checkCovers(deps, input.covers);
  checkBrief(deps, input.briefId);
  const { learnerId, now } = actor;
  if ((await roomLeft(learnerId)) < 1) throw new Problem('conflict', { detail: noRoomLeft });
  const [created] = await Project.create([{ ...input, learnerId, version: 1, createdAt: now, updatedAt: now }]);
  if (!created) throw new Error('the project was not created');
  const project = created.toObject() as ProjectRecord;
  await askForNewLinks(null, project, now);
  const activeDay = await record(actor, project._id, null, project.build);
  await refreshProofs(deps, actor, activeDay, project);
  return project;
}

export async function changeProject(
  deps: Deps,
  actor: Actor,
  id: string,
  ifMatch: number,
  changes: z.output<typeof ProjectChanges>,
): Promise<ProjectRecord> {
  const before = await getProject(id, actor.learnerId);
  checkVersion(ifMatch, before.version, () => projectAnswer(before));
  checkCovers(deps, changes.covers);
  checkBrief(deps, changes.briefId);
  const after = await Project.findOneAndUpdate(
    { _id: id, learnerId: actor.learnerId, version: before.version },
    { $set: { ...changes, updatedAt: actor.now }, $inc: { version: 1 } },
    { returnDocument: 'after' },
  ).lean<ProjectRecord>();
  if (!after) throw new Problem('conflict');
  await askForNewLinks(before, after, actor.now);
  if (after.writeUp !== before.writeUp) await settleImages(after, actor.now);
  if (after.visibility === 'private' && before.visibility !== 'private') {
    await withdrawOpen(after._id, actor.learnerId, actor.now);
    await forgetProject(after._id, after.learnerId);
  }
  const activeDay = await record(actor, after._id, before.build, after.build);
  await refreshProofs(deps, actor, activeDay, before, after);
  const isKnown = isSubmitted(before) || isSubmitted(after) || (await asksForHelpWith(after._id));
  if (isKnown) await refreshAttention(after.learnerId, actor.now);
  return after;
}

export async function deleteProject(deps: Deps, actor: Actor, id: string, ifMatch: number): Promise<void> {
  const before = await getProject(id, actor.learnerId);
  checkVersion(ifMatch, before.version, () => projectAnswer(before));
  await Project.deleteOne({ _id: id, learnerId: actor.learnerId });
  await deleteReviews(before._id);
  await deleteHelpWith(before._id);
  await ProjectLinks.deleteOne({ _id: before._id });
  await ProjectPage.deleteOne({ _id: before._id });
  await deleteImages({ 'metadata.projectId': before._id });
  // Taking something away is recorded, and is no day of learning.
  await record(actor, before._id, before.build, null);
  await refreshProofs(deps, actor, undefined, before);
  await refreshAttention(before.learnerId, actor.now);
}
