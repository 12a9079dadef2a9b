import { median } from '@waymark/contract';
import mongoose from 'mongoose';
import { Verdict } from './verdicts.model.js';

const lastAnswers = 20;
const enoughAnswers = 5;
const hourMs = 3_600_000;

/**
 * The median of how long the last twenty answers of these reviewers took, in hours: of the pool's where `reviewerIds`
 * is `null`. `null`: not enough answers yet to say.
 */
export async function usualWaitHours(reviewerIds: readonly string[] | null): Promise<number | null> {
  const whose = reviewerIds ? { reviewerId: mongoose.trusted({ $in: reviewerIds }) } : { isOfPool: true };
  const found = await Verdict.find(whose, { waitedMs: 1 }).sort({ at: -1 }).limit(lastAnswers).lean();
  if (found.length < enoughAnswers) return null;
  return median(found.map(({ waitedMs }) => waitedMs)) / hourMs;
}
