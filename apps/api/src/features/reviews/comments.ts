import { type ReviewComment as CommentAnswer, requirementsOf } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { page, readCursor } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import { findPeople } from '../accounts/find-people.js';
import { tellOfComment } from '../notifications/tell-of-review.js';
import { Review, type ReviewRecord } from './reviews.model.js';
import { Revision, type RevisionRecord } from './revisions.model.js';
import { type CommentRecord, ReviewComment } from './talk.model.js';

/** In one review: whoever reads it reads them page by page, and it is a talk and no archive. */
const mostComments = 500;

async function answers(records: readonly CommentRecord[]): Promise<CommentAnswer[]> {
  const people = await findPeople(records.map(({ authorId }) => authorId));
  return records.map(({ _id, authorId, revision, requirementId, text, at }) => ({
    id: String(_id),
    by: people.get(String(authorId)) ?? null,
    ...{ revision, requirementId, text },
    at: at.toISOString(),
  }));
}

export async function listComments({ _id }: ReviewRecord, query: { limit: number; cursor?: string | undefined }) {
  const [id] = (readCursor(query.cursor, ['id']) ?? []) as [string?];
  const after = id ? { _id: mongoose.trusted({ $gt: new mongoose.Types.ObjectId(id) }) } : {};
  const found = await ReviewComment.find({ reviewId: _id, ...after })
    .sort({ _id: 1 })
    .limit(query.limit + 1)
    .lean<CommentRecord[]>();
  const { items, nextCursor } = page(found, query.limit, (each) => [String(each._id)]);
  return { items: await answers(items), nextCursor };
}

interface Saying {
  authorId: string;
  text: string;
  requirementId: string | null;
  now: Date;
}

/** Says something about the revision under review; it moves no ball. */
export async function say(
  { roadmaps }: Pick<Deps, 'roadmaps'>,
  review: ReviewRecord,
  { authorId, text, requirementId, now }: Saying,
): Promise<CommentAnswer> {
  const { _id: reviewId, projectId, learnerId, revision } = review;
  if (requirementId !== null) {
    const about = await Revision.findOne({ projectId, number: revision }, { snapshot: 1 }).lean<RevisionRecord>();
    const known = requirementsOf(roadmaps, about?.snapshot.briefId ?? null);
    if (!known.some(({ id }) => id === requirementId)) {
      throw new Problem('invalid', {
        errors: [{ path: 'requirementId', message: 'Its brief has no such requirement' }],
      });
    }
  }
  if ((await ReviewComment.countDocuments({ reviewId }, { limit: mostComments })) >= mostComments) {
    throw new Problem('conflict', {
      detail: `There are ${mostComments} comments already. Ask for a new review to go on.`,
    });
  }
  const said = { reviewId, learnerId, authorId, revision, requirementId, text, at: now };
  const [made] = await ReviewComment.create([said]);
  // Whoever follows the review is told, and it is not idle.
  await Review.updateOne({ _id: reviewId }, { $set: { saidAt: now } });
  await tellOfComment(review, authorId, now);
  const [answer] = made ? await answers([made.toObject() as CommentRecord]) : [];
  if (!answer) throw new Error('the comment was not kept');
  return answer;
}

export async function deleteComment({ _id }: ReviewRecord, id: string, authorId: string): Promise<void> {
  const { deletedCount } = await ReviewComment.deleteOne({ _id: id, reviewId: _id, authorId });
  if (deletedCount === 0) throw new Problem('not-found');
}
