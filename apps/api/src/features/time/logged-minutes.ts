import mongoose from 'mongoose';
import { Time } from './time.model.js';

/** The minutes that a learner logged on each topic of a roadmap, by ordinal: for who takes it up again after years. */
export async function loggedMinutes(learnerId: string, roadmap: string): Promise<number[]> {
  const sums = await Time.aggregate<{ _id: number; minutes: number }>([
    { $match: { learnerId: new mongoose.Types.ObjectId(learnerId), roadmap, deletedAt: null } },
    { $group: { _id: '$ordinal', minutes: { $sum: '$minutes' } } },
  ]);
  const minutes: number[] = [];
  for (const sum of sums) minutes[sum._id] = sum.minutes;
  return Array.from(minutes, (each) => each ?? 0);
}
