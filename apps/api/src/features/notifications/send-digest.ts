import { usualDigest } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { findPeople } from '../accounts/find-people.js';
import { letterTo, pageUrl } from '../mail/address-letter.js';
import type { Thread } from '../mail/letters/digest-letters.js';
import { letters } from '../mail/letters.js';
import { mailKind, queueLetter } from '../mail/queue-letter.js';
import { aboutOf, findSubjects, kindOf } from './abouts.js';
import { findHeldBack } from './held-back.js';
import { Notification, type NotificationRecord } from './notifications.model.js';
import { unsubscribeUrl } from './unsubscribe.js';

type Writing = Pick<Deps, 'env' | 'keys' | 'roadmaps'>;

const mostThreads = 100;

/** Whom a letter reaches: what a learner wrote goes to no address that nobody has confirmed. */
export function mayReach({ verifiedAt, disabledAt, eraseAfter }: AccountRecord): boolean {
  return verifiedAt !== undefined && disabledAt === undefined && eraseAfter === undefined;
}

const mayMail = (account: AccountRecord) => (account.digest ?? usualDigest) !== 'off' && mayReach(account);

/** With where it leads, on its own. */
async function threadOf(deps: Writing, told: NotificationRecord): Promise<(Thread & { path: string }) | null> {
  const { about, learnerId, actorId, kind, days, count } = told;
  const { id } = aboutOf(about);
  const subject = (await findSubjects(deps, [told])).get(about);
  if (!subject || !(await kindOf(about).maySee(id, String(told.memberId)))) return null;
  const people = await findPeople([learnerId ?? [], actorId ?? []].flat());
  const nameOf = (whose: unknown) => people.get(String(whose))?.name ?? null;
  return {
    ...{ kind, days, count },
    path: subject.path(kind, String(told.memberId)),
    title: subject.title,
    aside: await kindOf(about).findAside(id, deps),
    isMine: String(learnerId) === String(told.memberId),
    learner: nameOf(learnerId) ?? '',
    by: nameOf(actorId),
  };
}

/**
 * Writes a member of what they have not read and no letter told of yet, in the transaction around it: when to write again.
 * More than one letter takes goes into another one right after it.
 */
export async function sendDigest(deps: Writing, memberId: string, now: Date): Promise<Date | null> {
  if (mailKind(deps.env) === 'none') return null;
  const account = await Account.findOne({ _id: memberId }).lean<AccountRecord>();
  if (!account || !mayMail(account)) return null;
  const unread = { memberId, isUnread: true, mailedAt: mongoose.trusted({ $exists: false }) };
  const { others, until } = await findHeldBack(memberId, unread, now);
  const found = await Notification.find({ ...unread, ...others })
    .sort({ at: -1, _id: -1 })
    .limit(mostThreads)
    .lean<NotificationRecord[]>();
  const told: NotificationRecord[] = [];
  const threads: (Thread & { path: string })[] = [];
  for (const each of found) {
    const thread = await threadOf(deps, each);
    if (!thread) continue;
    told.push(each);
    threads.push(thread);
  }
  // What they may not see any more would else stand before all that is older, each time anew.
  const gone = found.filter((each) => !told.includes(each)).map(({ _id }) => _id);
  await Notification.deleteMany({ _id: mongoose.trusted({ $in: gone }) });
  const next = found.length === mostThreads ? now : until;
  const [first, ...more] = threads;
  if (!first) return next;
  const ids = told.map(({ _id }) => _id);
  await Notification.updateMany({ _id: mongoose.trusted({ $in: ids }) }, { $set: { mailedAt: now } });
  const url = pageUrl(deps, more.length === 0 ? first.path : 'notifications');
  const letter = letters.digest({
    ...(await letterTo(account)),
    url,
    threads: [first, ...more],
    unsubscribeUrl: unsubscribeUrl(deps, memberId),
  });
  await queueLetter(deps, account.email, letter, now, { memberId, abouts: told.map(({ about }) => about) });
  return next;
}
