import { addDays, dayIn } from './days.rules.js';

/** From an instant to another, which is the first that does not belong to it. */
export interface AwaySpan {
  startsAt: Date;
  endsAt: Date;
}

/** At most so many days, the first and the last among them. */
export const mostAwayDays = 60;

const minuteMs = 60_000;
/** No zone is further from UTC than this. */
const furthestMs = 15 * 60 * minuteMs;

/** When a day begins in a zone: its first minute, also where the clocks change at midnight. */
export function startOfDay(timeZone: string, day: string): Date {
  let before = Date.parse(day) - furthestMs;
  let since = Date.parse(day) + furthestMs;
  while (since - before > minuteMs) {
    const middle = before + Math.floor((since - before) / 2 / minuteMs) * minuteMs;
    if (dayIn(timeZone, new Date(middle)) < day) before = middle;
    else since = middle;
  }
  return new Date(since);
}

/** Days in a zone, the last among them. */
export function awaySpan(timeZone: string, { from, to }: { from: string; to: string }): AwaySpan {
  return { startsAt: startOfDay(timeZone, from), endsAt: startOfDay(timeZone, addDays(to, 1)) };
}

export function isAway(spans: readonly AwaySpan[], at: Date): boolean {
  return spans.some(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
}

/** An end, of what began at `since`, that waits for the time in which somebody is away: what of that is over before it counts for nothing. */
export function movedByAway(since: Date, end: Date, spans: readonly AwaySpan[]): Date {
  const inOrder = spans.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  let moved = end.getTime();
  let from = since.getTime();
  for (const { startsAt, endsAt } of inOrder) {
    if (startsAt.getTime() >= moved || endsAt.getTime() <= from) continue;
    moved += endsAt.getTime() - Math.max(from, startsAt.getTime());
    // Where two overlap, a day is away once.
    from = endsAt.getTime();
  }
  return new Date(moved);
}
