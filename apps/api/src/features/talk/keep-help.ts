import { type Help, type HelpAbout, mentorSeesProject, reopenableSince } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { getView } from '../mentoring/get-view.js';
import { getEnrolment } from '../progress/find-enrolment.js';
import { touchEnrolment } from '../progress/save-enrolment.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { getTopic } from '../roadmaps/find-topic.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { type HelpRecord, HelpRequest } from './help.model.js';
import { helpAnswers } from './help-answer.js';
import { helpChanged } from './help-changed.js';
import { findHelpers } from './refresh-helpers.js';
import { tellOfHelp } from './tell-of-talk.js';

interface Asking {
  learnerId: string;
  about: HelpAbout;
  sentence: string;
  today: string;
  now: Date;
}

type Thing = Pick<HelpRecord, 'roadmap' | 'ordinal' | 'topicId' | 'projectId'>;

/** What it is about, if it is theirs: a topic of a way that they walk, or a project of which mentors may know. */
async function getThing(deps: Deps, learnerId: string, about: HelpAbout): Promise<Thing> {
  if (about.kind === 'topic') {
    const roadmap = getRoadmap(deps, about.roadmap);
    const { ordinal, id: topicId } = getTopic(roadmap, about.topicId);
    const enrolment = await getEnrolment(learnerId, roadmap.slug);
    // Who is asked follows from its grants: a new one meets this here, and one of the two runs again.
    await touchEnrolment(enrolment._id);
    return { roadmap: roadmap.slug, ordinal, topicId, projectId: null };
  }
  const project = await Project.findOne({ _id: about.projectId, learnerId }, { visibility: 1 }).lean<ProjectRecord>();
  if (!project) throw new Problem('not-found');
  if (project.visibility === 'private') throw new Problem('project-private');
  return { roadmap: null, ordinal: null, topicId: null, projectId: project._id };
}

async function answerOf(deps: Deps, help: HelpRecord, isLearner: boolean, now: Date): Promise<Help> {
  const [answer] = await helpAnswers(deps, [help], { isLearner, now });
  if (!answer) throw new Problem('not-found');
  return answer;
}

async function refuseSecond(thing: Thing & { learnerId: string }): Promise<void> {
  const { learnerId, roadmap, ordinal, projectId } = thing;
  if (await HelpRequest.exists({ learnerId, roadmap, ordinal, projectId, closedAt: null })) {
    throw new Problem('help-open');
  }
}

/** Asks for help, inside the caller's transaction. One request is open for each topic and project. */
export async function askForHelp(deps: Deps, { learnerId, about, sentence, today, now }: Asking): Promise<Help> {
  const thing = await getThing(deps, learnerId, about);
  const told = await findHelpers({ learnerId, ...thing });
  if (told.length === 0) throw new Problem('nobody-to-ask');
  await refuseSecond({ learnerId, ...thing });
  const [made] = await HelpRequest.create([{ learnerId, ...thing, sentence, askedAt: now, day: today, told }]);
  if (!made) throw new Error('the request was not kept');
  const asked = made.toObject() as HelpRecord;
  await tellOfHelp(asked, 'asked-for-help', { actorId: learnerId, now });
  await helpChanged(learnerId, now);
  return answerOf(deps, asked, true, now);
}

/** One that is the viewer's own, or that they see as a mentor at this moment; else there is nothing here. */
export async function getHelp(id: string, viewerId: string): Promise<HelpRecord> {
  const help = await HelpRequest.findOne({ _id: id }).lean<HelpRecord>();
  if (!help) throw new Problem('not-found');
  if (String(help.learnerId) === viewerId) return help;
  if (help.projectId === null) {
    await getView(viewerId, String(help.learnerId), { roadmap: help.roadmap ?? undefined, scope: 'progress' });
    return help;
  }
  const project = await Project.findOne({ _id: help.projectId }, { visibility: 1 }).lean<ProjectRecord>();
  const [sees] = (await findHelpers(help)).filter((mentorId) => String(mentorId) === viewerId);
  const consent = { progress: false, activity: false, notes: false, projects: sees !== undefined };
  if (!project || !mentorSeesProject(project, consent)) throw new Problem('not-found');
  return help;
}

interface Closing {
  viewerId: string;
  words: string;
  now: Date;
}

/** Closes it, by either side; of two at once one does. */
export async function closeHelp(deps: Deps, id: string, { viewerId, words, now }: Closing): Promise<Help> {
  const help = await getHelp(id, viewerId);
  const closed = await HelpRequest.findOneAndUpdate(
    { _id: help._id, closedAt: null },
    { $set: { closedAt: now, closedBy: new mongoose.Types.ObjectId(viewerId), closedWords: words } },
    { returnDocument: 'after' },
  ).lean<HelpRecord>();
  if (!closed) throw new Problem('help-closed');
  await tellOfHelp(closed, 'help-closed', { actorId: viewerId, now });
  await helpChanged(help.learnerId, now);
  return answerOf(deps, closed, String(help.learnerId) === viewerId, now);
}

/** Opens a request of the learner's again that was closed less than a week ago; it waits since it was asked. */
export async function reopenHelp(deps: Deps, id: string, learnerId: string, now: Date): Promise<Help> {
  const recently = mongoose.trusted({ $gt: reopenableSince(now) });
  const before = await HelpRequest.findOne({ _id: id, learnerId, closedAt: recently }).lean<HelpRecord>();
  if (!before) throw new Problem('not-found');
  await refuseSecond({ ...before, learnerId });
  const told = await findHelpers(before);
  const again = await HelpRequest.findOneAndUpdate(
    { _id: id, learnerId, closedAt: recently },
    { $set: { closedAt: null, closedBy: null, closedWords: '', told } },
    { returnDocument: 'after' },
  ).lean<HelpRecord>();
  if (!again) throw new Problem('not-found');
  await tellOfHelp(again, 'asked-for-help', { actorId: learnerId, now });
  await helpChanged(learnerId, now);
  return answerOf(deps, again, true, now);
}
