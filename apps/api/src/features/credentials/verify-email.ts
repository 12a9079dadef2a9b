import mongoose from 'mongoose';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Client } from '../../http/route.js';
import { Account } from '../accounts/accounts.model.js';
import type { SignIn } from '../accounts/sign-in.js';
import { recordAudit } from '../instance/audit.model.js';
import { linkedAccount } from './linked-account.js';
import { findLink, useLink } from './links.js';

/**
 * Confirms the address by the link. Who signed up with it and never came in says the password as well: a stranger who
 * signed up with somebody's address would else be let in by that somebody's click.
 */
export async function verifyEmail(
  deps: Deps,
  signIn: SignIn,
  { token, password }: { token: string; password?: string | undefined },
  client: Client,
  now: Date,
): Promise<void> {
  const account = await linkedAccount(await findLink('verify', token, now));
  if (account.neverSignedIn) {
    if (password === undefined)
      throw new Problem('wrong-credentials', { detail: 'Give the password of your sign-up.' });
    await signIn({ email: account.email, password, client, refusedAs: 'sign-in-refused' }, now);
  }
  await transact(deps.connection, async () => {
    const { _id } = await linkedAccount(await useLink('verify', token, now));
    // Set before, such as by a provider: then there is nothing left to do.
    const { modifiedCount } = await Account.updateOne(
      { _id, verifiedAt: mongoose.trusted({ $exists: false }) },
      { $set: { verifiedAt: now }, $unset: { neverSignedIn: 1 }, $inc: { version: 1 } },
    );
    if (modifiedCount > 0) await recordAudit('email-verified', { actor: _id, client }, now);
  });
}
