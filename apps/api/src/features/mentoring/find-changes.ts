import { type ChangeFacts, changesSince, coversTopic, firstDayAfter, type LearnerDashboard } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Activity } from '../activity/activity.model.js';
import { Review, type ReviewRecord } from '../reviews/reviews.model.js';
import { Verdict, type VerdictRecord } from '../reviews/verdicts.model.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { findSaid } from '../talk/find-said.js';

type Shown = Pick<LearnerDashboard, 'consent' | 'enrolment' | 'attention' | 'activity' | 'projects'>;

interface Asked {
  learnerId: string;
  mentorId: string;
  roadmap: string;
  since: Date;
  /** Whatever needs attention is news. */
  isFirst?: boolean;
}

interface Moved {
  _id: unknown;
  from?: string;
  to?: string;
  at: Date;
}

const mostReviews = 500;

/** What changed since then of what a dashboard shows: nothing that it does not, so the consent holds here as well. */
export async function findChanges(deps: Deps, shown: Shown, asked: Asked) {
  const { since, isFirst = false, learnerId } = asked;
  const roadmap = getRoadmap(deps, asked.roadmap);
  const [topics, projects, said] = await Promise.all([
    shown.enrolment ? moved(asked, 'topicId', asked.roadmap) : [],
    shown.enrolment || shown.projects ? moved(asked, 'projectId') : [],
    findSaid({ learnerId, roadmap, since, consent: shown.consent }),
  ]);
  const reviews = await reviewsOf(asked);
  const named = new Map((shown.projects ?? []).map(({ id, title }) => [id, { id, title }]));
  const ofProject = <T extends { projectId: unknown }>(all: readonly T[]) =>
    all.flatMap((each) => {
      const project = named.get(String(each.projectId));
      return project ? [{ ...each, project }] : [];
    });
  const facts: ChangeFacts = {
    topics: shown.enrolment?.topics ?? null,
    before: new Map(topics.map(({ _id, from }) => [String(_id), from ?? 'not_started'])),
    proofs: shown.enrolment ? [...shownSince(deps, shown, projects, asked), ...confirmedSince(reviews, asked)] : [],
    projects: ofProject(projects.map(({ _id, ...each }) => ({ ...each, projectId: _id }))).flatMap(
      ({ project, from, to, at }) => (to ? [{ project, from: from ?? null, to, at: at.toISOString() }] : []),
    ),
    asked: ofProject(reviews.asked).map(({ _id, project, requestedAt }) => ({
      ...{ reviewId: String(_id), project, at: requestedAt.toISOString() },
    })),
    answered: ofProject(reviews.verdicts).map(({ reviewId, project, decision, at }) => ({
      ...{ reviewId: String(reviewId), project, decision, at: at.toISOString() },
    })),
    help: [
      ...said.help
        .filter(({ projectId, topicId }) => !projectId && topicId)
        .map(({ topicId, askedAt }) => ({ topicId, project: null, at: askedAt.toISOString() })),
      ...ofProject(said.help).map(({ project, askedAt }) => ({ topicId: null, project, at: askedAt.toISOString() })),
    ],
    comments: said.comments,
    notes: said.notes,
    attention: shown.attention,
    activeDays: shown.activity?.days.map(({ day }) => day) ?? null,
  };
  return changesSince(facts, since.toISOString(), { isFirst });
}

/** Of each topic or project the state before its first act since then, the state after the last, and when that was. */
function moved({ learnerId, since }: Asked, by: 'topicId' | 'projectId', roadmap?: string): Promise<Moved[]> {
  return Activity.aggregate<Moved>([
    {
      $match: {
        learnerId: new mongoose.Types.ObjectId(learnerId),
        kind: by === 'topicId' ? 'topic' : 'project',
        $or: [
          {
            day: mongoose.trusted({ $gte: firstDayAfter(since.toISOString()) }),
            at: mongoose.trusted({ $gt: since }),
          },
          { arrivedAt: mongoose.trusted({ $gt: since }) },
        ],
        ...(roadmap && { roadmap }),
      },
    },
    { $sort: { at: 1, _id: 1 } },
    // A missing field is left out of `$first`, so that what begins here has no state before.
    { $group: { _id: `$${by}`, from: { $first: '$from' }, to: { $last: '$to' }, at: { $last: '$at' } } },
  ]).exec();
}

async function reviewsOf({ learnerId, mentorId }: Asked) {
  const [open, verdicts] = await Promise.all([
    Review.find({ learnerId }, { projectId: 1, requestedAt: 1, told: 1, heldBy: 1 })
      .sort({ isOpen: -1, ballSince: -1 })
      .limit(mostReviews)
      .lean<Pick<ReviewRecord, '_id' | 'projectId' | 'requestedAt' | 'told' | 'heldBy'>[]>(),
    Verdict.find({ learnerId })
      .select({ reviewId: 1, projectId: 1, reviewerId: 1, at: 1, decision: 1, topics: 1 })
      .sort({ at: -1 })
      .limit(mostReviews)
      .lean<VerdictRecord[]>(),
  ]);
  // Others' reviews are theirs: a mentor reads of those that they were asked for or hold.
  const asked = open.filter(({ told, heldBy }) => heldBy === mentorId || told.includes(mentorId));
  const known = new Set(asked.map(({ _id }) => String(_id)));
  return { asked, verdicts: verdicts.filter(({ reviewId }) => known.has(String(reviewId))), all: verdicts };
}

/** The topics that no project showed before: each that covers them was finished since then. */
function shownSince(deps: Deps, { enrolment, projects }: Shown, acts: readonly Moved[], { roadmap }: Asked) {
  const finished = new Map(
    acts.filter(({ from, to }) => to === 'finished' && from !== 'finished').map(({ _id, at }) => [String(_id), at]),
  );
  const cards = (projects ?? []).filter(({ build }) => build === 'finished');
  return getRoadmap(deps, roadmap).topics.flatMap((topic) => {
    if (!enrolment?.topics[topic.id]?.proof) return [];
    const covering = cards.filter((project) => coversTopic(project, roadmap, topic));
    const times = covering.map(({ id }) => finished.get(id));
    const [first] = times.flatMap((at) => at ?? []).sort((a, b) => a.getTime() - b.getTime());
    const isNew = first && times.every((at) => at !== undefined);
    return isNew ? [{ topicId: topic.id, to: 'shown' as const, at: first.toISOString() }] : [];
  });
}

/** The topics of this roadmap that a verdict met since then, and none before. */
function confirmedSince({ all }: { all: readonly VerdictRecord[] }, { roadmap }: Asked) {
  const first = new Map<string, Date>();
  for (const { at, topics } of all) {
    for (const each of topics) if (each.roadmap === roadmap && each.verdict === 'met') first.set(each.topicId, at);
  }
  return [...first].map(([topicId, at]) => ({ topicId, to: 'confirmed' as const, at: at.toISOString() }));
}
