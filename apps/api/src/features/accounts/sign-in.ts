import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Client } from '../../http/route.js';
import { recordAudit } from '../instance/audit.model.js';
import { Account, type AccountRecord } from './accounts.model.js';
import { emailKey } from './email-key.js';
import { costOf, hashPassword, isPassword } from './passwords.js';
import { createSignInLimits } from './sign-in-limits.js';

interface Trying {
  email: string;
  password: string;
  client: Client;
  /** A code of the second factor came along: it has tries of its own, so the password once more costs nothing. */
  hasCode?: boolean;
  refusedAs: 'sign-in-refused' | 'step-up-refused';
}

/** Who it is, with the hash that is stored now; throws `wrong-credentials`. */
export type SignIn = (trying: Trying, now: Date) => Promise<AccountRecord>;

/** One answer, and the same work, whatever is wrong: the address, the password, or that the account has none. */
export function createSignIn(deps: Deps): SignIn {
  const { pepper } = deps.keys;
  const takeTry = createSignInLimits(deps);
  // Compared with when there is no hash, so that it takes as long.
  let dummy: Promise<string> | undefined;

  /** A hash of before the cost was raised takes less: the rest is made up for, twice as much with each step. */
  async function spendTheRest(cost: number): Promise<void> {
    for (let each = cost; each < deps.env.bcryptCost; each += 1) await hashPassword('', pepper, each);
  }

  return async ({ email, password, client, hasCode = false, refusedAs }, now) => {
    const key = emailKey(email);
    const counted = await takeTry(client, key, now);
    const account = key
      ? await Account.findOne({ emailKey: key, eraseAfter: mongoose.trusted({ $exists: false }) }).lean<AccountRecord>()
      : null;
    dummy ??= hashPassword('nobody has this password', pepper, deps.env.bcryptCost);
    const before = account?.passwordHash;
    const isRight = await isPassword(password, before ?? (await dummy), pepper);
    if (!account || !before || !isRight) {
      if (before) await spendTheRest(costOf(before));
      await recordAudit(refusedAs, { ...(account ? { actor: account._id } : { detail: hint(key) }), client }, now);
      throw new Problem('wrong-credentials');
    }
    await counted.wasRight(hasCode && account.twoFactor?.confirmedAt !== undefined);
    if (costOf(before) < deps.env.bcryptCost) {
      const passwordHash = await hashPassword(password, pepper, deps.env.bcryptCost);
      const rehashed = { $set: { passwordHash } };
      const { modifiedCount } = await Account.updateOne({ _id: account._id, passwordHash: before }, rehashed);
      if (modifiedCount > 0) return { ...account, passwordHash };
      // Another sign-in was faster, or a change of the password.
      const stored = await Account.findById(account._id).lean<AccountRecord>();
      if (!stored?.passwordHash || !(await isPassword(password, stored.passwordHash, pepper))) {
        throw new Problem('wrong-credentials');
      }
      return stored;
    }
    return account;
  };
}

/** Enough for an owner to see whether one address is meant or many; people also type passwords into that field. */
function hint(key: string | undefined): Record<string, string> {
  const at = key?.indexOf('@') ?? -1;
  return key && at > 0 ? { address: `${key[0]}…@${key.slice(at + 1)}` } : {};
}
