import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Account, type AccountRecord, searchKeysOf } from '../accounts/accounts.model.js';
import { makeAccount } from '../accounts/make-account.js';
import { recordAudit } from '../instance/audit.model.js';
import type { AddressRequestRecord } from './address-requests.model.js';
import { sendKeepLink, sendVerifyLink, tellOfAccount } from './send-link.js';

type SignUpRequest = Pick<AddressRequestRecord, 'emailKey' | 'address' | 'device'> &
  Required<Pick<AddressRequestRecord, 'newcomer'>>;

/**
 * A sign-up that waits for its address: a new account and its link; or, where somebody has the address, a letter that
 * says so. Whoever signs up again before the address was ever confirmed is taken at their newest word: name, password
 * and link of before are over, so that nobody can hold an address that is not theirs.
 */
export async function answerSignUp(
  deps: Pick<Deps, 'env' | 'keys'>,
  { emailKey, newcomer, address, device }: SignUpRequest,
  attempt: number,
  now: Date,
): Promise<void> {
  const known = await Account.findOne({ emailKey }).lean<AccountRecord>();
  if (!known) {
    const account = await makeAccount({ ...newcomer, emailKey, neverSignedIn: true }, attempt, now);
    await recordAudit('signed-up', { actor: account._id, client: { address, device }, detail: { by: 'sign-up' } }, now);
    return sendVerifyLink(deps, account, now);
  }
  if (known.eraseAfter) return sendKeepLink(deps, known, known.eraseAfter, now);
  if (known.verifiedAt || !known.neverSignedIn) return tellOfAccount(deps, known, now);
  const searchKeys = searchKeysOf({ name: newcomer.name, handle: known.handle, emailKey });
  const renewed = await Account.findOneAndUpdate(
    { _id: known._id, neverSignedIn: true, verifiedAt: mongoose.trusted({ $exists: false }) },
    { $set: { ...newcomer, searchKeys }, $inc: { version: 1 } },
    { returnDocument: 'after' },
  ).lean<AccountRecord>();
  if (renewed) await sendVerifyLink(deps, renewed, now);
}
