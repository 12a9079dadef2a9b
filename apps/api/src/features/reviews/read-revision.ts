import type { Revision as RevisionAnswer } from '@waymark/contract';
import { Problem } from '../../http/problem.js';
import { recordLooks } from '../looks/record-looks.js';
import { Review, type ReviewRecord } from './reviews.model.js';
import { Revision, type RevisionRecord } from './revisions.model.js';
import { mayRead } from './who-reviews.js';

/** A project as it was, for who may read the review that it was made for. */
export async function readRevision(
  projectId: string,
  number: number,
  memberId: string,
  now: Date,
): Promise<RevisionAnswer> {
  const revision = await Revision.findOne({ projectId, number }).lean<RevisionRecord>();
  const review = revision && (await Review.findOne({ _id: revision.reviewId }).lean<ReviewRecord>());
  if (!revision || !review || !(await mayRead(review, memberId))) throw new Problem('not-found');
  await recordLooks([{ learnerId: review.learnerId, mentorId: memberId, what: 'project' }], now);
  const { snapshot, createdAt, commit } = revision;
  return { ...snapshot, number, createdAt: createdAt.toISOString(), commit };
}
