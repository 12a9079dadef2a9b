import type { SignedIn } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { type Reply, reply } from '../../http/reply.js';
import type { Client } from '../../http/route.js';
import { recordAudit } from '../instance/audit.model.js';
import { readSettings } from '../instance/settings.model.js';
import { checkSecondFactor } from '../two-factor/check-second-factor.js';
import { accountAnswer } from './account-answer.js';
import { Account, type AccountRecord } from './accounts.model.js';
import { isVerifiedFirst } from './check-sign-up-policy.js';
import { deviceCookie } from './device-cookie.js';
import type { Sessions } from './sessions.js';

interface Entering {
  account: AccountRecord;
  client: Client;
  staySignedIn: boolean;
  code?: string | undefined;
  /** What proved who it is: `password`, or a provider. */
  by: string;
}

/** The one door: who has proved the first factor gets a session, if nothing else stands in the way. */
export async function enter(deps: Deps, sessions: Sessions, entering: Entering, now: Date): Promise<Reply<SignedIn>> {
  const { account, client, code, by } = entering;
  const audit = (reason: string) =>
    recordAudit('sign-in-refused', { actor: account._id, client, detail: { by, reason } }, now);
  if (account.disabledAt) {
    await audit('disabled');
    throw new Problem('account-disabled', { detail: 'Ask the owner of this Waymark.' });
  }
  if (!account.verifiedAt && isVerifiedFirst(await readSettings())) {
    await audit('unverified');
    throw new Problem('email-unverified', { detail: 'Open the link in the mail that was sent to you.' });
  }
  await checkSecondFactor(deps, account, code, client, now);
  return openSession(deps, sessions, entering, by === 'sign-up' ? 'signed-up' : 'signed-in', now);
}

async function openSession(
  deps: Deps,
  sessions: Sessions,
  { account, client, staySignedIn, by }: Entering,
  event: 'signed-up' | 'signed-in',
  now: Date,
): Promise<Reply<SignedIn>> {
  const { setCookies, ...tokens } = await sessions.start(String(account._id), client.device, staySignedIn, now);
  await endIfOvertaken(sessions, account);
  if (account.neverSignedIn) await Account.updateOne({ _id: account._id }, { $unset: { neverSignedIn: 1 } });
  await recordAudit(event, { actor: account._id, client, detail: { by } }, now);
  const cookies = [...setCookies, deviceCookie(deps, account.emailKey, now)];
  return reply({ account: await accountAnswer(account), ...tokens }, { setCookies: cookies });
}

/**
 * Whoever changes a password, disables or deletes an account does that first and then ends its sessions; here the
 * session is made first and then looked whether that happened. So none is left that the old password opened.
 */
async function endIfOvertaken(sessions: Sessions, { _id, passwordHash }: AccountRecord): Promise<void> {
  const missing = mongoose.trusted({ $exists: false });
  const asBefore = { passwordHash: passwordHash ?? missing, disabledAt: missing, eraseAfter: missing };
  if (await Account.exists({ _id, ...asBefore })) return;
  await sessions.endAll(String(_id));
  throw new Problem('wrong-credentials');
}
