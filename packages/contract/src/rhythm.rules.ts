import { addDays, weekOf } from './days.rules.js';
import { isPaused } from './pauses.rules.js';
import type { Pause } from './progress.js';

export interface Rhythm {
  /** Active days of this week, and how many the learner means to have. */
  activeDays: number;
  goalDays: number;
  /** Weeks in a row in which the goal was met, this one included once it is. */
  weeksKept: number;
  /** One week in four may be free without breaking the row; `true` while it is in hand. */
  freeWeekInHand: boolean;
}

interface Terms {
  pauses?: readonly Pause[];
  /** 1 for Monday to 7 for Sunday. */
  weekStartsOn?: number;
}

/**
 * Weekly rhythm: no daily streak, no guilt. `days` are the active ones, in any order. A week with a paused day in it
 * neither counts nor breaks: the row is as if that week had not been.
 */
export function rhythmOf(
  days: readonly string[],
  goalDays: number,
  today: string,
  { pauses = [], weekStartsOn = 1 }: Terms = {},
): Rhythm {
  const active = new Map<string, number>();
  for (const day of new Set(days)) {
    const week = weekOf(day, weekStartsOn);
    active.set(week, (active.get(week) ?? 0) + 1);
  }
  const thisWeek = weekOf(today, weekStartsOn);
  const firstWeek = [...active.keys()].sort()[0] ?? thisWeek;
  const isKept = (week: string) => (active.get(week) ?? 0) >= goalDays;
  const isFree = (week: string) =>
    pauses.length > 0 && [0, 1, 2, 3, 4, 5, 6].some((later) => isPaused(pauses, addDays(week, later)));
  let weeksKept = isKept(thisWeek) && !isFree(thisWeek) ? 1 : 0;
  let sinceFree = 3;
  /** How many weeks back, the paused ones not counted. */
  let back = 0;
  let lastFree = 4;
  let freeWeekInHand = true;
  for (let week = addDays(thisWeek, -7); week >= firstWeek; week = addDays(week, -7)) {
    if (isFree(week)) continue;
    back += 1;
    if (isKept(week)) {
      weeksKept += 1;
      sinceFree += 1;
      // A missed week is a free one of this row only with a kept week before it.
      if (lastFree < 4) freeWeekInHand = false;
      continue;
    }
    // Walking back: a free week needs three weeks between itself and the free week after it.
    if (sinceFree < 3) break;
    lastFree = back;
    sinceFree = 0;
  }
  return { activeDays: active.get(thisWeek) ?? 0, goalDays, weeksKept, freeWeekInHand };
}
