import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import type { Client } from '../../http/route.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import type { Sessions } from '../accounts/sessions.js';
import { recordAudit } from '../instance/audit.model.js';
import { letterTo, pageUrl } from '../mail/address-letter.js';
import { letters } from '../mail/letters.js';
import { queueLetter } from '../mail/queue-letter.js';
import { linkedAccount } from './linked-account.js';
import { endLinks, findLink, useLink } from './links.js';
import { hashNewPassword } from './new-password.js';
import { endWaysIn } from './ways-in.js';

/**
 * Sets a new password by the link and signs out everywhere. Following it confirms the address. Where nobody ever had,
 * whoever made the account may have been somebody else: what they set up to come back by is gone, too. Returns whose
 * password it was.
 */
export async function resetPassword(
  deps: Deps,
  sessions: Sessions,
  { token, password }: { token: string; password: string },
  client: Client,
  now: Date,
): Promise<AccountRecord> {
  // A look first, so that a password that cannot be taken leaves the link as it is.
  const account = await linkedAccount(await findLink('reset', token, now));
  const passwordHash = await hashNewPassword(deps, password, account);
  await transact(deps.connection, async () => {
    const before = await linkedAccount(await useLink('reset', token, now));
    if (!before.verifiedAt) await endWaysIn(before, before.createdAt);
    await Account.updateOne(
      { _id: before._id },
      {
        $set: { passwordHash, verifiedAt: before.verifiedAt ?? now },
        $unset: { pendingEmail: 1, neverSignedIn: 1 },
        $inc: { version: 1 },
      },
    );
    await endLinks(before._id, ['verify', 'change-email']);
    await sessions.endAll(String(before._id));
    await tellOfNewPassword(deps, before, now);
    await recordAudit('password-reset', { actor: before._id, client }, now);
  });
  // A sign-in with the old password may have come in between: see `enter.ts`.
  await sessions.endAll(String(account._id));
  return account;
}

export async function tellOfNewPassword(
  deps: Pick<Deps, 'env' | 'keys'>,
  account: Pick<AccountRecord, 'name' | 'email'>,
  now: Date,
): Promise<void> {
  const letter = letters.passwordChanged({ ...(await letterTo(account)), url: pageUrl(deps, 'forgot') });
  await queueLetter(deps, account.email, letter, now);
}
