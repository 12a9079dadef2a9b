import type { ReviewState } from '@waymark/contract';
import mongoose from 'mongoose';
import { Review, type ReviewRecord } from './reviews.model.js';

/** How the last review of each of these projects stands, by the project's id. */
export async function reviewStates(projectIds: readonly mongoose.Types.ObjectId[]): Promise<Map<string, ReviewState>> {
  const found = await Review.find({ projectId: mongoose.trusted({ $in: projectIds }) }, { projectId: 1, state: 1 })
    .sort({ projectId: 1, _id: 1 })
    .lean<Pick<ReviewRecord, 'projectId' | 'state'>[]>();
  // A later one takes the place of the ones before it.
  return new Map(found.map(({ projectId, state }) => [String(projectId), state]));
}
