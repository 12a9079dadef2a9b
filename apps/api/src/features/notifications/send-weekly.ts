import { dayIn, endedWeek, tellsOf, usualWeekly } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { letterTo } from '../mail/address-letter.js';
import { type Letter, letters } from '../mail/letters.js';
import { mailKind, queueLetter } from '../mail/queue-letter.js';
import { learnersWeek } from './learners-week.js';
import { nextWeekly } from './letter-due.js';
import { mentorsWeek } from './mentors-week.js';
import { mayReach } from './send-digest.js';
import { unsubscribeUrl } from './unsubscribe.js';

type Writing = Pick<Deps, 'env' | 'keys' | 'roadmaps'>;

/** The letters that there is something to say in. */
async function writeWeekly(deps: Writing, account: AccountRecord, now: Date): Promise<Letter[]> {
  const { weekly = usualWeekly } = account;
  const to = { ...(await letterTo(account)), unsubscribeUrl: unsubscribeUrl(deps, String(account._id), 'weekly') };
  const mine = tellsOf(weekly, 'learning') && (await learnersWeek(deps, account, now));
  const theirs = tellsOf(weekly, 'mentoring') && (await mentorsWeek(deps, account, now));
  return [
    ...(mine ? [letters.learnersWeek({ ...to, ...mine })] : []),
    ...(theirs ? [letters.mentorsWeek({ ...to, ...theirs })] : []),
  ];
}

/** Tells a member of the week that is over, once, in the transaction around it: when the next one is due. */
export async function sendWeekly(deps: Writing, memberId: string, now: Date): Promise<Date | null> {
  const account = await Account.findOne({ _id: memberId }).lean<AccountRecord>();
  const next = account && nextWeekly(account, now);
  if (!account || !next) return null;
  const { from } = endedWeek(dayIn(account.timeZone, now), account.weekStartsOn ?? 1);
  // Whoever moves to another zone, or asks again, has Monday morning twice.
  const wasTold = account.weeklyTold !== undefined && account.weeklyTold >= from;
  if (wasTold || mailKind(deps.env) === 'none' || !mayReach(account)) return next;
  for (const letter of await writeWeekly(deps, account, now)) await queueLetter(deps, account.email, letter, now);
  await Account.updateOne({ _id: account._id }, { $set: { weeklyTold: from } });
  return next;
}
