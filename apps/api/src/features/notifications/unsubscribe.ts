import { type Digest, type Mailing, usualDigest } from '@waymark/contract';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { openSealed, sealText } from '../../seal.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { linkEnded } from '../credentials/links.js';
import { pageUrl } from '../mail/address-letter.js';
import { moveLetter } from './letter-due.js';

const context = 'unsubscribe';
type Sealing = Pick<Deps, 'keys'>;

/** Ends a member's letters, and holds for good: it was sealed by this instance, which keeps nothing of it. */
export function unsubscribeUrl(deps: Sealing & Pick<Deps, 'env'>, memberId: string): string {
  return pageUrl(deps, 'unsubscribe', sealText(deps.keys, context, memberId));
}

/** Whose letters a token is about; throws `link-ended` where it is none of ours. */
async function findReader({ keys }: Sealing, token: string): Promise<AccountRecord> {
  let _id: string;
  try {
    _id = openSealed(keys, context, token);
  } catch {
    throw linkEnded();
  }
  const account = await Account.findOne({ _id }).lean<AccountRecord>();
  if (!account || account.eraseAfter) throw linkEnded();
  return account;
}

const answer = ({ digest = usualDigest, digestBefore = usualDigest }: AccountRecord): Mailing => ({
  digest,
  before: digest === 'off' ? digestBefore : digest,
});

export async function readMailing(deps: Sealing, token: string): Promise<Mailing> {
  return answer(await findReader(deps, token));
}

type Changing = Sealing & Pick<Deps, 'connection'>;

/** Sets what `next` makes of it; `null`: it is so already, and nothing is changed. */
function change(deps: Changing, token: string, now: Date, next: (is: Mailing) => Digest | null): Promise<Mailing> {
  return transact(deps.connection, async () => {
    const before = await findReader(deps, token);
    const is = answer(before);
    const digest = next(is);
    if (digest === null) return is;
    const changes = { digest, digestBefore: is.before };
    await Account.updateOne({ _id: before._id }, { $set: changes, $inc: { version: 1 } });
    const after = { ...before, ...changes };
    await moveLetter(after, now);
    return answer(after);
  });
}

/** No more letters. */
export function stopMailing(deps: Changing, token: string, now: Date): Promise<Mailing> {
  return change(deps, token, now, ({ digest }) => (digest === 'off' ? null : 'off'));
}

/** Letters as before they were stopped. */
export function resumeMailing(deps: Changing, token: string, now: Date): Promise<Mailing> {
  return change(deps, token, now, ({ digest, before }) => (digest === 'off' ? before : null));
}
