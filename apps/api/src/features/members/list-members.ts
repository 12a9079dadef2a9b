import { foldText, type MemberRow, type members } from '@waymark/contract';
import mongoose from 'mongoose';
import type { z } from 'zod';
import { beyond, page, readCursor } from '../../http/cursor.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { memberRows, stillThere } from './member-row.js';

type Query = z.output<typeof members.listMembers.query & {}>;

const isSet = () => mongoose.trusted({ $exists: true });
const isMissing = () => mongoose.trusted({ $exists: false });

const states = {
  active: () => ({ disabledAt: isMissing(), eraseAfter: isMissing() }),
  unverified: () => ({ disabledAt: isMissing(), eraseAfter: isMissing(), verifiedAt: isMissing() }),
  disabled: (now: Date) => ({ disabledAt: isSet(), ...stillThere(now) }),
  leaving: (now: Date) => ({ eraseAfter: mongoose.trusted({ $gt: now }) }),
} satisfies Record<NonNullable<Query['state']>, (now: Date) => object>;

/** One page of the members by name: it costs its page, not the instance. */
export async function listMembers(query: Query, now: Date): Promise<{ items: MemberRow[]; nextCursor: string | null }> {
  const { q, role, state, limit, cursor } = query;
  const [name, id] = (readCursor(cursor, ['string', 'id']) ?? []) as [string?, string?];
  const found = await Account.find({
    ...(state ? states[state](now) : stillThere(now)),
    ...(role && { role }),
    ...beginningWith(q),
    ...(name !== undefined && id && beyond('name', 1, name, id)),
  })
    .sort({ name: 1, _id: 1 })
    .limit(limit + 1)
    .lean<AccountRecord[]>();
  const { items, nextCursor } = page(found, limit, (account) => [account.name, String(account._id)]);
  return { items: await memberRows(items, now), nextCursor };
}

/** A range of the index, from the text itself to the last that begins with it: nothing of it is a pattern. */
function beginningWith(text: string | undefined) {
  const beginning = foldText(text ?? '').trim();
  if (beginning === '') return {};
  const last = `${beginning}\u{10ffff}`;
  return { searchKeys: mongoose.trusted({ $elemMatch: { $gte: beginning, $lt: last } }) };
}
