import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Operation } from '../../http/once.js';
import { Activity } from '../activity/activity.model.js';
import { Cohort } from '../mentoring/cohorts.model.js';
import { Grant } from '../mentoring/grants.model.js';
import { Enrolment } from '../progress/progress.model.js';
import { Project } from '../projects/projects.model.js';
import { Account } from './accounts.model.js';
import { Session } from './sessions.model.js';

const sweepMs = 3_600_000;

/** Erases everything of the members whose days of grace are over. Killed anywhere, the next run goes on. */
export async function eraseAccounts(now: Date): Promise<number> {
  const due = await Account.find({ eraseAfter: mongoose.trusted({ $lte: now }) }, { _id: 1 }).lean();
  for (const { _id } of due) await eraseAccount(_id);
  return due.length;
}

async function eraseAccount(accountId: mongoose.Types.ObjectId): Promise<void> {
  const learnerId = accountId;
  await Session.deleteMany({ accountId });
  await Grant.deleteMany({ $or: [{ learnerId }, { mentorId: accountId }] });
  await Cohort.deleteMany({ mentorIds: [accountId] });
  await Cohort.updateMany({ mentorIds: accountId }, { $pull: { mentorIds: accountId } });
  await Enrolment.deleteMany({ learnerId });
  await Project.deleteMany({ learnerId });
  await Activity.deleteMany({ learnerId });
  // Every key of this member begins with their id and a colon; a semicolon is the character after it.
  await Operation.deleteMany({ _id: mongoose.trusted({ $gte: `${accountId}:`, $lt: `${accountId};` }) });
  // Last, so that a run which was cut short finds the account again.
  await Account.deleteOne({ _id: accountId });
}

/** Erases what is due now and every hour, as long as the process lives. Several processes may do it at once. */
export function keepErasing(deps: Pick<Deps, 'log' | 'now'>): void {
  const sweep = () => {
    eraseAccounts(deps.now()).then(
      (erased) => erased > 0 && deps.log.info({ erased }, 'accounts erased'),
      (error: Error) => deps.log.error({ name: error.name, message: error.message }, 'erasing accounts failed'),
    );
  };
  sweep();
  setInterval(sweep, sweepMs).unref();
}
