import { addDays, weekOf } from './days.rules.js';

export interface Rhythm {
  /** Active days of this week, and how many the learner means to have. */
  activeDays: number;
  goalDays: number;
  /** Weeks in a row in which the goal was met, this one included once it is. */
  weeksKept: number;
  /** One week in four may be free without breaking the row; `true` while it is in hand. */
  freeWeekInHand: boolean;
}

/** Weekly rhythm: no daily streak, no guilt. `days` are the active ones, in any order. */
export function rhythmOf(days: readonly string[], goalDays: number, today: string): Rhythm {
  const active = new Map<string, number>();
  for (const day of new Set(days)) active.set(weekOf(day), (active.get(weekOf(day)) ?? 0) + 1);
  const thisWeek = weekOf(today);
  const firstWeek = [...active.keys()].sort()[0] ?? thisWeek;
  const isKept = (week: string) => (active.get(week) ?? 0) >= goalDays;
  let weeksKept = isKept(thisWeek) ? 1 : 0;
  let sinceFree = 3;
  let lastFree = '';
  let freeWeekInHand = true;
  for (let week = addDays(thisWeek, -7); week >= firstWeek; week = addDays(week, -7)) {
    if (isKept(week)) {
      weeksKept += 1;
      sinceFree += 1;
      // A missed week is a free one of this row only with a kept week before it.
      if (lastFree > addDays(thisWeek, -28)) freeWeekInHand = false;
      continue;
    }
    // Walking back: a free week needs three weeks between itself and the free week after it.
    if (sinceFree < 3) break;
    lastFree = week;
    sinceFree = 0;
  }
  return { activeDays: active.get(thisWeek) ?? 0, goalDays, weeksKept, freeWeekInHand };
}
