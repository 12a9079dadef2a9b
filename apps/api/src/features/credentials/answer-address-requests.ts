import type mongoose from 'mongoose';
import type { Background } from '../../background.js';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { untilHandleIsFree } from '../accounts/make-account.js';
import { recordAudit } from '../instance/audit.model.js';
import { AddressRequest, type AddressRequestRecord } from './address-requests.model.js';
import { answerSignUp } from './answer-sign-up.js';
import { sendKeepLink, sendResetLink, sendVerifyLink } from './send-link.js';

const roundMs = 1000;
const mostPerRound = 200;

type Answering = Pick<Deps, 'connection' | 'env' | 'keys' | 'log'>;

/**
 * Answers what was asked for addresses, the oldest first: looks each up and queues its letter. Several processes may do
 * it at once, and what one leaves behind that dies is done by the next: request and letter change in one transaction.
 */
export async function answerAddressRequests(deps: Answering, now: Date): Promise<number> {
  const waiting = await AddressRequest.find({}, { _id: 1 }).sort({ at: 1, _id: 1 }).limit(mostPerRound).lean();
  let answered = 0;
  for (const { _id } of waiting) {
    try {
      if (await untilHandleIsFree((attempt) => answerOnce(deps, _id, attempt, now))) answered += 1;
    } catch (error) {
      // It stays for the next round; those behind it need not wait for that.
      deps.log.error({ name: (error as Error).name, message: (error as Error).message }, 'a request was not answered');
    }
  }
  return answered;
}

/** `false` where another process was faster. */
function answerOnce(deps: Answering, _id: mongoose.Types.ObjectId, attempt: number, now: Date): Promise<boolean> {
  return transact(deps.connection, async () => {
    const request = await AddressRequest.findOneAndDelete({ _id }).lean<AddressRequestRecord>();
    if (!request) return false;
    const { kind, emailKey, newcomer } = request;
    if (newcomer) await answerSignUp(deps, { ...request, newcomer }, attempt, now);
    else if (kind === 'reset') await answerReset(deps, request, now);
    else await answerVerification(deps, emailKey, now);
    return true;
  });
}

async function answerReset(deps: Answering, { emailKey, address, device }: AddressRequestRecord, now: Date) {
  const account = await Account.findOne({ emailKey }).lean<AccountRecord>();
  if (!account) return;
  // What they are after is their account; the way back in is another one while it waits to be erased.
  if (account.eraseAfter) return sendKeepLink(deps, account, account.eraseAfter, now);
  await sendResetLink(deps, account, now);
  await recordAudit('password-reset-asked', { target: account._id, client: { address, device } }, now);
}

async function answerVerification(deps: Answering, emailKey: string, now: Date): Promise<void> {
  const account = await Account.findOne({ emailKey }).lean<AccountRecord>();
  if (account && !account.verifiedAt && !account.eraseAfter) await sendVerifyLink(deps, account, now);
}

/** Answers what waits, every second, as long as the process lives. */
export function keepAnswering(deps: Deps, background: Background): void {
  background.keep('address requests answered', roundMs, () => answerAddressRequests(deps, deps.now()));
}
