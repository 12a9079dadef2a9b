import { type Account as AccountAnswer, usualDigest, usualWeekly } from '@waymark/contract';
import { Problem } from '../../http/problem.js';
import { needsTwoFactor } from '../two-factor/needs-two-factor.js';
import { Account, type AccountRecord } from './accounts.model.js';

/** What a member is told of their own account. */
export async function accountAnswer(account: AccountRecord): Promise<AccountAnswer> {
  const { _id, name, handle, email, timeZone, role, version, createdAt } = account;
  return {
    weekStartsOn: account.weekStartsOn ?? null,
    digest: account.digest ?? usualDigest,
    weekly: account.weekly ?? usualWeekly,
    ...{ id: String(_id), name, handle, email, timeZone, role, version, createdAt: createdAt.toISOString() },
    isVerified: account.verifiedAt !== undefined,
    pendingEmail: account.pendingEmail ?? null,
    hasPassword: account.passwordHash !== undefined,
    hasTwoFactor: account.twoFactor?.confirmedAt !== undefined,
    needsTwoFactor: await needsTwoFactor(account),
  };
}

/** The viewer's own account. */
export async function getAccount(id: string): Promise<AccountRecord> {
  const account = await Account.findOne({ _id: id }).lean<AccountRecord>();
  if (!account) throw new Problem('not-signed-in');
  return account;
}
