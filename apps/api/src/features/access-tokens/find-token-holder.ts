import mongoose from 'mongoose';
import type { Viewer } from '../../http/viewer.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { hashToken } from '../credentials/links.js';
import { needsTwoFactor } from '../two-factor/needs-two-factor.js';
import { AccessToken, type AccessTokenRecord } from './access-tokens.model.js';
import { isAccessToken } from './new-access-token.js';

const minuteMs = 60_000;

/**
 * Whose personal access token this is; `undefined` where it has ended or never was, and where its holder is disabled
 * or leaving. Looked up at each request, so that an ended one is refused at the next.
 */
export async function findTokenHolder(text: string, now: Date): Promise<Viewer | undefined> {
  if (!isAccessToken(text)) return undefined;
  const token = await AccessToken.findOne({
    hash: hashToken(text),
    expiresAt: mongoose.trusted({ $gt: now }),
  }).lean<AccessTokenRecord>();
  if (!token) return undefined;
  const missing = mongoose.trusted({ $exists: false });
  const holder = await Account.findOne(
    { _id: token.accountId, disabledAt: missing, eraseAfter: missing },
    { role: 1, twoFactor: 1 },
  ).lean<AccountRecord>();
  if (!holder) return undefined;
  await noteUse(token, now);
  return {
    id: String(holder._id),
    sessionId: String(token._id),
    needsTwoFactor: await needsTwoFactor(holder),
    scopes: token.scopes,
  };
}

/** To the minute: a script that asks a hundred times a second is no hundred writes. */
async function noteUse({ _id, lastUsedAt }: AccessTokenRecord, now: Date): Promise<void> {
  const before = new Date(now.getTime() - minuteMs);
  if (lastUsedAt && lastUsedAt > before) return;
  // Of many requests at once, the first writes.
  const isOld = { $or: [{ lastUsedAt: null }, { lastUsedAt: mongoose.trusted({ $lte: before }) }] };
  await AccessToken.updateOne({ _id, ...isOld }, { $set: { lastUsedAt: now } });
}
