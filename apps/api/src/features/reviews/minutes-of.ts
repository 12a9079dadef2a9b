import { ownPace, type ReviewFacts, requirementsOf, reviewMinutes } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { ReviewEventEntry, type ReviewEventRecord, type ReviewRecord } from './reviews.model.js';
import { Revision, type RevisionRecord } from './revisions.model.js';
import { Verdict, type VerdictRecord } from './verdicts.model.js';

const lastAnswers = 50;
const minuteMs = 60_000;

export type Lasting = Pick<Deps, 'roadmaps'>;

function factsOf(
  { roadmaps }: Lasting,
  { covers, briefId }: RevisionRecord['snapshot'],
  isLater: boolean,
): ReviewFacts {
  return { topics: covers.length, requirements: requirementsOf(roadmaps, briefId).length, isLater };
}

/** How much longer than others a reviewer takes, by what they answered last. */
async function paceOf(reviewerId: string): Promise<number> {
  const given = await Verdict.find({ reviewerId }, { work: 1 })
    .sort({ at: -1 })
    .limit(lastAnswers)
    .lean<Pick<VerdictRecord, 'work'>[]>();
  return ownPace(given.flatMap(({ work }) => (work ? [{ ...work, tookMinutes: work.tookMs / minuteMs }] : [])));
}

/** About how many minutes each of these reviews takes a reviewer, by its id. */
export async function minutesOf(
  deps: Lasting,
  reviewerId: string,
  reviews: readonly ReviewRecord[],
): Promise<ReadonlyMap<string, number>> {
  if (reviews.length === 0) return new Map();
  const pace = await paceOf(reviewerId);
  const projectId = mongoose.trusted({ $in: reviews.map((review) => review.projectId) });
  const judged = new Set((await Verdict.distinct('projectId', { projectId })).map(String));
  const shown = await Revision.find(
    { $or: reviews.map((review) => ({ projectId: review.projectId, number: review.revision })) },
    { projectId: 1, 'snapshot.covers': 1, 'snapshot.briefId': 1 },
  ).lean<RevisionRecord[]>();
  const facts = new Map(
    shown.map((each) => [String(each.projectId), factsOf(deps, each.snapshot, judged.has(String(each.projectId)))]),
  );
  const nothing: ReviewFacts = { topics: 0, requirements: 0, isLater: false };
  return new Map(
    reviews.map((review) => [String(review._id), reviewMinutes(facts.get(String(review.projectId)) ?? nothing, pace)]),
  );
}

/** What there was to look at in a revision, and how long ago its reviewer took it on; before this answer to it is kept. */
export async function workOn(
  deps: Lasting,
  { reviewId, projectId, snapshot }: RevisionRecord,
  reviewerId: string,
  now: Date,
): Promise<NonNullable<VerdictRecord['work']>> {
  const isLater = (await Verdict.exists({ projectId })) !== null;
  const claim = await ReviewEventEntry.findOne({ reviewId, kind: 'claim', actorId: reviewerId })
    .sort({ place: -1 })
    .lean<ReviewEventRecord>();
  return { ...factsOf(deps, snapshot, isLater), tookMs: now.getTime() - (claim?.at ?? now).getTime() };
}
