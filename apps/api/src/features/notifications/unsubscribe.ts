import { type DigestMailing, type Mailing, usualDigest, usualWeekly, type WeeklyMailing } from '@waymark/contract';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { openSealed, sealText } from '../../seal.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { linkEnded } from '../credentials/links.js';
import { pageUrl } from '../mail/address-letter.js';
import { moveLetter, moveWeekly } from './letter-due.js';

type Sealing = Pick<Deps, 'keys'>;

/** A kind of letters that is ended by itself. */
interface Series {
  /** Under which its links are sealed. */
  context: string;
  answer(account: AccountRecord): Mailing;
  /** What of an account says that they are stopped, or wanted as before. */
  stopped(account: AccountRecord): Partial<AccountRecord>;
  resumed(account: AccountRecord): Partial<AccountRecord>;
  isOff(account: AccountRecord): boolean;
  move(account: AccountRecord, now: Date): Promise<void>;
}

const digestOf = ({ digest = usualDigest, digestBefore = usualDigest }: AccountRecord): DigestMailing => ({
  digest,
  before: digest === 'off' ? digestBefore : digest,
});
const weeklyOf = ({ weekly = usualWeekly, weeklyBefore = 'both' }: AccountRecord): WeeklyMailing => ({
  weekly,
  before: weekly === 'off' ? weeklyBefore : weekly,
});

const series = {
  digest: {
    context: 'unsubscribe',
    answer: digestOf,
    stopped: (account) => ({ digest: 'off', digestBefore: digestOf(account).before }),
    resumed: (account) => ({ digest: digestOf(account).before }),
    isOff: (account) => digestOf(account).digest === 'off',
    move: moveLetter,
  },
  weekly: {
    context: 'unsubscribe-weekly',
    answer: weeklyOf,
    stopped: (account) => ({ weekly: 'off', weeklyBefore: weeklyOf(account).before }),
    resumed: (account) => ({ weekly: weeklyOf(account).before }),
    isOff: (account) => weeklyOf(account).weekly === 'off',
    move: moveWeekly,
  },
} as const satisfies Record<string, Series>;

/** Ends a member's letters of one kind, and holds for good: it was sealed by this instance, which keeps nothing of it. */
export function unsubscribeUrl(
  deps: Sealing & Pick<Deps, 'env'>,
  memberId: string,
  kind: keyof typeof series = 'digest',
): string {
  return pageUrl(deps, 'unsubscribe', sealText(deps.keys, series[kind].context, memberId));
}

/** What a token was sealed for; throws `link-ended` where it is none of ours. */
function openToken({ keys }: Sealing, token: string): { _id: string; of: Series } {
  for (const of of Object.values(series)) {
    try {
      return { _id: openSealed(keys, of.context, token), of };
    } catch {}
  }
  throw linkEnded();
}

async function findReader(deps: Sealing, token: string): Promise<{ account: AccountRecord; of: Series }> {
  const { _id, of } = openToken(deps, token);
  const account = await Account.findOne({ _id }).lean<AccountRecord>();
  if (!account || account.eraseAfter) throw linkEnded();
  return { account, of };
}

export async function readMailing(deps: Sealing, token: string): Promise<Mailing> {
  const { account, of } = await findReader(deps, token);
  return of.answer(account);
}

type Changing = Sealing & Pick<Deps, 'connection'>;

/** Where it is so already, nothing is changed. */
function change(deps: Changing, token: string, now: Date, toBe: 'stopped' | 'resumed'): Promise<Mailing> {
  return transact(deps.connection, async () => {
    const { account, of } = await findReader(deps, token);
    if (of.isOff(account) === (toBe === 'stopped')) return of.answer(account);
    const changes = of[toBe](account);
    await Account.updateOne({ _id: account._id }, { $set: changes, $inc: { version: 1 } });
    const after = { ...account, ...changes };
    await of.move(after, now);
    return of.answer(after);
  });
}

/** No more letters of the kind that the token came with. */
export function stopMailing(deps: Changing, token: string, now: Date): Promise<Mailing> {
  return change(deps, token, now, 'stopped');
}

/** Letters as before they were stopped. */
export function resumeMailing(deps: Changing, token: string, now: Date): Promise<Mailing> {
  return change(deps, token, now, 'resumed');
}
