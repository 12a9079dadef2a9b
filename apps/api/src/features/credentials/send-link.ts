import type { Deps } from '../../deps.js';
import type { AccountRecord } from '../accounts/accounts.model.js';
import { letterTo, pageUrl } from '../mail/address-letter.js';
import { letters } from '../mail/letters.js';
import { queueLetter } from '../mail/queue-letter.js';
import { makeLink } from './links.js';

type Writing = Pick<Deps, 'env' | 'keys'>;
type Receiver = Pick<AccountRecord, '_id' | 'name' | 'email'>;

/** Makes the link and queues its letter, in the transaction around both. */
export async function sendVerifyLink(deps: Writing, account: Receiver, now: Date): Promise<void> {
  const { token } = await makeLink({ kind: 'verify', accountId: account._id, email: account.email }, now);
  const letter = letters.verifyEmail({ ...(await letterTo(account)), url: pageUrl(deps, 'verify', token) });
  await queueLetter(deps, account.email, letter, now);
}

/** The link holds for this address alone: after a change of address it is over. */
export async function sendResetLink(deps: Writing, account: Receiver, now: Date): Promise<void> {
  const { token } = await makeLink({ kind: 'reset', accountId: account._id, email: account.email }, now);
  const letter = letters.resetPassword({ ...(await letterTo(account)), url: pageUrl(deps, 'reset', token) });
  await queueLetter(deps, account.email, letter, now);
}

/** To who deletes their account, or asks for it while its days of grace run. */
export async function sendKeepLink(deps: Writing, account: Receiver, eraseAfter: Date, now: Date): Promise<void> {
  const { token } = await makeLink({ kind: 'keep-account', accountId: account._id }, now);
  const url = pageUrl(deps, 'keep', token);
  await queueLetter(
    deps,
    account.email,
    letters.accountDeleted({ ...(await letterTo(account)), url, eraseAfter }),
    now,
  );
}

/** To an address that somebody signed up with, or wanted to change to, though it has an account. */
export async function tellOfAccount(deps: Writing, account: Receiver, now: Date): Promise<void> {
  const letter = letters.haveAccount({ ...(await letterTo(account)), url: pageUrl(deps, 'sign-in') });
  await queueLetter(deps, account.email, letter, now);
}
