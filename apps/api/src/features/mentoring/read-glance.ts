import { type Glance, type GlanceFigures, glanceFigures, leastInFigures, type Roadmap } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { DeadLink } from '../rooms/dead-links.model.js';
import { findProjectFacts } from './find-project-facts.js';
import { getMentored } from './get-cohort.js';
import { Grant, type GrantRecord } from './grants.model.js';

type Row = Pick<GrantRecord, 'learnerId' | 'consent' | 'entry'>;

interface Act {
  cohortId: string;
  mentorId: string;
  today: string;
  now: Date;
}

/** A cohort in figures, of those who share with this mentor: one read of the stored rows, however the figures are made. */
export async function readGlance(deps: Deps, { cohortId, mentorId, today, now }: Act): Promise<Glance> {
  const cohort = await getMentored(cohortId, mentorId);
  const rows = await Grant.find(
    { cohortId: cohort._id, mentorId, isLive: true },
    {
      ...{ learnerId: 1, consent: 1, 'entry.counts.percent': 1 },
      ...{ 'entry.attention': 1, 'entry.pauses': 1, 'entry.outlook': 1 },
    },
  ).lean<Row[]>();
  const sharing = rows.filter(({ consent }) => consent.progress);
  const learners = { learners: rows.length, sharing: sharing.length };
  if (sharing.length < leastInFigures) return { ...learners, figures: null };
  const figures = glanceFigures(
    sharing.map(({ entry: { counts, attention, pauses = [], outlook } }) => ({
      ...{ percent: counts?.percent ?? null, attention: attention ?? [], pauses, outlook },
    })),
    today,
  );
  const roadmap = getRoadmap(deps, cohort.roadmap);
  const deadLinks = await findDeadLinks(roadmap, sharing);
  return { ...learners, figures: { ...figures, deadLinks, deadProjects: await countDeadProjects(roadmap, rows, now) } };
}

const mostLinks = 10;

interface Group {
  _id: { ordinal: number; resourceId: string; url: string };
  reports: number;
}

/** What these learners reported and no owner has put away, as long as the roadmap still names it. */
async function findDeadLinks(roadmap: Roadmap, rows: readonly Row[]): Promise<GlanceFigures['deadLinks']> {
  const groups = await DeadLink.aggregate<Group>([
    { $match: { learnerId: { $in: rows.map((row) => row.learnerId) }, roadmap: roadmap.slug, dismissedAt: null } },
    { $group: { _id: { ordinal: '$ordinal', resourceId: '$resourceId', url: '$url' }, reports: { $sum: 1 } } },
    { $sort: { reports: -1, '_id.ordinal': 1, '_id.resourceId': 1 } },
  ]);
  const found = groups.flatMap(({ _id, reports }) => {
    const topic = roadmap.topics.find(({ ordinal }) => ordinal === _id.ordinal);
    const resource = topic?.resources.find(({ id, url }) => id === _id.resourceId && url === _id.url);
    if (!topic || !resource) return [];
    const { id: resourceId, title, url } = resource;
    return [{ topicId: topic.id, resourceId, title, url, reports }];
  });
  return found.slice(0, mostLinks);
}

async function countDeadProjects({ slug }: Roadmap, rows: readonly Row[], now: Date): Promise<number> {
  const showing = rows.filter(({ consent }) => consent.projects).map((row) => row.learnerId);
  const facts = await findProjectFacts(showing, now);
  const dead = [...facts.values()].flat().filter(({ graceEnded }) => graceEnded !== null);
  return dead.filter(({ roadmaps }) => roadmaps.length === 0 || roadmaps.includes(slug)).length;
}
