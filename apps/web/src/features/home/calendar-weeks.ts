import type { ActivityDay } from '@waymark/contract';
import { addDays, weekOf } from '@waymark/contract/rules';

export interface CalendarDay {
  day: string;
  acts: number;
  /** How full it is drawn: nothing, a little, some, much. */
  level: 0 | 1 | 2 | 3;
}

export interface CalendarWeek {
  monday: string;
  /** The first of a month falls into it. */
  startsMonth: boolean;
  /** Monday first; the week of today ends with today. */
  days: CalendarDay[];
}

function levelOf(acts: number): CalendarDay['level'] {
  if (acts === 0) return 0;
  if (acts <= 2) return 1;
  return acts <= 5 ? 2 : 3;
}

/** `count` weeks from Monday on, the last of them the week of `today`. */
export function calendarWeeks(active: readonly ActivityDay[], today: string, count = 26): CalendarWeek[] {
  const acts = new Map(active.map((each) => [each.day, each.acts]));
  const thisWeek = weekOf(today);
  return Array.from({ length: count }, (_, place) => {
    const monday = addDays(thisWeek, -7 * (count - 1 - place));
    const all = Array.from({ length: 7 }, (_, weekday) => addDays(monday, weekday));
    return {
      monday,
      startsMonth: all.some((day) => day.endsWith('-01')),
      days: all
        .filter((day) => day <= today)
        .map((day) => ({ day, acts: acts.get(day) ?? 0, level: levelOf(acts.get(day) ?? 0) })),
    };
  });
}
