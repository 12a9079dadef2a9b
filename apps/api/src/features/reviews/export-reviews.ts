import type mongoose from 'mongoose';
import { rowsOf } from '../transfer/part.js';
import { Reviewer, type ReviewerRecord } from './reviewers.model.js';
import { Review, type ReviewRecord } from './reviews.model.js';
import { Revision, type RevisionRecord } from './revisions.model.js';
import { type CommentRecord, ReviewComment, Snippet, type SnippetRecord } from './talk.model.js';
import { Verdict, type VerdictRecord } from './verdicts.model.js';

type Written = Record<string, unknown>;
type Id = mongoose.Types.ObjectId | string;

async function* written<T>(rows: AsyncIterable<T>, write: (row: T) => Written): AsyncGenerator<Written> {
  for await (const row of rows) yield write(row);
}

const placed = ({ reviewId, revision, at }: { reviewId: unknown; revision: number; at: Date }) => ({
  reviewId: String(reviewId),
  revision,
  at: at.toISOString(),
});

/**
 * What a member asked, showed, said and judged in reviews, list by list. Of verdicts on their own work what was decided, without
 * the words, which are somebody else's.
 */
export function reviewLists(memberId: Id): [name: string, rows: AsyncIterable<Written>][] {
  const asked = written<ReviewRecord>(rowsOf(Review.find({ learnerId: memberId }).sort({ _id: 1 })), (review) => ({
    id: String(review._id),
    projectId: String(review.projectId),
    title: review.title,
    question: review.question,
    state: review.state,
    requestedAt: review.requestedAt.toISOString(),
  }));
  const shown = written<RevisionRecord>(
    rowsOf(Revision.find({ learnerId: memberId }).sort({ _id: 1 })),
    ({ projectId, number, createdAt, commit, snapshot }) => ({
      ...{ projectId: String(projectId), number, createdAt: createdAt.toISOString(), commit },
      ...snapshot,
    }),
  );
  const received = written<VerdictRecord>(
    rowsOf(Verdict.find({ learnerId: memberId }).sort({ _id: 1 })),
    (verdict) => ({
      ...placed(verdict),
      decision: verdict.decision,
      topics: verdict.topics.map(({ roadmap, topicId, verdict: level }) => ({ roadmap, topicId, verdict: level })),
    }),
  );
  const given = written<VerdictRecord>(rowsOf(Verdict.find({ reviewerId: memberId }).sort({ _id: 1 })), (verdict) => ({
    ...placed(verdict),
    decision: verdict.decision,
    text: verdict.text,
    topics: verdict.topics,
    requirements: verdict.requirements,
  }));
  const said = written<CommentRecord>(
    rowsOf(ReviewComment.find({ authorId: memberId }).sort({ _id: 1 })),
    (comment) => ({
      ...placed(comment),
      requirementId: comment.requirementId,
      text: comment.text,
    }),
  );
  const snippets = written<SnippetRecord>(
    rowsOf(Snippet.find({ ownerId: memberId }).sort({ _id: 1 })),
    ({ title, text }) => ({ title, text }),
  );
  const asReviewer = written<ReviewerRecord>(rowsOf(Reviewer.find({ _id: memberId })), (said) => ({
    promiseDays: said.promiseDays,
    inPool: said.inPool,
    isNamed: said.isNamed ?? false,
    capacity: said.capacity ?? null,
    away: said.away ? { from: said.away.from, to: said.away.to } : null,
  }));
  return [
    ['reviewer', asReviewer],
    ['reviews', asked],
    ['revisions', shown],
    ['verdictsReceived', received],
    ['verdictsGiven', given],
    ['reviewComments', said],
    ['snippets', snippets],
  ];
}
