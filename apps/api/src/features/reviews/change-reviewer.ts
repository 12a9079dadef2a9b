import { type Away, addDays, awaySpan, dayIn, type ReviewerChange, type ReviewerNow } from '@waymark/contract';
import { Problem } from '../../http/problem.js';
import { askForLetters } from '../notifications/letter-due.js';
import { countHeld } from './busy-reviewers.js';
import { Reviewer, type ReviewerRecord } from './reviewers.model.js';

/** Whoever plans further ahead than this has mistyped the year. */
const mostAheadDays = 366;

const getRecord = (memberId: string) => Reviewer.findOne({ _id: memberId }).lean<ReviewerRecord>();
const isOver = (away: ReviewerRecord['away'], now: Date) => !away || away.endsAt <= now;

export async function reviewerAnswer(memberId: string, now: Date): Promise<ReviewerNow> {
  const {
    promiseDays = null,
    inPool = false,
    isNamed = false,
    capacity = null,
    away,
  } = (await getRecord(memberId)) ?? {};
  const coming = away && !isOver(away, now) ? { from: away.from, to: away.to } : null;
  return { promiseDays, inPool, isNamed, capacity, away: coming, inHand: await countHeld(memberId, now) };
}

function checkDays({ from, to }: Away, today: string): void {
  const path = to < today ? 'away.to' : from > addDays(today, mostAheadDays) ? 'away.from' : null;
  if (!path) return;
  const message = path === 'away.to' ? 'That day is over' : 'Within a year from now';
  throw new Problem('invalid', { errors: [{ path, message }] });
}

/** What is kept of when they are away. What of the days before has passed stays: promises were moved by it. */
function awayAfter(before: ReviewerRecord | null, wanted: Away | null, timeZone: string, now: Date) {
  const kept = before?.away ?? null;
  if (wanted && !isOver(kept, now) && kept?.from === wanted.from && kept.to === wanted.to) return {};
  if (wanted) checkDays(wanted, dayIn(timeZone, now));
  const hasBegun = kept !== null && kept.startsAt < now;
  if (!wanted && isOver(kept, now)) return {};
  // Back sooner than they said.
  if (!wanted) return { away: hasBegun && kept ? { ...kept, endsAt: now } : null };
  const isLonger = kept?.from === wanted.from;
  const was =
    hasBegun && kept && !isLonger ? { startsAt: kept.startsAt, endsAt: isOver(kept, now) ? kept.endsAt : now } : null;
  return { away: { ...wanted, ...awaySpan(timeZone, wanted) }, ...(was && { wasAway: was }) };
}

interface Changing {
  memberId: string;
  timeZone: string;
  now: Date;
}

/** Keeps what a member says of themselves as a reviewer, in the caller's transaction. */
export async function changeReviewer({ memberId, timeZone, now }: Changing, change: ReviewerChange): Promise<void> {
  const before = await getRecord(memberId);
  const { away, ...rest } = change;
  const isSaid = away !== undefined;
  const changed = isSaid ? awayAfter(before, away, timeZone, now) : {};
  await Reviewer.updateOne({ _id: memberId }, { $set: { ...rest, ...changed } }, { upsert: true });
  // What was held back until they are back is looked at again: that is sooner now, maybe.
  if (isSaid && !isOver(before?.away, now)) await askForLetters([memberId], now);
}
