import type { GivenUp } from '@waymark/contract';
import mongoose from 'mongoose';
import { Job } from './jobs.model.js';

const isSet = mongoose.trusted({ $exists: true });

/** How many jobs should be done by now, and are not. */
export function countWaiting(now: Date): Promise<number> {
  return Job.countDocuments({ dueAt: mongoose.trusted({ $lte: now }) });
}

/** What was given up, by kind. */
export async function listGivenUp(): Promise<GivenUp[]> {
  const found = await Job.aggregate<{ _id: string; count: number; since: Date; lastFailure: string | null }>([
    { $match: { failedAt: { $exists: true } } },
    { $sort: { failedAt: 1 } },
    {
      $group: {
        _id: '$kind',
        count: { $sum: 1 },
        since: { $first: '$failedAt' },
        lastFailure: { $last: { $ifNull: ['$lastFailure', null] } },
      },
    },
    { $sort: { _id: 1 } },
  ]);
  return found.map(({ _id: kind, since, ...rest }) => ({ kind, ...rest, since: since.toISOString() }));
}

/** Lets the jobs of this kind that were given up be done as soon as may be: how many they are. */
export async function retryGivenUp(kind: string, now: Date): Promise<number> {
  const { modifiedCount } = await Job.updateMany(
    { kind, failedAt: isSet },
    { $set: { dueAt: now }, $inc: { asked: 1 }, $unset: { failedAt: 1 } },
  );
  return modifiedCount;
}
