import { dayIn, graceUntil, type HelpFacts, isSubmitted, type ProjectFacts } from '@waymark/contract';
import mongoose from 'mongoose';
import { ProjectLinks } from '../links/links.model.js';
import { findZones } from '../progress/learner-day.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { Review, type ReviewRecord } from '../reviews/reviews.model.js';
import { findOpenHelp, type OpenHelp } from '../talk/find-open-help.js';

type Id = mongoose.Types.ObjectId;

/** What needs attention beside the way itself, as it is stored with an enrolment. */
export interface Concerns {
  projects: ProjectFacts[];
  help: HelpFacts[];
}

export const noConcerns: Concerns = { projects: [], help: [] };

/** With the roadmaps that the project names. */
type KnownProject = ProjectFacts & { roadmaps: readonly string[] };

/** Since when changes wait for their learner, by project. */
async function findUnanswered(learnerIds: readonly Id[]): Promise<ReadonlyMap<string, Date>> {
  const found = await Review.find(
    { learnerId: mongoose.trusted({ $in: learnerIds }), isOpen: true, state: 'changes_requested', ballWith: 'learner' },
    { projectId: 1, ballSince: 1 },
  ).lean<Pick<ReviewRecord, 'projectId' | 'ballSince'>[]>();
  return new Map(found.map(({ projectId, ballSince }) => [String(projectId), ballSince]));
}

/** Since when a link of theirs is dead, by project. */
async function findDead(learnerIds: readonly Id[]): Promise<ReadonlyMap<string, Date>> {
  const found = await ProjectLinks.find(
    { learnerId: mongoose.trusted({ $in: learnerIds }), deadSince: mongoose.trusted({ $type: 'date' }) },
    { deadSince: 1 },
  ).lean();
  return new Map(found.flatMap(({ _id, deadSince }) => (deadSince ? [[String(_id), deadSince] as const] : [])));
}

async function findProjects(learnerIds: readonly Id[]): Promise<ReadonlyMap<string, readonly KnownProject[]>> {
  const unanswered = await findUnanswered(learnerIds);
  const dead = await findDead(learnerIds);
  const ids = [...new Set([...unanswered.keys(), ...dead.keys()])];
  if (ids.length === 0) return new Map();
  const fields = { learnerId: 1, title: 1, covers: 1, visibility: 1, revisions: 1, isArchived: 1 };
  const found = await Project.find({ _id: mongoose.trusted({ $in: ids }) }, fields).lean<ProjectRecord[]>();
  const submitted = found.filter(isSubmitted);
  const zones = await findZones(submitted.map(({ learnerId }) => learnerId));
  const byLearner = new Map<string, KnownProject[]>();
  for (const { _id, learnerId, title, covers } of submitted) {
    const [id, learner] = [String(_id), String(learnerId)];
    const dayOf = (at: Date | null | undefined) => (at ? dayIn(zones.get(learner) ?? 'UTC', at) : null);
    const known = {
      project: { id, title },
      changesSince: dayOf(unanswered.get(id)),
      graceEnded: dayOf(graceUntil({ state: 'dead', deadSince: dead.get(id) ?? null })),
      roadmaps: covers.map(({ roadmap }) => roadmap),
    };
    byLearner.set(learner, [...(byLearner.get(learner) ?? []), known]);
  }
  return byLearner;
}

/** A project belongs to the roadmaps that it names; one that names none to all. */
const isAbout = (roadmap: string) => (project: Pick<KnownProject, 'roadmaps'>) =>
  project.roadmaps.length === 0 || project.roadmaps.includes(roadmap);

const isHelpOn = (roadmap: string) => (help: OpenHelp) =>
  help.project ? isAbout(roadmap)(help.project) : help.roadmap === roadmap;

function helpFacts({ _id, sentence, day, topicId, project }: OpenHelp): HelpFacts {
  const about = project && { project: { id: project.id, title: project.title } };
  return { id: String(_id), sentence, askedOn: day, topicId, ...about };
}

/**
 * What of these learners needs attention, or will, beside the way itself: by learner and roadmap, in at most five reads,
 * however many they are. Private projects are not in it, nor what was put away.
 */
export async function findConcerns(learnerIds: readonly Id[]): Promise<(learnerId: Id, roadmap: string) => Concerns> {
  const projects = learnerIds.length > 0 ? await findProjects(learnerIds) : new Map<string, KnownProject[]>();
  const help = await findOpenHelp(learnerIds);
  return (learnerId, roadmap) => ({
    projects: (projects.get(String(learnerId)) ?? [])
      .filter(isAbout(roadmap))
      .map(({ roadmaps: _, ...facts }) => facts)
      .toSorted((a, b) => (a.project.id < b.project.id ? -1 : 1)),
    help: help
      .filter((each) => String(each.learnerId) === String(learnerId))
      .filter(isHelpOn(roadmap))
      .map(helpFacts),
  });
}

/** The same of one learner on one roadmap. */
export async function concernsOn(learnerId: Id, roadmap: string): Promise<Concerns> {
  return (await findConcerns([learnerId]))(learnerId, roadmap);
}
