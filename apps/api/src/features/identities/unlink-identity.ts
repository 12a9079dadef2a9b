import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import type { Client } from '../../http/route.js';
import { getAccount } from '../accounts/account-answer.js';
import { recordAudit } from '../instance/audit.model.js';
import { Identity } from './identities.model.js';

interface Unlinking {
  id: string;
  accountId: string;
  /** Those that can be signed in by now: the owner may have taken one away. */
  usable: readonly string[];
  client: Client;
}

/** In the transaction around it. Throws `last-way-in` where nothing would be left to sign in by. */
export async function unlinkIdentity({ id, accountId, usable, client }: Unlinking, now: Date): Promise<void> {
  const gone = await Identity.findOneAndDelete({ _id: id, accountId }, { projection: { provider: 1 } }).lean();
  if (!gone) throw new Problem('not-found');
  // All that are left are touched: of two that are unlinked at once the second finds the first one gone.
  await Identity.updateMany({ accountId }, { $inc: { revision: 1 } });
  const left = await Identity.exists({ accountId, provider: mongoose.trusted({ $in: [...usable] }) });
  const { passwordHash } = await getAccount(accountId);
  if (!left && passwordHash === undefined) {
    throw new Problem('last-way-in', { detail: 'Set a password first, or link another.' });
  }
  await recordAudit('identity-unlinked', { actor: accountId, client, detail: { provider: gone.provider } }, now);
}
