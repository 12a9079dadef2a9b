import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import type { Limiter } from '../../http/limits.js';
import { Problem } from '../../http/problem.js';
import { Account, type AccountRecord } from './accounts.model.js';
import { emailKey } from './email-key.js';
import { hashPassword, isPassword, needsRehash } from './passwords.js';

type SignIn = (email: string, password: string, address: string) => Promise<AccountRecord>;

/**
 * One answer, and the same work, for a wrong address and a wrong password. Tries are counted per client
 * address and per account; a right one clears the account's.
 */
export function createSignIn(deps: Deps, byAddress: Limiter, byAccount: Limiter): SignIn {
  const { pepper } = deps.keys;
  // Compared with when nobody has the address, so that it takes as long.
  let dummy: Promise<string> | undefined;

  return async (email, password, address) => {
    await byAddress.take(address);
    const key = emailKey(email);
    // Per account and client address together: nobody can lock a member out from elsewhere.
    const accountKey = `${address} ${key ?? 'none'}`;
    await byAccount.take(accountKey);
    const account = key
      ? await Account.findOne({ emailKey: key, eraseAfter: mongoose.trusted({ $exists: false }) }).lean<AccountRecord>()
      : null;
    dummy ??= hashPassword('nobody has this password', pepper, deps.env.bcryptCost);
    const isRight = await isPassword(password, account?.passwordHash ?? (await dummy), pepper);
    if (!account || !isRight) throw new Problem('wrong-credentials');
    await byAccount.forget(accountKey);
    if (needsRehash(account.passwordHash, deps.env.bcryptCost)) {
      const passwordHash = await hashPassword(password, pepper, deps.env.bcryptCost);
      await Account.updateOne({ _id: account._id, passwordHash: account.passwordHash }, { $set: { passwordHash } });
    }
    return account;
  };
}
