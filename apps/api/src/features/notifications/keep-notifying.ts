import type { Background } from '../../background.js';
import type { Deps } from '../../deps.js';
import { askForJob } from '../../jobs/ask-for-job.js';
import { Job } from '../../jobs/jobs.model.js';
import { runDueJobs, type Works } from '../../jobs/run-jobs.js';
import { keepTime } from '../reviews/keep-review.js';
import { Review, type ReviewRecord } from '../reviews/reviews.model.js';
import { letterKind, weeklyKind } from './letter-due.js';
import { sendDigest } from './send-digest.js';
import { sendWeekly } from './send-weekly.js';
import { cohortNewsKind, tellNextLearners } from './tell-of-cohort.js';
import { nudge, nudgeKind } from './tell-of-review.js';

const everyMs = 1000;

type Notifying = Pick<Deps, 'env' | 'keys' | 'roadmaps' | 'connection' | 'log' | 'now'>;

/** What the jobs about notifications do. */
function worksOf(deps: Notifying): Works {
  return {
    [letterKind]: (memberId, now) => sendDigest(deps, memberId, now),
    [weeklyKind]: (memberId, now) => sendWeekly(deps, memberId, now),
    [cohortNewsKind]: tellNextLearners,
    async [nudgeKind](reviewId, now) {
      const review = await Review.findOne({ _id: reviewId }).lean<ReviewRecord>();
      // What time has done to it meanwhile comes first: what is parked needs no reminder.
      return review && nudge(await keepTime(review, now), now);
    },
  };
}

/** Writes the letters and reminds of the reviews that are due: how many there were. */
export function notifyDue(deps: Notifying): Promise<number> {
  return runDueJobs(deps, worksOf(deps));
}

const atOnce = 200;

/** Reviews that were open before anybody was reminded of one. Several processes at once do the same work to the same end. */
export async function adoptReviews(now: Date): Promise<number> {
  const jobs = { from: Job.collection.name, localField: 'job', foreignField: '_id', as: 'jobs' };
  const unknown = await Review.aggregate<Pick<ReviewRecord, '_id'>>([
    { $match: { isOpen: true, ballWith: { $ne: null } } },
    { $set: { job: { $concat: [`${nudgeKind}:`, { $toString: '$_id' }] } } },
    { $lookup: jobs },
    { $match: { jobs: { $size: 0 } } },
    { $limit: atOnce },
    { $project: { _id: 1 } },
  ]);
  for (const { _id } of unknown) await askForJob({ kind: nudgeKind, about: String(_id), dueAt: now });
  return unknown.length < atOnce ? unknown.length : unknown.length + (await adoptReviews(now));
}

/** Letters and reminders, as long as the process lives. */
export function keepNotifying(deps: Deps, background: Background): void {
  background.once('open reviews that are reminded of from now on', () => adoptReviews(deps.now()));
  background.keep('letters and reminders', everyMs, () => notifyDue(deps));
}
