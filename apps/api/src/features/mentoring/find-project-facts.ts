import { dayIn, graceOverSince, graceUntil, isSubmitted, type ProjectFacts } from '@waymark/contract';
import mongoose from 'mongoose';
import { ProjectLinks } from '../links/links.model.js';
import { findZones } from '../progress/learner-day.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { asOf } from '../reviews/keep-review.js';
import { Review, type ReviewRecord } from '../reviews/reviews.model.js';

type Id = mongoose.Types.ObjectId;

/** With the roadmaps that the project names. */
export type KnownProject = ProjectFacts & { roadmaps: readonly string[] };

/** Since when changes wait for their learner, by project. Whatever of it time has ended is not among them. */
async function findUnanswered(learnerIds: readonly Id[], now: Date): Promise<ReadonlyMap<string, Date>> {
  const found = await Review.find({
    learnerId: mongoose.trusted({ $in: learnerIds }),
    isOpen: true,
    state: 'changes_requested',
  }).lean<ReviewRecord[]>();
  const waiting = found
    .map((review) => asOf(review, now))
    .filter(({ state, ballWith }) => state === 'changes_requested' && ballWith === 'learner');
  return new Map(waiting.map(({ projectId, ballSince }) => [String(projectId), ballSince]));
}

/** Since when a link is dead of which the grace is over, by project. */
async function findDead(learnerIds: readonly Id[], now: Date): Promise<ReadonlyMap<string, Date>> {
  const found = await ProjectLinks.find(
    { learnerId: mongoose.trusted({ $in: learnerIds }), deadSince: mongoose.trusted({ $lte: graceOverSince(now) }) },
    { deadSince: 1 },
  ).lean();
  return new Map(found.flatMap(({ _id, deadSince }) => (deadSince ? [[String(_id), deadSince] as const] : [])));
}

/**
 * What of these learners' projects may need attention, by learner: at most four reads, however many they are. Private
 * projects are not among them, nor what was put away.
 */
export async function findProjectFacts(
  learnerIds: readonly Id[],
  now: Date,
): Promise<ReadonlyMap<string, readonly KnownProject[]>> {
  if (learnerIds.length === 0) return new Map();
  const unanswered = await findUnanswered(learnerIds, now);
  const dead = await findDead(learnerIds, now);
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
