import mongoose from 'mongoose';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import type { Client } from '../../http/route.js';
import { linkEnded, useLink } from '../credentials/links.js';
import { sendKeepLink } from '../credentials/send-link.js';
import { recordAudit } from '../instance/audit.model.js';
import { isOwner, whileKeepingAnOwner } from '../members/owners.js';
import { closeForLeaving, openForStaying } from '../mentoring/leave-with-grants.js';
import { Account, type AccountRecord } from './accounts.model.js';
import type { Sessions } from './sessions.js';

const graceDays = 7;

/** Signed out everywhere at once, erased when the days of grace are over; the letter's link takes it back until then. */
export async function deleteAccount(
  deps: Deps,
  sessions: Sessions,
  accountId: string,
  client: Client,
  now: Date,
): Promise<void> {
  const eraseAfter = new Date(now.getTime() + graceDays * 86_400_000);
  const leave = async () => {
    const leaving = await Account.findOneAndUpdate(
      { _id: accountId, eraseAfter: mongoose.trusted({ $exists: false }) },
      { $set: { eraseAfter }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    ).lean<AccountRecord>();
    // Two clicks: the first one's days count.
    if (!leaving) return;
    await closeForLeaving(accountId, now);
    await sendKeepLink(deps, leaving, eraseAfter, now);
    await recordAudit('account-deleted', { actor: leaving._id, client }, now);
  };
  await transact(deps.connection, async () => {
    const isAnOwner = await isOwner(accountId);
    return isAnOwner ? whileKeepingAnOwner(leave) : leave();
  });
  await sessions.endAll(accountId);
}

/** Takes the deletion back. Throws `link-ended` once the days of grace are over. */
export async function keepAccount(deps: Deps, token: string, client: Client, now: Date): Promise<void> {
  await transact(deps.connection, async () => {
    const { accountId } = await useLink('keep-account', token, now);
    const { modifiedCount } = await Account.updateOne(
      { _id: accountId, eraseAfter: mongoose.trusted({ $gt: now }) },
      { $unset: { eraseAfter: 1 }, $inc: { version: 1 } },
    );
    if (modifiedCount === 0 || !accountId) throw linkEnded();
    await openForStaying(String(accountId), now);
    await recordAudit('account-kept', { ...(accountId && { actor: accountId }), client }, now);
  });
}
