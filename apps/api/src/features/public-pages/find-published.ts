import type { PublicPageChoices } from '@waymark/contract';
import mongoose from 'mongoose';
import { Account } from '../accounts/accounts.model.js';
import { publicPageAnswer } from './public-page-settings.js';
import { PublicPage, type PublicPageRecord } from './public-pages.model.js';

/** Whose page it is: all of the account that a stranger may be told, and the key to what they chose. */
export interface Published {
  learner: { id: string; name: string; handle: string };
  choices: PublicPageChoices;
}

const nobody = new mongoose.Types.ObjectId('000000000000000000000000');
const absent = mongoose.trusted({ $exists: false });

/**
 * The page at this handle, if its learner shows one; `undefined` for all else. Nobody, somebody who shows nothing, and
 * somebody who is shut out or leaving cost the same two reads: the time tells none from another.
 */
export async function findPublished(handle: string): Promise<Published | undefined> {
  const account = await Account.findOne(
    { handle, disabledAt: absent, eraseAfter: absent },
    { name: 1, handle: 1 },
  ).lean();
  const accountId = account?._id ?? nobody;
  const page = await PublicPage.findOne({ accountId, isPublic: true }).lean<PublicPageRecord>();
  if (!account || !page) return undefined;
  const { version: _, ...choices } = publicPageAnswer(page);
  return { learner: { id: String(account._id), name: account.name, handle: account.handle }, choices };
}
