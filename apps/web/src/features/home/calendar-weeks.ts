import type { ActivityDay } from '@waymark/contract';
import { addDays, weekOf } from '@waymark/contract/rules';

export interface CalendarDay {
  day: string;
  acts: number;
  /** How full it is drawn: nothing, a little, some, much. */
  level: 0 | 1 | 2 | 3;
}

export interface CalendarWeek {
  /** Its first day, whatever that is where the learner is. */
  start: string;
  /** The first of a month falls into it. */
  startsMonth: boolean;
  /** In order; the week of today ends with today. */
  days: CalendarDay[];
}

function levelOf(acts: number): CalendarDay['level'] {
  if (acts === 0) return 0;
  if (acts <= 2) return 1;
  return acts <= 5 ? 2 : 3;
}

/** `count` weeks, the last of them the week of `today`. */
export function calendarWeeks(
  active: readonly ActivityDay[],
  today: string,
  weekStartsOn = 1,
  count = 26,
): CalendarWeek[] {
  const acts = new Map(active.map((each) => [each.day, each.acts]));
  const thisWeek = weekOf(today, weekStartsOn);
  return Array.from({ length: count }, (_, place) => {
    const start = addDays(thisWeek, -7 * (count - 1 - place));
    const all = Array.from({ length: 7 }, (_, weekday) => addDays(start, weekday));
    return {
      start,
      startsMonth: all.some((day) => day.endsWith('-01')),
      days: all
        .filter((day) => day <= today)
        .map((day) => ({ day, acts: acts.get(day) ?? 0, level: levelOf(acts.get(day) ?? 0) })),
    };
  });
}
