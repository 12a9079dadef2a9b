import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Client } from '../../http/route.js';
import { Account, type AccountRecord, searchKeysOf } from '../accounts/accounts.model.js';
import { emailKey } from '../accounts/email-key.js';
import { isDuplicate } from '../accounts/make-account.js';
import { recordAudit } from '../instance/audit.model.js';
import { letterTo, pageUrl } from '../mail/address-letter.js';
import { letters } from '../mail/letters.js';
import { queueLetter } from '../mail/queue-letter.js';
import { ownerOf } from './linked-account.js';
import { endLinks, linkEnded, makeLink, useLink } from './links.js';
import { tellOfAccount } from './send-link.js';

/**
 * Has the new address confirmed by a letter to it. Where it has an account, that letter says so instead, and nothing
 * else differs: the same documents change, and no link of that change was ever sent.
 */
export async function requestEmailChange(
  deps: Deps,
  viewerId: string,
  { email, key }: { email: string; key: string },
  client: Client,
  now: Date,
): Promise<void> {
  await transact(deps.connection, async () => {
    const account = await Account.findOneAndUpdate(
      { _id: viewerId },
      { $set: { pendingEmail: email }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    ).lean<AccountRecord>();
    if (!account) throw new Problem('not-signed-in');
    const { token } = await makeLink({ kind: 'change-email', accountId: account._id, email }, now);
    const other = await Account.findOne({ emailKey: key }).lean<AccountRecord>();
    const url = pageUrl(deps, 'confirm-email', token);
    if (other) await tellOfAccount(deps, other, now);
    else await queueLetter(deps, email, letters.confirmNewEmail({ ...(await letterTo(account)), url }), now);
    await recordAudit('email-change-asked', { actor: account._id, client }, now);
  });
}

/** The new address holds from now on. The one of before is told, with a link that takes it back for seven days. */
export async function confirmEmailChange(deps: Deps, token: string, client: Client, now: Date): Promise<void> {
  await movingTo(deps, async () => {
    const link = await useLink('change-email', token, now);
    const before = await ownerOf(link);
    if (!before || !link.email || before.pendingEmail !== link.email) throw linkEnded();
    await setAddress(before, link.email, { verifiedAt: now });
    // A link that was mailed to the address of before opens nothing any more.
    await endLinks(before._id, ['verify', 'reset']);
    if (before.verifiedAt) await offerUndo(deps, before, link.email, now);
    await recordAudit('email-changed', { actor: before._id, client }, now);
  });
}

/** An address that nobody ever confirmed may be a stranger's, mistyped at sign-up: the account is not offered to it. */
async function offerUndo(deps: Deps, before: AccountRecord, email: string, now: Date): Promise<void> {
  const { token } = await makeLink({ kind: 'undo-email', accountId: before._id, email: before.email }, now);
  const letter = letters.emailChanged({ ...(await letterTo(before)), url: pageUrl(deps, 'undo-email', token), email });
  await queueLetter(deps, before.email, letter, now);
}

/** Runs `work` in a transaction; `email-taken` where the address got an account meanwhile. */
export async function movingTo(deps: Deps, work: () => Promise<void>): Promise<void> {
  try {
    await transact(deps.connection, work);
  } catch (error) {
    if (!isDuplicate(error, 'emailKey')) throw error;
    throw new Problem('email-taken', { detail: 'Somebody made an account with this address meanwhile.' });
  }
}

/** `verifiedAt` is now: whoever followed the link reads the mail there. */
export async function setAddress(
  { _id, name, handle }: AccountRecord,
  email: string,
  { verifiedAt, forgetPassword = false }: { verifiedAt: Date; forgetPassword?: boolean },
): Promise<void> {
  const key = emailKey(email);
  if (!key) throw linkEnded();
  await Account.updateOne(
    { _id },
    {
      $set: { email, emailKey: key, searchKeys: searchKeysOf({ name, handle, emailKey: key }), verifiedAt },
      $unset: { pendingEmail: 1, neverSignedIn: 1, ...(forgetPassword && { passwordHash: 1 }) },
      $inc: { version: 1 },
    },
  );
}
