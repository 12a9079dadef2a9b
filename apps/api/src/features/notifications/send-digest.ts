import { notificationPage, usualDigest } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { findPeople } from '../accounts/find-people.js';
import { letterTo, pageUrl } from '../mail/address-letter.js';
import type { Thread } from '../mail/letters/digest-letters.js';
import { letters } from '../mail/letters.js';
import { mailKind, queueLetter } from '../mail/queue-letter.js';
import { Review, type ReviewRecord } from '../reviews/reviews.model.js';
import { Revision, type RevisionRecord } from '../reviews/revisions.model.js';
import { mayRead } from '../reviews/who-reviews.js';
import { Notification, type NotificationRecord } from './notifications.model.js';
import { unsubscribeUrl } from './unsubscribe.js';

type Writing = Pick<Deps, 'env' | 'keys' | 'roadmaps'>;

const mostThreads = 100;

/** Whom a letter reaches: what a learner wrote goes to no address that nobody has confirmed. */
function mayMail({ digest = usualDigest, verifiedAt, disabledAt, eraseAfter }: AccountRecord): boolean {
  return digest !== 'off' && verifiedAt !== undefined && disabledAt === undefined && eraseAfter === undefined;
}

/** What a review's project is about: the first roadmap that it covers. */
async function roadmapOf({ roadmaps }: Writing, { projectId, revision }: ReviewRecord): Promise<string | null> {
  const found = await Revision.findOne(
    { projectId, number: revision },
    { 'snapshot.covers': 1 },
  ).lean<RevisionRecord>();
  const [cover] = found?.snapshot.covers ?? [];
  return cover ? (roadmaps.get(cover.roadmap)?.title ?? cover.roadmap) : null;
}

/** With where it leads, on its own: what is wrong with a project is mended there. */
async function threadOf(deps: Writing, told: NotificationRecord): Promise<(Thread & { path: string }) | null> {
  const review = await Review.findOne({ _id: told.reviewId }).lean<ReviewRecord>();
  if (!review || !(await mayRead(review, String(told.memberId)))) return null;
  const { learnerId, actorId, kind, days, count } = told;
  const people = await findPeople([learnerId, ...(actorId ? [actorId] : [])]);
  const nameOf = (id: unknown) => people.get(String(id))?.name ?? null;
  return {
    ...{ kind, days, count },
    path: notificationPage(kind, String(review._id), String(review.projectId)),
    project: review.title,
    roadmap: await roadmapOf(deps, review),
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
  const found = await Notification.find(unread)
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
  const next = found.length === mostThreads ? now : null;
  const [first, ...others] = threads;
  if (!first) return next;
  const ids = told.map(({ _id }) => _id);
  await Notification.updateMany({ _id: mongoose.trusted({ $in: ids }) }, { $set: { mailedAt: now } });
  const url = pageUrl(deps, others.length === 0 ? first.path : 'notifications');
  const letter = letters.digest({
    ...(await letterTo(account)),
    url,
    threads: [first, ...others],
    unsubscribeUrl: unsubscribeUrl(deps, memberId),
  });
  await queueLetter(deps, account.email, letter, now);
  return next;
}
