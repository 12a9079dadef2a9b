import { Email, Name } from '@waymark/contract';
import mongoose from 'mongoose';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { checkSignUpPolicy, isVerifiedFirst } from '../accounts/check-sign-up-policy.js';
import { emailKey } from '../accounts/email-key.js';
import { isDuplicate, makeAccount, untilHandleIsFree } from '../accounts/make-account.js';
import { sendVerifyLink } from '../credentials/send-link.js';
import { readSettings } from '../instance/settings.model.js';
import { takeInvitation } from '../members/use-invitation.js';
import { Identity } from './identities.model.js';
import { keepIdentity } from './keep-identity.js';
import type { Proved, Provider } from './provider.js';

interface Arriving {
  provider: Provider;
  proved: Proved;
  invitation: string | undefined;
  timeZone: string;
}

interface Arrived {
  account: AccountRecord;
  isNew: boolean;
}

/**
 * Whose identity this is; where nobody's, a new account by the owner's policy. An account that has the same address is
 * never taken for theirs: an address can pass to somebody else, and not every provider looks.
 */
export async function findOrMakeMember(deps: Deps, arriving: Arriving, now: Date): Promise<Arrived> {
  const known = await findMember(arriving);
  if (known) return { account: await confirmAddress(known, arriving.proved, now), isNew: false };
  try {
    return await makeMember(deps, arriving, now);
  } catch (error) {
    const isTaken = isDuplicate(error, 'emailKey');
    if (!isTaken && !isDuplicate(error, 'subject')) throw error;
    // Two first sign-ins at once: the other was faster, and it is the same person.
    const other = await findMember(arriving);
    if (other) return { account: other, isNew: false };
    throw isTaken ? notLinked(arriving.provider.name) : error;
  }
}

async function findMember({ provider, proved }: Arriving): Promise<AccountRecord | undefined> {
  const identity = await Identity.findOne({ provider: provider.id, subject: proved.subject }, { accountId: 1 }).lean();
  const account = identity && (await Account.findById(identity.accountId).lean<AccountRecord>());
  return account ?? undefined;
}

/** The provider vouches for the very address that the account has: no link needs to be mailed there. */
async function confirmAddress(account: AccountRecord, proved: Proved, now: Date): Promise<AccountRecord> {
  if (account.verifiedAt || !proved.isEmailVerified) return account;
  if (emailKey(proved.email ?? '') !== account.emailKey) return account;
  const confirmed = await Account.findOneAndUpdate(
    { _id: account._id, emailKey: account.emailKey, verifiedAt: mongoose.trusted({ $exists: false }) },
    { $set: { verifiedAt: now }, $inc: { version: 1 } },
    { returnDocument: 'after' },
  ).lean<AccountRecord>();
  return confirmed ?? account;
}

async function makeMember(deps: Deps, arriving: Arriving, now: Date): Promise<Arrived> {
  const { provider, proved, invitation, timeZone } = arriving;
  const email = Email.safeParse(proved.email).data;
  const key = email && emailKey(email);
  if (!email || !key) {
    const detail = `${provider.name} tells no address of yours that we can use. Let it be shown there, or sign up with a password.`;
    throw new Problem('bad-request', { detail });
  }
  const settings = await readSettings();
  checkSignUpPolicy(settings, key, invitation !== undefined);
  return untilHandleIsFree((attempt) =>
    transact(deps.connection, async () => {
      const theirs = await findMember(arriving);
      if (theirs) return { account: theirs, isNew: false };
      const isInvitedThere = invitation !== undefined && (await takeInvitation(invitation, key, now)).provesEmail;
      const isVerified = proved.isEmailVerified || isInvitedThere;
      // Before it is looked up: an address that nobody vouches for must not tell whether it has an account.
      if (!isVerified && isVerifiedFirst(settings)) throw unconfirmed(provider.name);
      if (await Account.exists({ emailKey: key })) throw notLinked(provider.name);
      const newcomer = { name: nameOf(proved, email), email, emailKey: key, timeZone };
      const account = await makeAccount({ ...newcomer, ...(isVerified && { verifiedAt: now }) }, attempt, now);
      await keepIdentity(provider, proved, account._id, now);
      if (!isVerified) await sendVerifyLink(deps, account, now);
      return { account, isNew: true };
    }),
  );
}

/** As the contract takes names; the provider takes more. */
function nameOf({ name = '' }: Proved, email: string): string {
  const plain = name.slice(0, 80).replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
  return Name.safeParse(plain).data ?? email.slice(0, email.lastIndexOf('@'));
}

function notLinked(provider: string): Problem {
  const detail = `There is an account with your address. Sign in to it first, then link ${provider} in the settings.`;
  return new Problem('identity-not-linked', { detail });
}

function unconfirmed(provider: string): Problem {
  const detail = `${provider} has not confirmed your address. Confirm it there, or sign up with a password here.`;
  return new Problem('email-unverified', { detail });
}
