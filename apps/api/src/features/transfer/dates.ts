import { daysBetween, Instant } from '@waymark/contract';

/** Two machines' clocks are seldom the same; a date beyond this is none that was lived. */
const aheadMs = 5 * 60_000;

/** When something in a file was done: no clock that was never set, and none that runs far ahead. */
export const PastInstant = Instant.refine((at) => at >= '2000', 'Its date is before the year 2000');

export const inTheFuture = 'It is dated in the future';

export function isAhead(now: Date, ...instants: readonly (string | null | undefined)[]): boolean {
  return instants.some((at) => at !== null && at !== undefined && Date.parse(at) > now.getTime() + aheadMs);
}

/** A learner's day and its instant fit where some zone on earth has that day then. */
export function isDayOf(day: string, at: string): boolean {
  return Math.abs(daysBetween(day, at.slice(0, 10))) <= 1;
}

/** Where the earth's clocks are furthest ahead a day begins fourteen hours before it does in UTC. */
export function hasCome(day: string, now: Date): boolean {
  return Date.parse(day) - 14 * 3_600_000 <= now.getTime();
}
