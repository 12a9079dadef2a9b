import { addDays, isOnTheWay, type PublicPage, type Roadmap, weekOf } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { listActivity } from '../activity/list-activity.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { topicAt } from '../progress/way-of.js';
import { ProjectPage, type ProjectPageRecord } from '../project-pages/project-pages.model.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import type { Published } from './find-published.js';

const weeksShown = 26;

interface Walked {
  roadmap: Roadmap;
  record: EnrolmentRecord;
}

/** The chosen roadmaps that the learner follows still, in the order in which they were chosen. */
export async function findChosenWays(
  deps: Pick<Deps, 'roadmaps'>,
  learnerId: string,
  slugs: readonly string[],
): Promise<Walked[]> {
  const found = await Enrolment.find({
    learnerId,
    roadmap: mongoose.trusted({ $in: slugs }),
    leftAt: null,
  }).lean<EnrolmentRecord[]>();
  return slugs.flatMap((slug) => {
    const roadmap = deps.roadmaps.get(slug);
    const record = found.find((each) => each.roadmap === slug);
    return roadmap && record ? [{ roadmap, record }] : [];
  });
}

/** The chosen projects that are `public` at this moment: one that was taken back is gone with the next request. */
async function findChosenProjects(learnerId: string, ids: readonly string[]): Promise<ProjectRecord[]> {
  const found = await Project.find({
    _id: mongoose.trusted({ $in: ids.map((id) => new mongoose.Types.ObjectId(id)) }),
    learnerId,
    visibility: 'public',
    isArchived: mongoose.trusted({ $ne: true }),
  })
    .select({ writeUp: 0 })
    .lean<ProjectRecord[]>();
  return ids.flatMap((id) => found.find(({ _id }) => String(_id) === id) ?? []);
}

function roadmapOf({ roadmap, record }: Walked): PublicPage['roadmaps'][number] {
  const { required, done, shown, confirmed, percent, stages } = record.summary;
  return {
    slug: roadmap.slug,
    title: roadmap.title,
    counts: { required, done, shown, confirmed, percent },
    stages: roadmap.stages.flatMap(({ id, title }) => {
      const counts = stages[id];
      return counts ? [{ id, title, ...counts }] : [];
    }),
  };
}

function proofOf({ roadmap, record }: Walked, projects: readonly ProjectRecord[]): PublicPage['proof'][number] {
  const finished = projects.filter(({ build }) => build === 'finished');
  const covers = (project: ProjectRecord, topicId: string) =>
    project.covers.some((cover) => cover.roadmap === roadmap.slug && cover.topicId === topicId);
  const topics = roadmap.topics.flatMap(({ id, title, ordinal }) => {
    const { proof } = topicAt(record, ordinal);
    if ((proof !== 'shown' && proof !== 'confirmed') || !isOnTheWay(roadmap, record.choices, id)) return [];
    const showing = finished.filter((project) => covers(project, id));
    return [
      {
        ...{ id, title, proof },
        projects: showing.map((project) => ({ title: project.title, url: project.repoUrl ?? project.demoUrl })),
      },
    ];
  });
  return { roadmap: roadmap.slug, title: roadmap.title, topics };
}

/** The keys of the pages that these projects have, by project. */
async function findPages(projects: readonly ProjectRecord[]): Promise<ReadonlyMap<string, string>> {
  const found = await ProjectPage.find({
    _id: mongoose.trusted({ $in: projects.map(({ _id }) => _id) }),
  }).lean<ProjectPageRecord[]>();
  return new Map(found.map(({ _id, key }) => [String(_id), key]));
}

function projectOf(
  deps: Pick<Deps, 'roadmaps'>,
  project: ProjectRecord,
  page: string | null,
): PublicPage['projects'][number] {
  const { title, summary, build, repoUrl, repoPath, demoUrl, stack, finishedOn } = project;
  const covers = project.covers.flatMap(({ roadmap, topicId, where }) => {
    const topic = deps.roadmaps.get(roadmap)?.topics.find(({ id }) => id === topicId);
    return topic ? [{ roadmap, topicId, title: topic.title, where }] : [];
  });
  return { page, title, summary, build, repoUrl, repoPath, demoUrl, stack, finishedOn, covers };
}

/** Half a year up to the day that it is in UTC: the learner's own would tell where on earth they are. */
async function calendarOf(learnerId: string, now: Date): Promise<PublicPage['calendar']> {
  const to = now.toISOString().slice(0, 10);
  const from = addDays(weekOf(to), -7 * (weeksShown - 1));
  const { days } = await listActivity({ learnerId, from, to, limit: 1 });
  return { from, to, days };
}

/** What of a learner leaves, and nothing beside it: what was not chosen is not even read. */
export async function writePublicPage(
  deps: Pick<Deps, 'roadmaps'>,
  { learner, choices }: Published,
  now: Date,
): Promise<PublicPage> {
  const { roadmaps, proof, calendar, projects } = choices.sections;
  const [ways, shown] = await Promise.all([
    findChosenWays(deps, learner.id, roadmaps),
    findChosenProjects(learner.id, projects),
  ]);
  const pages = await findPages(shown);
  return {
    handle: learner.handle,
    name: learner.name,
    about: choices.about,
    roadmaps: ways.map(roadmapOf),
    proof: proof ? ways.map((way) => proofOf(way, shown)) : [],
    calendar: calendar ? await calendarOf(learner.id, now) : null,
    projects: shown.map((project) => projectOf(deps, project, pages.get(String(project._id)) ?? null)),
  };
}
