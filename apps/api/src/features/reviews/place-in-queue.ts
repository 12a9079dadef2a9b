import mongoose from 'mongoose';
import { Review, type ReviewRecord } from './reviews.model.js';
import { askedWords } from './who-reviews.js';

const mostCounted = 1000;
const mostReviewers = 5;

/** How many have waited longer for the same people: of several who are asked, for the one with the shortest queue. */
export async function placeInQueue(
  { _id, asked, ballSince }: ReviewRecord,
  reviewerIds: readonly string[] | null,
): Promise<number> {
  const before = {
    state: 'requested' as const,
    ballSince: mongoose.trusted({ $lt: ballSince }),
    _id: mongoose.trusted({ $ne: _id }),
  };
  const count = (words: readonly string[]) =>
    Review.countDocuments({ ...before, asked: mongoose.trusted({ $in: words }) }, { limit: mostCounted });
  if (!reviewerIds) return count([asked]);
  let least = mostCounted;
  for (const reviewerId of reviewerIds.slice(0, mostReviewers))
    least = Math.min(least, await count(await askedWords(reviewerId)));
  return least;
}
