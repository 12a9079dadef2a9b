import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { untilNone } from '../background.js';
import { transact } from '../database/transact.js';
import type { Deps } from '../deps.js';
import { Job, type JobRecord } from './jobs.model.js';

/** Longer than any one try lasts: a transaction ends after eight seconds. */
export const leaseMs = 60_000;
const mostAttempts = 10;
const minuteMs = 60_000;

/** Does what a job is about, and says when it is to be done again; `null`: it is done. Its effects are in the database alone. */
export type Work = (about: string, now: Date) => Promise<Date | null>;
/** By the kinds of jobs. */
export type Works = Readonly<Record<string, Work>>;

type Running = Pick<Deps, 'connection' | 'log'>;

/** Somebody else has it by now: whatever was done here is not kept. */
class LostJob extends Error {
  override name = 'LostJob';
}

/** Takes the job that is due longest, by one conditional update, for as long as the lease holds. */
async function takeJob(works: Works, now: Date): Promise<(JobRecord & { lock: string }) | null> {
  const lock = randomUUID();
  const isDue = { $lte: now };
  const taken = await Job.findOneAndUpdate(
    {
      kind: mongoose.trusted({ $in: Object.keys(works) }),
      dueAt: mongoose.trusted(isDue),
      lockedUntil: mongoose.trusted(isDue),
    },
    { $set: { lock, lockedUntil: new Date(now.getTime() + leaseMs) }, $inc: { attempts: 1 } },
    { sort: { dueAt: 1 }, returnDocument: 'after' },
  ).lean<JobRecord>();
  return taken && { ...taken, lock };
}

/** What it does and that it is done are one transaction, so that it is done once wherever this process ends. */
async function doJob({ connection }: Running, works: Works, job: JobRecord & { lock: string }, now: Date) {
  const { _id, lock, kind, about } = job;
  await transact(connection, async () => {
    const next = (await works[kind]?.(about, now)) ?? null;
    const { matchedCount } = await Job.updateOne(
      { _id, lock },
      next
        ? { $set: { dueAt: next, attempts: 0, lockedUntil: now }, $unset: { lock: 1, lastFailure: 1 } }
        : { $set: { doneAt: now, attempts: 0, lockedUntil: now }, $unset: { dueAt: 1, lock: 1, lastFailure: 1 } },
    );
    if (matchedCount === 0) throw new LostJob();
  });
}

/** One minute, doubling to an hour. */
const pauseMs = (attempts: number) => Math.min(60, 2 ** (attempts - 1)) * minuteMs;

async function putOff({ log }: Running, job: JobRecord & { lock: string }, failure: string, now: Date) {
  const { _id, lock, kind, attempts, asked } = job;
  const mine = { _id, lock };
  if (attempts >= mostAttempts) {
    const given = { failedAt: now, lastFailure: failure, attempts: 0 };
    // What was asked for anew since this try began has all its tries before it.
    const { matchedCount } = await Job.updateOne({ ...mine, asked }, { $set: given, $unset: { dueAt: 1, lock: 1 } });
    if (matchedCount > 0) return log.error({ job: _id, kind, attempts, failure }, 'job given up');
  }
  log.warn({ job: _id, kind, attempts, failure }, 'job put off');
  const tried = attempts % mostAttempts;
  const lockedUntil = new Date(now.getTime() + pauseMs(Math.max(1, tried)));
  await Job.updateOne(mine, { $set: { lockedUntil, lastFailure: failure, attempts: tried }, $unset: { lock: 1 } });
}

/** Does one job that is due; `false` where none is. A process that dies in between lets another do it when the lease is over. */
async function runNextJob(deps: Running, works: Works, now: Date): Promise<boolean> {
  const job = await takeJob(works, now);
  if (!job) return false;
  // Each try before this one ended its process: it would end this one, too.
  if (job.attempts > mostAttempts) await putOff(deps, job, 'NeverReturned', now);
  else {
    try {
      await doJob(deps, works, job, now);
    } catch (error) {
      if (!(error instanceof LostJob)) await putOff(deps, job, (error as Error).name, now);
    }
  }
  return true;
}

/** All jobs of these kinds that are due: how many were taken. Any number of processes may do it at once. */
export function runDueJobs(deps: Running & Pick<Deps, 'now'>, works: Works): Promise<number> {
  return untilNone(() => runNextJob(deps, works, deps.now()));
}
