import { addDays, dayIn, weekOf } from '@waymark/contract';
import type { DemoLearner } from './demo-people.js';
import type { SeededRandom } from './seeded-random.js';

/** The days on which a learner did something: a weekly habit with good and bad weeks, and their pauses. */
export function activeDays(learner: DemoLearner, today: string, random: SeededRandom): string[] {
  const start = addDays(today, -learner.startedAgo);
  const end = addDays(today, -Math.min(learner.lastActiveAgo ?? 1, learner.startedAgo));
  const habit = random.shuffle([0, 1, 2, 3, 4, 5, 6]);
  const days = new Set([start, end]);
  if (learner.stuckSince !== undefined) days.add(addDays(today, -learner.stuckSince));
  for (let week = weekOf(start); week <= end; week = addDays(week, 7)) {
    const luck = random.next();
    const count = luck < 0.07 ? 0 : learner.daysPerWeek + (luck < 0.17 ? -1 : luck > 0.45 ? 1 : 0);
    const order = random.next() < 0.3 ? random.shuffle(habit) : habit;
    for (const weekday of order.slice(0, count)) days.add(addDays(week, weekday));
  }
  const isPaused = (day: string) =>
    (learner.pauses ?? []).some(([from, to]) => day >= addDays(today, -from) && day <= addDays(today, -to));
  return [...days].filter((day) => day >= start && day <= end && !isPaused(day)).sort();
}

const minuteMs = 60_000;

/** Gives the times of a learner's acts: in the evening of the day, one after the other, never after `now`. */
export class Clock {
  readonly #last = new Map<string, number>();

  constructor(
    private readonly zone: string,
    private readonly now: Date,
    private readonly random: SeededRandom,
  ) {}

  /** The time of the learner's next act on `day`. */
  next(day: string): Date {
    const isToday = day >= dayIn(this.zone, this.now);
    const pause = (isToday ? this.random.between(2, 5) : this.random.between(6, 25)) * minuteMs;
    const before = this.#last.get(day);
    const first = isToday
      ? this.now.getTime() - 90 * minuteMs
      : midnight(this.zone, day) + this.random.between(1040, 1170) * minuteMs;
    const at = Math.min(before === undefined ? first : before + pause, this.now.getTime());
    this.#last.set(day, at);
    return new Date(at);
  }
}

/** The instant at which `day` begins in `zone`, but for the hour of a clock change. */
function midnight(zone: string, day: string): number {
  const utc = Date.parse(day);
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const shown = Date.parse(`${format.format(utc).replace(' ', 'T')}Z`);
  return utc - (shown - utc);
}
