import mongoose from 'mongoose';
import { untilNone } from '../../background.js';
import type { Deps } from '../../deps.js';
import { readHeadCommit } from '../../outbound/ls-remote.js';
import { Revision, type RevisionRecord } from './revisions.model.js';

/** Longer than any one try lasts. */
const leaseMs = 60_000;
/** The branch moves on: what is asked much later says nothing of the revision. */
const mostTries = 2;

/**
 * Asks the forge of the revision that waits longest for its commit, and keeps it; `false` where none waits. Each is taken by
 * one process, by one conditional update; one that dies in between lets another try a minute later.
 */
async function checkNextCommit({ outbound }: Pick<Deps, 'outbound'>, now: Date): Promise<boolean> {
  const leasedTo = new Date(now.getTime() + leaseMs);
  const revision = await Revision.findOneAndUpdate(
    { commitDueAt: mongoose.trusted({ $lte: now }) },
    { $set: { commitDueAt: leasedTo }, $inc: { commitTries: 1 } },
    { sort: { commitDueAt: 1 }, returnDocument: 'after' },
  ).lean<RevisionRecord>();
  if (!revision) return false;
  const { repoUrl } = revision.snapshot;
  const commit = repoUrl ? await readHeadCommit(repoUrl, outbound) : null;
  if (commit || (revision.commitTries ?? 0) >= mostTries) {
    await Revision.updateOne({ _id: revision._id }, { $set: { commit }, $unset: { commitDueAt: 1, commitTries: 1 } });
  }
  return true;
}

/** All that wait: how many were asked for. */
export function checkCommits(deps: Pick<Deps, 'outbound' | 'now'>): Promise<number> {
  return untilNone(() => checkNextCommit(deps, deps.now()));
}
