import type { SeenReview } from '@waymark/contract';
import mongoose from 'mongoose';
import { asOf } from './keep-review.js';
import { Review, type ReviewRecord } from './reviews.model.js';
import { mayReadAs, type ProjectReader } from './who-reviews.js';

/** The last review of each of these projects, as far as its reader may read it; by the project's id. */
export async function findSeenReviews(
  projectIds: readonly mongoose.Types.ObjectId[],
  reader: ProjectReader,
  now: Date,
): Promise<ReadonlyMap<string, SeenReview>> {
  if (projectIds.length === 0) return new Map();
  const last = await Review.aggregate<ReviewRecord>([
    { $match: { projectId: mongoose.trusted({ $in: projectIds }) } },
    { $sort: { projectId: 1, _id: -1 } },
    { $group: { _id: '$projectId', last: { $first: '$$ROOT' } } },
    { $replaceRoot: { newRoot: '$last' } },
  ]);
  return new Map(
    last
      .filter((record) => mayReadAs(record, reader))
      .map((record) => {
        const { _id, projectId, state, ballWith, ballSince } = asOf(record, now);
        return [String(projectId), { id: String(_id), state, ballWith, ballSince: ballSince.toISOString() }];
      }),
  );
}
