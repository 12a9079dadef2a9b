import mongoose from 'mongoose';
import type { Background } from '../../background.js';
import type { Deps } from '../../deps.js';
import { Operation } from '../../http/once.js';
import { AccessToken } from '../access-tokens/access-tokens.model.js';
import { Activity } from '../activity/activity.model.js';
import { CalendarFeed } from '../calendar/calendar.model.js';
import { AddressRequest } from '../credentials/address-requests.model.js';
import { Link } from '../credentials/links.model.js';
import { Identity } from '../identities/identities.model.js';
import { deleteImages } from '../images/images.model.js';
import { recordAudit } from '../instance/audit.model.js';
import { ProjectLinks } from '../links/links.model.js';
import { Look } from '../looks/looks.model.js';
import { Mail } from '../mail/mail.model.js';
import { Invitation } from '../members/invitations.model.js';
import { eraseInvitations } from '../mentor-invitations/erase-invitations.js';
import { eraseFromCohorts } from '../mentoring/erase-from-cohorts.js';
import { Grant } from '../mentoring/grants.model.js';
import { eraseNotifications } from '../notifications/forget-told.js';
import { Enrolment } from '../progress/progress.model.js';
import { ProjectPage } from '../project-pages/project-pages.model.js';
import { Project } from '../projects/projects.model.js';
import { PublicPage } from '../public-pages/public-pages.model.js';
import { eraseRecords } from '../records/record-places.js';
import { eraseReviews } from '../reviews/close-reviews.js';
import { DeadLink } from '../rooms/dead-links.model.js';
import { Room } from '../rooms/rooms.model.js';
import { eraseTalk } from '../talk/erase-talk.js';
import { Time } from '../time/time.model.js';
import { Account, type AccountRecord } from './accounts.model.js';
import { emailKey as keyOf } from './email-key.js';
import { Session } from './sessions.model.js';

const sweepMs = 3_600_000;

/** Erases everything of the members whose days of grace are over. Killed anywhere, the next run goes on. */
export async function eraseAccounts(now: Date): Promise<number> {
  const due = await Account.find(
    { eraseAfter: mongoose.trusted({ $lte: now }) },
    { email: 1, pendingEmail: 1, emailKey: 1 },
  ).lean<Due[]>();
  for (const account of due) await eraseAccount(account, now);
  return due.length;
}

type Due = Pick<AccountRecord, '_id' | 'email' | 'pendingEmail' | 'emailKey'>;

async function eraseAccount(account: Due, now: Date): Promise<void> {
  const accountId = account._id;
  const learnerId = accountId;
  await eraseAddress(account);
  await Session.deleteMany({ accountId });
  await AccessToken.deleteMany({ accountId });
  await Identity.deleteMany({ accountId });
  await Look.deleteMany({ learnerId });
  await Grant.deleteMany({ $or: [{ learnerId }, { mentorId: accountId }] });
  await eraseFromCohorts(accountId);
  await CalendarFeed.deleteMany({ accountId });
  await Enrolment.deleteMany({ learnerId });
  await Project.deleteMany({ learnerId });
  await ProjectLinks.deleteMany({ learnerId });
  await deleteImages({ 'metadata.learnerId': learnerId });
  await eraseReviews(accountId, now);
  await eraseTalk(accountId);
  await eraseNotifications(accountId);
  await PublicPage.deleteMany({ accountId });
  await ProjectPage.deleteMany({ learnerId });
  await eraseRecords(learnerId);
  await Activity.deleteMany({ learnerId });
  await Room.deleteMany({ learnerId });
  await DeadLink.deleteMany({ learnerId });
  await Time.deleteMany({ learnerId });
  // Every key of this member begins with their id and a colon; a semicolon is the character after it.
  await Operation.deleteMany({ _id: mongoose.trusted({ $gte: `${accountId}:`, $lt: `${accountId};` }) });
  // Last, so that a run which was cut short finds the account again.
  const { deletedCount } = await Account.deleteOne({ _id: accountId });
  // The audit log keeps ids: this one names nobody any more.
  if (deletedCount > 0) await recordAudit('account-erased', { target: accountId }, now);
}

/** What was mailed to the member, what was asked for their address, and who invited it. */
async function eraseAddress({ _id, email, pendingEmail, emailKey }: Due): Promise<void> {
  const links = await Link.find({ accountId: _id }, { email: 1 }).lean<{ email?: string }[]>();
  const theirs = [email, pendingEmail, ...links.map((link) => link.email)].filter((each) => each !== undefined);
  // An address that they had once, or wanted to have, may be somebody else's by now.
  const others = await Account.find(
    { email: mongoose.trusted({ $in: theirs }), _id: mongoose.trusted({ $ne: _id }) },
    { email: 1 },
  ).lean();
  const addresses = theirs.filter((each) => !others.some((other) => other.email === each));
  await Mail.deleteMany({ to: mongoose.trusted({ $in: addresses }) });
  await Invitation.deleteMany({ email: mongoose.trusted({ $in: addresses }) });
  await eraseInvitations(_id, [emailKey, ...addresses.flatMap((each) => keyOf(each) ?? [])]);
  await AddressRequest.deleteMany({ emailKey });
  await Link.deleteMany({ accountId: _id });
}

/** Erases what is due now and every hour. */
export function keepErasing(deps: Pick<Deps, 'now'>, background: Background): void {
  background.keep('accounts erased', sweepMs, () => eraseAccounts(deps.now()));
}
