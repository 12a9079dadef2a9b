import mongoose from 'mongoose';
import { AccessToken } from '../access-tokens/access-tokens.model.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { Identity } from '../identities/identities.model.js';

/**
 * Ends what somebody else may have set up to come back by: personal access tokens, and the providers and the second
 * factor that were added since then. In the transaction around it; passwords and sessions are the caller's.
 */
export async function endWaysIn(account: Pick<AccountRecord, '_id' | 'twoFactor'>, since: Date): Promise<void> {
  await AccessToken.deleteMany({ accountId: account._id });
  await Identity.deleteMany({ accountId: account._id, linkedAt: mongoose.trusted({ $gte: since }) });
  const confirmedAt = account.twoFactor?.confirmedAt;
  // One that is only being set up asks for nothing, and is begun again in a minute.
  if (account.twoFactor && (!confirmedAt || confirmedAt >= since)) {
    await Account.updateOne({ _id: account._id }, { $unset: { twoFactor: 1 } });
  }
}
