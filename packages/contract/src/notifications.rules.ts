import type { Digest, ReviewNews } from './notifications.js';
import type { BallHolder, ReviewEventKind } from './reviews.js';

/** Of who has not said how often letters are to come. */
export const usualDigest: Digest = 'hourly';
/** After so many days whoever holds the ball is reminded of it, each time once. */
export const nudgeDays = [3, 7, 14] as const;

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
/** When a day's letter leaves: 8:00, in minutes. */
const morning = 8 * 60;

/** Who in a review is told: its learner, who holds or last held it, or all who are asked. */
export type Concerned = 'learner' | 'holder' | 'asked';

/** `ball`: whoever must act now. */
const told: Readonly<Record<ReviewNews, readonly Concerned[] | 'ball'>> = {
  requested: ['asked'],
  ask: ['asked'],
  claim: ['learner'],
  release: ['learner', 'asked'],
  lapse: ['learner', 'holder', 'asked'],
  pass: 'ball',
  resubmit: 'ball',
  reopen: 'ball',
  approve: ['learner'],
  'request-changes': ['learner'],
  comment: ['learner'],
  withdraw: ['holder'],
  thank: ['holder'],
  park: ['learner', 'holder'],
  said: ['learner', 'holder'],
  nudge: 'ball',
  'dead-link': ['learner'],
};

/** As what event somebody is told of it; `null`: nobody is. Claiming what one holds is renewing it. */
export function tellingOf(kind: ReviewEventKind, wasClaimed: boolean): ReviewNews | null {
  return kind === 'renew' || (kind === 'claim' && wasClaimed) ? null : kind;
}

/** Who is told of it, as the review stands after it; whoever did it is left out by the caller. */
export function concernedBy(
  kind: ReviewNews,
  after: { ballWith: BallHolder | null; claim: object | null },
): readonly Concerned[] {
  const whom = told[kind];
  if (whom !== 'ball') return whom;
  if (after.ballWith === 'mentor') return after.claim ? ['holder'] : ['asked'];
  return after.ballWith === 'learner' ? ['learner'] : [];
}

/** For how many days, of those that count, it has been somebody's turn; `null` while it is fewer. */
export function nudgeDue(ballSince: Date, now: Date): number | null {
  return nudgeDays.findLast((days) => ballSince.getTime() + days * dayMs <= now.getTime()) ?? null;
}

/** When they are to be reminded next; `null` after the last time. */
export function nextNudgeAt(ballSince: Date, now: Date): Date | null {
  const days = nudgeDays.find((each) => ballSince.getTime() + each * dayMs > now.getTime());
  return days === undefined ? null : new Date(ballSince.getTime() + days * dayMs);
}

/** Minutes since midnight in a zone. */
function minutesIn(timeZone: string, at: Date): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });
  const part = (type: string) => Number(format.formatToParts(at).find((each) => each.type === type)?.value);
  return part('hour') * 60 + part('minute');
}

/** The next morning at eight in a zone; also where the clocks change in the night before it. */
export function nextMorning(timeZone: string, now: Date): Date {
  const minute = new Date(Math.floor(now.getTime() / minuteMs) * minuteMs);
  const wait = (morning - minutesIn(timeZone, minute) + 1440) % 1440 || 1440;
  const guess = new Date(minute.getTime() + wait * minuteMs);
  const shift = minutesIn(timeZone, guess) - morning;
  return new Date(guess.getTime() - shift * minuteMs);
}

/** When a letter about what happened at this moment is due; `null` where none is wanted. */
export function letterDueAt(digest: Digest, timeZone: string, at: Date): Date | null {
  if (digest === 'off') return null;
  if (digest === 'at-once') return at;
  return digest === 'daily' ? nextMorning(timeZone, at) : new Date(at.getTime() + 60 * minuteMs);
}
