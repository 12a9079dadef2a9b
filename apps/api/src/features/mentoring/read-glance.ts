import { type Glance, type GlanceFigures, glanceFigures, leastInFigures, type Roadmap } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { DeadLink } from '../rooms/dead-links.model.js';
import { getMentored } from './get-cohort.js';
import { Grant, type GrantRecord } from './grants.model.js';
import { told } from './told-now.js';

type Row = Pick<GrantRecord, 'learnerId' | 'consent' | 'entry' | 'quieted'>;

interface Act {
  cohortId: string;
  mentorId: string;
  today: string;
}

const entryFields = ['counts.percent', 'attention', 'pauses', 'outlook'].map((field) => [`entry.${field}`, 1]);
const fields = { learnerId: 1, consent: 1, quieted: 1, ...Object.fromEntries(entryFields) };

/** A cohort in figures, of those who share with this mentor: from the stored rows of its roster, in one read of them. */
export async function readGlance(deps: Deps, { cohortId, mentorId, today }: Act): Promise<Glance> {
  const cohort = await getMentored(cohortId, mentorId);
  const rows = await Grant.find({ cohortId: cohort._id, mentorId, isLive: true }, fields).lean<Row[]>();
  const sharing = rows.filter(({ consent }) => consent.progress);
  const learners = { learners: rows.length, sharing: sharing.length };
  if (sharing.length < leastInFigures) return { ...learners, figures: null };
  const figures = glanceFigures(
    sharing.map((row) => ({
      percent: row.entry.counts?.percent ?? null,
      told: told.toMentor(row, today) ?? [],
      outlook: row.entry.outlook,
    })),
    today,
  );
  const roadmap = getRoadmap(deps, cohort.roadmap);
  const deadLinks = await findDeadLinks(roadmap, sharing);
  return { ...learners, figures: { ...figures, deadLinks, deadProjects: countDeadProjects(rows, today) } };
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

function countDeadProjects(rows: readonly Row[], today: string): number {
  const dead = rows.flatMap((row) => told.toMentor(row, today) ?? []).filter(({ reason }) => reason === 'dead-link');
  return new Set(dead.map(({ project }) => project?.id)).size;
}
