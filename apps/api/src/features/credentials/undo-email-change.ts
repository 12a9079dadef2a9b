import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import type { Client } from '../../http/route.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import type { Sessions } from '../accounts/sessions.js';
import { recordAudit } from '../instance/audit.model.js';
import { movingTo, setAddress } from './change-email.js';
import { ownerOf } from './linked-account.js';
import { endLinks, linkEnded, useLink } from './links.js';
import { Link } from './links.model.js';
import { sendResetLink } from './send-link.js';
import { endWaysIn } from './ways-in.js';

const day = 86_400_000;

/**
 * The old address back, for a member whose account was taken over: whoever changed it knew the password and may have set
 * up more, so the password is void, all sessions end, and a letter to the old address sets a new one.
 */
export async function undoEmailChange(
  deps: Deps,
  sessions: Sessions,
  token: string,
  client: Client,
  now: Date,
): Promise<void> {
  let accountId = '';
  await movingTo(deps, async () => {
    const link = await useLink('undo-email', token, now);
    const account = await ownerOf(link);
    if (!account || !link.email) throw linkEnded();
    accountId = String(account._id);
    await setAddress(account, link.email, { verifiedAt: now, forgetPassword: true });
    await endLinks(account._id, ['verify', 'reset', 'change-email']);
    // Changes after this one are undone with it: their addresses are none that the account was taken from.
    const since = mongoose.trusted({ $gte: link.createdAt });
    await Link.deleteMany({ accountId: account._id, kind: 'undo-email', createdAt: since });
    // The change was asked for at most a day before it was confirmed, by whoever had the account by then.
    await endWaysIn(account, new Date(link.createdAt.getTime() - day));
    await sessions.endAll(accountId);
    const after = await Account.findById(account._id).lean<AccountRecord>();
    if (after) await sendResetLink(deps, after, now);
    await recordAudit('email-change-undone', { actor: account._id, client }, now);
  });
  await sessions.endAll(accountId);
}
