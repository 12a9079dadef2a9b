import { type Help, type HelpAbout, mentorSeesProject, reopenUntil } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { findPeople, formerMember } from '../accounts/find-people.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import type { HelpRecord } from './help.model.js';

type Known = Pick<Deps, 'roadmaps'>;
type Seen = Pick<ProjectRecord, '_id' | 'title' | 'visibility'>;
/** Who asks: its learner sees all of it, a mentor what is not private. */
type Reader = { isLearner: boolean; now: Date };

const seesProjects = { progress: false, activity: false, notes: false, projects: true };

async function findProjects(records: readonly HelpRecord[]): Promise<ReadonlyMap<string, Seen>> {
  const ids = records.flatMap(({ projectId }) => projectId ?? []);
  if (ids.length === 0) return new Map();
  const found = await Project.find({ _id: mongoose.trusted({ $in: ids }) }, { title: 1, visibility: 1 }).lean<Seen[]>();
  return new Map(found.map((project) => [String(project._id), project]));
}

/** The topic by its present name; one that its roadmap has no more keeps the one that it had. */
function topicOf({ roadmaps }: Known, { roadmap, ordinal, topicId }: HelpRecord) {
  const topic = roadmaps.get(roadmap ?? '')?.topics.find((each) => each.ordinal === ordinal);
  return { id: topic?.id ?? topicId ?? '', title: topic?.title ?? topicId ?? '' };
}

function aboutOf(
  known: Known,
  help: HelpRecord,
  projects: ReadonlyMap<string, Seen>,
  isLearner: boolean,
): { about: HelpAbout; title: string } | null {
  if (help.projectId === null) {
    const { id, title } = topicOf(known, help);
    return { about: { kind: 'topic', roadmap: help.roadmap ?? '', topicId: id }, title };
  }
  const project = projects.get(String(help.projectId));
  if (!project || !(isLearner || mentorSeesProject(project, seesProjects))) return null;
  return { about: { kind: 'project', projectId: String(help.projectId) }, title: project.title };
}

/** What is about a project that the reader may not see, or that is gone, is left out. */
export async function helpAnswers(known: Known, records: readonly HelpRecord[], reader: Reader): Promise<Help[]> {
  const people = await findPeople(
    records.flatMap(({ learnerId, closedBy }) => [learnerId, ...(closedBy ? [closedBy] : [])]),
  );
  const projects = await findProjects(records);
  return records.flatMap((help) => {
    const about = aboutOf(known, help, projects, reader.isLearner);
    if (!about) return [];
    const { _id, learnerId, sentence, askedAt, day, closedAt, closedBy, closedWords } = help;
    return {
      id: String(_id),
      learner: people.get(String(learnerId)) ?? formerMember(learnerId),
      ...about,
      ...{ sentence, askedAt: askedAt.toISOString(), day },
      closed: closedAt && { at: closedAt.toISOString(), by: people.get(String(closedBy)) ?? null, words: closedWords },
      reopenUntil: reopenUntil(closedAt, reader.now)?.toISOString() ?? null,
    };
  });
}
