import type { MemberRow } from '@waymark/contract';
import mongoose from 'mongoose';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { Session } from '../accounts/sessions.model.js';

/** Members as an owner sees them: nothing of what they learn or build. */
export async function memberRows(accounts: readonly AccountRecord[], now: Date): Promise<MemberRow[]> {
  const lastUsed = await findLastUsed(
    accounts.map(({ _id }) => _id),
    now,
  );
  return accounts.map((account) => ({
    id: String(account._id),
    name: account.name,
    handle: account.handle,
    email: account.email,
    role: account.role,
    isVerified: account.verifiedAt !== undefined,
    hasTwoFactor: account.twoFactor?.confirmedAt !== undefined,
    createdAt: account.createdAt.toISOString(),
    lastUsedAt: lastUsed.get(String(account._id))?.toISOString() ?? null,
    disabledAt: account.disabledAt?.toISOString() ?? null,
    eraseAfter: account.eraseAfter?.toISOString() ?? null,
  }));
}

/** The member, unless the time in which they could be kept is over; what is to be erased is as good as gone. */
export async function findMember(id: string, now: Date): Promise<AccountRecord | null> {
  return Account.findOne({ _id: id, ...stillThere(now) }).lean<AccountRecord>();
}

export function stillThere(now: Date) {
  return { eraseAfter: mongoose.trusted({ $not: { $lte: now } }) };
}

async function findLastUsed(ids: readonly mongoose.Types.ObjectId[], now: Date): Promise<ReadonlyMap<string, Date>> {
  const found = await Session.aggregate<{ _id: mongoose.Types.ObjectId; at: Date }>([
    { $match: { accountId: { $in: ids }, idleEndsAt: { $gt: now } } },
    { $group: { _id: '$accountId', at: { $max: '$lastUsedAt' } } },
  ]);
  return new Map(found.map(({ _id, at }) => [String(_id), at]));
}
