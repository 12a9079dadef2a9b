import mongoose from 'mongoose';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { emailKey } from '../accounts/email-key.js';
import { linkEnded } from './links.js';
import type { LinkRecord } from './links.model.js';

/**
 * Whose link it is, or `link-ended`. A link that was mailed holds for the address that it was mailed to, and ends
 * with it; none holds for who is to be erased.
 */
export async function linkedAccount(link: LinkRecord | undefined): Promise<AccountRecord> {
  const account = link && (await ownerOf(link));
  if (!account) throw linkEnded();
  if (link.email !== undefined && emailKey(link.email) !== account.emailKey) throw linkEnded();
  return account;
}

/** Whose link it is, whatever their address is by now. */
export async function ownerOf({ accountId }: LinkRecord): Promise<AccountRecord | undefined> {
  const stays = { eraseAfter: mongoose.trusted({ $exists: false }) };
  const account = await Account.findOne({ _id: accountId, ...stays }).lean<AccountRecord>();
  return account ?? undefined;
}
