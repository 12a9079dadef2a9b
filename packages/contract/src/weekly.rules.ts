import { addDays, dayIn, weekOf } from './days.rules.js';
import type { Weekly } from './notifications.js';
import { nextMorning } from './notifications.rules.js';

/** Nobody gets a weekly letter who has not asked for one. */
export const usualWeekly: Weekly = 'off';

const isMonday = (day: string) => new Date(day).getUTCDay() === 1;

/** When a member's next weekly letter is due: the next Monday at eight where they are; `null` where none is wanted. */
export function weeklyDueAt(weekly: Weekly, timeZone: string, now: Date): Date | null {
  if (weekly === 'off') return null;
  let at = nextMorning(timeZone, now);
  while (!isMonday(dayIn(timeZone, at))) at = nextMorning(timeZone, at);
  return at;
}

/** The last week that is over on `today`, by the day on which the member's weeks begin. Both days are in it. */
export function endedWeek(today: string, weekStartsOn = 1): { from: string; to: string } {
  const to = addDays(weekOf(today, weekStartsOn), -1);
  return { from: addDays(to, -6), to };
}

export const tellsOf = (weekly: Weekly, what: 'learning' | 'mentoring'): boolean =>
  weekly === 'both' || weekly === what;
