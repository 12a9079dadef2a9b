import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import { Account } from '../accounts/accounts.model.js';
import { takeOwnersTurn } from '../instance/settings.model.js';

/** Who can act as owner: not one who is shut out, or about to be erased. */
const canAct = () => ({
  role: 'owner' as const,
  disabledAt: mongoose.trusted({ $exists: false }),
  eraseAfter: mongoose.trusted({ $exists: false }),
});

/** The instance has an owner who can act. */
export async function hasOwner(): Promise<boolean> {
  return (await Account.exists(canAct())) !== null;
}

/** This member is one. */
export async function isOwner(accountId: string): Promise<boolean> {
  return (await Account.exists({ ...canAct(), _id: accountId })) !== null;
}

/**
 * Runs a change that may take an owner away, in the transaction around it. Such changes take turns: of two owners who
 * demote each other at once the second finds that it is none any more, and nobody leaves an instance without one.
 */
export async function whileKeepingAnOwner<T>(change: () => Promise<T>): Promise<T> {
  await takeOwnersTurn();
  const hadOwner = await hasOwner();
  const result = await change();
  if (hadOwner && !(await hasOwner())) {
    throw new Problem('last-owner', { detail: 'Make somebody else an owner first.' });
  }
  return result;
}
