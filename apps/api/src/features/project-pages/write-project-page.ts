import { type ProjectPage as ProjectPageAnswer, showsItsTopics } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Account } from '../accounts/accounts.model.js';
import { anyone } from '../images/image-address.js';
import { listSeen } from '../images/list-seen.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { PublicPage } from '../public-pages/public-pages.model.js';
import { findConfirmations } from '../reviews/find-confirmations.js';
import { Verdict, type VerdictRecord } from '../reviews/verdicts.model.js';
import { ProjectPage, type ProjectPageRecord } from './project-pages.model.js';

/** A project that is shown, and how. */
interface Shown {
  page: ProjectPageRecord;
  project: ProjectRecord;
  learner: { name: string; handle: string };
}

const absent = mongoose.trusted({ $exists: false });

/** The project at this address, if it is shown at this moment; `undefined` for all else. */
export async function findShownProject(key: string): Promise<Shown | undefined> {
  const page = await ProjectPage.findOne({ key }).lean<ProjectPageRecord>();
  if (!page) return undefined;
  const project = await Project.findOne({
    _id: page._id,
    visibility: mongoose.trusted({ $in: ['unlisted', 'public'] }),
    isArchived: mongoose.trusted({ $ne: true }),
  }).lean<ProjectRecord>();
  const learner = await Account.findOne(
    { _id: page.learnerId, disabledAt: absent, eraseAfter: absent },
    { name: 1, handle: 1 },
  ).lean();
  return project && learner ? { page, project, learner } : undefined;
}

async function learnerOf({ page, learner }: Shown): Promise<ProjectPageAnswer['learner']> {
  if (!page.isNamed) return null;
  const isPublic = await PublicPage.exists({ accountId: page.learnerId, isPublic: true });
  return { name: learner.name, handle: isPublic ? learner.handle : null };
}

async function topicsOf(
  { roadmaps }: Pick<Deps, 'roadmaps'>,
  { page, project }: Shown,
): Promise<ProjectPageAnswer['topics']> {
  // Proof is for what is finished and can be looked at: the rule of the map, here too.
  const confirmations = showsItsTopics(project) ? await findConfirmations([project]) : [];
  return project.covers.flatMap(({ roadmap, topicId, where }) => {
    const topic = roadmaps.get(roadmap)?.topics.find(({ id }) => id === topicId);
    if (!topic) return [];
    const found = confirmations.find((each) => each.roadmap === roadmap && each.topicId === topicId);
    const confirmed = found && {
      at: found.at.toISOString(),
      revision: found.revision,
      reviewer: page.isNamed ? found.reviewer : null,
    };
    return [{ roadmap, topicId, title: topic.title, where, confirmed: confirmed ?? null }];
  });
}

/** What a stranger sees of a project: nothing that its learner did not choose, no word of its reviews. */
export async function writeProjectPage(
  deps: Pick<Deps, 'roadmaps' | 'keys'>,
  shown: Shown,
  now: Date,
): Promise<ProjectPageAnswer> {
  const { project } = shown;
  const { title, summary, writeUp, build, repoUrl, repoPath, demoUrl, stack, hours, startedOn, finishedOn } = project;
  const briefs = [...deps.roadmaps.values()].flatMap((roadmap) => roadmap.briefs);
  const approved = await Verdict.findOne({ projectId: project._id, decision: 'approved' }, { revision: 1 })
    .sort({ _id: -1 })
    .lean<VerdictRecord>();
  return {
    ...{ title, summary, writeUp, build, repoUrl, repoPath, demoUrl, stack, hours, startedOn, finishedOn },
    brief: briefs.find(({ id }) => id === project.briefId)?.title ?? null,
    learner: await learnerOf(shown),
    topics: await topicsOf(deps, shown),
    images: ((await listSeen(deps, project, anyone, now)) ?? []).map(({ name, address, width, height }) => ({
      ...{ name, address, width, height },
    })),
    revision: project.revisions ?? null,
    approvedRevision: approved?.revision ?? null,
  };
}
