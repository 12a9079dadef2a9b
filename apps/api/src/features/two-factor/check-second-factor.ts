import mongoose from 'mongoose';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Client } from '../../http/route.js';
import { openSealed } from '../../seal.js';
import { Account, type AccountRecord, type SecondFactor } from '../accounts/accounts.model.js';
import { recordAudit } from '../instance/audit.model.js';
import { letterTo, pageUrl } from '../mail/address-letter.js';
import { letters } from '../mail/letters.js';
import { queueLetter } from '../mail/queue-letter.js';
import { hashRecoveryCode, plainCode } from './recovery-codes.js';
import { secondFactorLimits } from './second-factor-limits.js';
import { findStep } from './totp.js';

/** What a seed is sealed as. */
export const seedContext = (accountId: mongoose.Types.ObjectId) => `two-factor ${accountId}`;

export function wrongCode(): Problem {
  const message = 'This code is wrong, or was used before. Try the next one.';
  return new Problem('wrong-code', { errors: [{ path: 'code', message }] });
}

/** Passes where the account has no second factor, or `code` is one of it; else throws `code-required` or `wrong-code`. */
export async function checkSecondFactor(
  deps: Deps,
  account: AccountRecord,
  code: string | undefined,
  client: Client,
  now: Date,
): Promise<void> {
  if (!account.twoFactor?.confirmedAt) return;
  if (code === undefined) throw new Problem('code-required');
  await useCode(deps, account, code, client, now);
}

/** As `checkSecondFactor`, but one who has no second factor has no code of it either: theirs is wrong. */
export async function useCode(
  deps: Deps,
  account: AccountRecord,
  code: string,
  client: Client,
  now: Date,
): Promise<void> {
  const { _id, twoFactor } = account;
  const limits = secondFactorLimits(deps);
  const challenge = `${_id} ${client.address}`;
  await limits.byChallenge.take(challenge);
  await limits.byAccount.take(String(_id));
  const plain = plainCode(code);
  const isTaken =
    twoFactor?.confirmedAt !== undefined &&
    ((await useStep(deps, _id, twoFactor, plain, now)) || (await useRecoveryCode(deps, account, plain, client, now)));
  if (!isTaken) {
    await recordAudit('code-refused', { actor: _id, client }, now);
    throw wrongCode();
  }
  // A right one was no try: who signs in often is not held up.
  await limits.byChallenge.giveBack(challenge);
  await limits.byAccount.giveBack(String(_id));
}

/** Of ten at once with the same code one is let in: the step moves forward only, and whoever moves it has used it. */
async function useStep(
  deps: Deps,
  accountId: mongoose.Types.ObjectId,
  { sealedSeed }: SecondFactor,
  plain: string,
  now: Date,
): Promise<boolean> {
  const step = findStep(openSealed(deps.keys, seedContext(accountId), sealedSeed), plain, now);
  if (step === undefined) return false;
  const { modifiedCount } = await Account.updateOne(
    { _id: accountId, 'twoFactor.sealedSeed': sealedSeed, 'twoFactor.lastStep': mongoose.trusted({ $lt: step }) },
    { $set: { 'twoFactor.lastStep': step } },
  );
  return modifiedCount === 1;
}

async function useRecoveryCode(
  deps: Deps,
  account: AccountRecord,
  plain: string,
  client: Client,
  now: Date,
): Promise<boolean> {
  const hash = hashRecoveryCode(plain);
  if (!account.twoFactor?.recoveryHashes.includes(hash)) return false;
  return transact(deps.connection, async () => {
    const after = await Account.findOneAndUpdate(
      { _id: account._id, 'twoFactor.recoveryHashes': hash },
      { $pull: { 'twoFactor.recoveryHashes': hash } },
      { returnDocument: 'after' },
    ).lean<AccountRecord>();
    if (!after) return false;
    const left = after.twoFactor?.recoveryHashes.length ?? 0;
    const url = pageUrl(deps, 'settings#two-factor');
    const letter = letters.recoveryCodeUsed({ ...(await letterTo(after)), left, url });
    await queueLetter(deps, after.email, letter, now);
    await recordAudit('recovery-code-used', { actor: after._id, client, detail: { left: String(left) } }, now);
    return true;
  });
}
