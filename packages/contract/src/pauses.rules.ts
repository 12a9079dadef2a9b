import { addDays, daysBetween } from './days.rules.js';

/** As the contract has it: both days are paused, and without an end it still is. */
interface Pause {
  from: string;
  to: string | null;
}

/** A pause whose end is known. Both of its days are paused. */
interface Closed {
  from: string;
  to: string;
}

export const mostPauses = 40;
/** Days. Who stops for longer leaves the end open. */
export const longestPause = 400;

const byStart = (a: Pause, b: Pause) => (a.from < b.from ? -1 : 1);

export function isPaused(pauses: readonly Pause[], day: string): boolean {
  return pauses.some(({ from, to }) => from <= day && (to === null || day <= to));
}

/** What cannot be taken of a list of pauses, as a sentence; `null` when all is well. */
export function refusePauses(pauses: readonly Pause[]): string | null {
  const sorted = pauses.toSorted(byStart);
  for (const [place, { from, to }] of sorted.entries()) {
    const next = sorted[place + 1];
    if (to !== null && to < from) return 'A pause ends on the day it begins, or later';
    if (to !== null && daysBetween(from, to) >= longestPause)
      return `A pause has at most ${longestPause} days; leave its end open for longer`;
    if (next && (to === null || next.from <= to)) return 'Two pauses overlap';
  }
  return null;
}

/**
 * The pauses for what is counted ahead, oldest first. Nobody knows when a pause without an end is over: it is
 * counted as if `today`, or its first day when that is to come, were its last.
 */
export function closedPauses(pauses: readonly Pause[], today: string): Closed[] {
  return pauses.toSorted(byStart).map(({ from, to }) => ({ from, to: to ?? (from > today ? from : today) }));
}

/** How many of the days from `from` to `to`, both included, are not paused. */
export function daysNotPaused(pauses: readonly Closed[], from: string, to: string): number {
  let days = Math.max(daysBetween(from, to) + 1, 0);
  for (const pause of pauses) {
    const [first, last] = [pause.from > from ? pause.from : from, pause.to < to ? pause.to : to];
    days -= Math.max(daysBetween(first, last) + 1, 0);
  }
  return days;
}

/** The day on which `count` days that are not paused have gone by after `day`. `pauses` oldest first. */
export function afterDays(pauses: readonly Closed[], day: string, count: number): string {
  let end = addDays(day, count);
  for (const pause of pauses) {
    const first = pause.from > day ? pause.from : addDays(day, 1);
    if (pause.to >= first && first <= end) end = addDays(end, daysBetween(first, pause.to) + 1);
  }
  return end;
}

/** The last day after which `count` days that are not paused are left until `day` is over. `pauses` oldest first. */
export function beforeDays(pauses: readonly Closed[], day: string, count: number): string {
  let start = addDays(day, -count);
  for (const pause of pauses.toReversed()) {
    const last = pause.to < day ? pause.to : day;
    if (pause.from <= last && last > start) start = addDays(start, -(daysBetween(pause.from, last) + 1));
  }
  return start;
}

/** `day`, or the first one after the pause in which it lies. `pauses` oldest first. */
export function firstNotPaused(pauses: readonly Closed[], day: string): string {
  return pauses.reduce((so, { from, to }) => (from <= so && so <= to ? addDays(to, 1) : so), day);
}

/** Paused from today on, without an end. A holiday that was planned for later is part of it now. */
export function pauseFrom(pauses: readonly Pause[], today: string): Pause[] {
  if (isPaused(pauses, today)) return pauses.map((pause) => ({ ...pause }));
  return [...pauses.filter(({ from }) => from < today), { from: today, to: null }];
}

/** Going on today: the pause in which today lies ended yesterday, and one that began today never was. */
export function goOn(pauses: readonly Pause[], today: string): Pause[] {
  return pauses.flatMap((pause) => {
    if (!isPaused([pause], today)) return [pause];
    return pause.from < today ? [{ from: pause.from, to: addDays(today, -1) }] : [];
  });
}
