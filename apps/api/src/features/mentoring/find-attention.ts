import { type Attention, attentionDue, oldestFirst, projectAttention } from '@waymark/contract';
import mongoose from 'mongoose';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { planOf } from '../progress/way-of.js';
import { findProjectFacts, type KnownProject } from './find-project-facts.js';
import type { GrantRecord } from './grants.model.js';

type Row = Pick<GrantRecord, 'learnerId' | 'enrolmentId' | 'roadmap' | 'consent' | 'entry'>;
type Walk = Pick<EnrolmentRecord, '_id' | 'plan' | 'startedOn' | 'summary'>;

/** A project belongs to the roadmaps that it names; one that names none to all. */
const isAbout = (roadmap: string) => (project: KnownProject) =>
  project.roadmaps.length === 0 || project.roadmaps.includes(roadmap);

function ofProjects(walk: Walk, projects: readonly KnownProject[], today: string): Attention[] {
  const plan = planOf(walk);
  const { startedOn, summary } = walk;
  return attentionDue(
    projectAttention({ plan, startedOn, hoursLeft: summary.hoursLeft }, projects),
    today,
    plan.pauses,
  );
}

/**
 * What needs attention today in each of these rows, as far as its consent reaches: the stored reasons are progress, and of
 * a project only who sees the projects is told. `null`: neither is shared. At most five reads, however many rows.
 */
export async function findAttention(rows: readonly Row[], today: string, now: Date): Promise<(Attention[] | null)[]> {
  const showing = rows.filter(({ consent }) => consent.projects);
  const facts = await findProjectFacts(
    showing.map(({ learnerId }) => learnerId),
    now,
  );
  const concerned = showing.filter(({ learnerId }) => facts.has(String(learnerId)));
  const walks = new Map<string, Walk>();
  if (concerned.length > 0) {
    const ids = mongoose.trusted({ $in: concerned.map(({ enrolmentId }) => enrolmentId) });
    const found = await Enrolment.find({ _id: ids }, { plan: 1, startedOn: 1, summary: 1 }).lean<Walk[]>();
    for (const walk of found) walks.set(String(walk._id), walk);
  }
  return rows.map(({ learnerId, enrolmentId, roadmap, consent, entry }) => {
    const stored = entry.attention && attentionDue(entry.attention, today, entry.pauses);
    if (!consent.projects) return stored;
    const walk = walks.get(String(enrolmentId));
    const projects = facts.get(String(learnerId))?.filter(isAbout(roadmap)) ?? [];
    return [...(stored ?? []), ...(walk ? ofProjects(walk, projects, today) : [])].sort(oldestFirst);
  });
}
