import { isAway, type NotificationKind } from '@waymark/contract';
import mongoose from 'mongoose';
import { Reviewer, type ReviewerRecord } from '../reviews/reviewers.model.js';
import { Notification, type NotificationRecord } from './notifications.model.js';

/** What asks something of a mentor. */
const requests: NotificationKind[] = [
  ...(['requested', 'ask', 'release', 'lapse', 'pass', 'resubmit', 'reopen', 'nudge'] as const),
  'asked-for-help',
];

type Which = mongoose.QueryFilter<NotificationRecord>;

/**
 * While a member is away no letter tells them what is asked of them: what it does tell of, and until when
 * something is held back; `null` where nothing is.
 */
export async function findHeldBack(
  memberId: string,
  unread: Which,
  now: Date,
): Promise<{ others: Which; until: Date | null }> {
  const reviewer = await Reviewer.findOne({ _id: memberId }, { away: 1 }).lean<ReviewerRecord>();
  const away = reviewer?.away;
  if (!away || !isAway([away], now)) return { others: {}, until: null };
  const ofOthers = { kind: mongoose.trusted({ $in: requests }), learnerId: mongoose.trusted({ $ne: memberId }) };
  const isAny = (await Notification.exists({ ...unread, ...ofOthers })) !== null;
  return { others: { $nor: [ofOthers] }, until: isAny ? away.endsAt : null };
}
