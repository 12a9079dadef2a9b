import { actOfDecision, requirementsOf, type Verdict as VerdictWords } from '@waymark/contract';
import type { z } from 'zod';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { refreshProofs } from '../projects/change-projects.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { type OnReview, openReview } from './act-on-review.js';
import { keepAct } from './keep-review.js';
import { workOn } from './minutes-of.js';
import type { ReviewRecord } from './reviews.model.js';
import { Revision, type RevisionRecord } from './revisions.model.js';
import { draftId, ReviewDraft } from './talk.model.js';
import { Verdict } from './verdicts.model.js';

type Words = z.output<typeof VerdictWords>;

/** A verdict is on what the revision covers, and on the requirements of its brief. */
function checkWords({ roadmaps }: Deps, { covers, briefId }: RevisionRecord['snapshot'], words: Words): void {
  const known = requirementsOf(roadmaps, briefId);
  const topics = words.topics.flatMap(({ roadmap, topicId }, place) =>
    covers.some((cover) => cover.roadmap === roadmap && cover.topicId === topicId)
      ? []
      : [{ path: `topics.${place}.topicId`, message: 'This revision does not cover it' }],
  );
  const requirements = words.requirements.flatMap(({ id }, place) =>
    known.some((each) => each.id === id)
      ? []
      : [{ path: `requirements.${place}.id`, message: 'Its brief has no such requirement' }],
  );
  const errors = [...topics, ...requirements];
  if (errors.length > 0) throw new Problem('invalid', { errors });
}

/** The latest verdict on each topic, which is what confirms it, and the enrolments that show it. */
async function confirmTopics(deps: Deps, review: ReviewRecord, words: Words, now: Date): Promise<void> {
  const project = await Project.findOne({ _id: review.projectId }).lean<ProjectRecord>();
  if (!project) throw new Problem('not-found');
  const given = words.topics.map(({ roadmap, topicId, verdict }) => ({ roadmap, topicId, verdict }));
  const isGiven = (each: { roadmap: string; topicId: string }) =>
    given.some(({ roadmap, topicId }) => roadmap === each.roadmap && topicId === each.topicId);
  const verdicts = [...(project.verdicts ?? []).filter((each) => !isGiven(each)), ...given];
  await Project.updateOne({ _id: project._id }, { $set: { verdicts } });
  await refreshProofs(deps, { learnerId: String(project.learnerId), now }, undefined, project);
}

/** Answers a revision: the state, the words, and what they confirm, in the caller's transaction. */
export async function giveVerdict(deps: Deps, on: OnReview, words: Words): Promise<ReviewRecord> {
  const { memberId, now } = on;
  const review = await openReview(on);
  const kind = actOfDecision(words.decision);
  const after = await keepAct(review, { kind, actorId: memberId, at: now, revision: words.revision });
  const { _id: reviewId, projectId, learnerId, revision } = review;
  const looked = await Revision.findOne({ projectId, number: revision }).lean<RevisionRecord>();
  if (!looked) throw new Error('a review is of a revision');
  checkWords(deps, looked.snapshot, words);
  const waitedMs = now.getTime() - review.ballSince.getTime();
  const isOfPool = review.audience.kind === 'pool';
  const work = await workOn(deps, looked, memberId, now);
  const { decision, text, topics, requirements } = words;
  const facts = { reviewId, projectId, learnerId, reviewerId: memberId, isOfPool, at: now, waitedMs, revision };
  await Verdict.insertMany([{ ...facts, decision, text, topics, requirements, work }]);
  await ReviewDraft.deleteOne({ _id: draftId(reviewId, revision, memberId) });
  await confirmTopics(deps, review, words, now);
  return after;
}
