import { addDays, daysBetween, weekOf } from './days.rules.js';
import { effortRatio, midHours } from './effort.rules.js';
import { closedPauses, firstNotPaused, isPaused } from './pauses.rules.js';
import type { Pause, Plan } from './progress.js';
import type { Roadmap } from './roadmaps.js';
import { wayAhead } from './steps.rules.js';
import type { Way } from './way.rules.js';

/** One topic, or one choice to make and learn, as far as it falls into a week or a day. */
export interface PlannedItem {
  /** `null`: a place of the choice that nobody has decided yet. */
  topicId: string | null;
  choiceId: string | null;
  /** Of this week or day, and of the whole of it. */
  minutes: number;
  ofMinutes: number;
  /** It begins here; it ends here. A short one does both. */
  begins: boolean;
  ends: boolean;
}

export interface PlannedWeek {
  /** The first day of the week, by whatever day its weeks begin on. */
  start: string;
  /** The days that are planned, both included: today's week begins with today. */
  from: string;
  to: string;
  /** What there is room for. 0 in a week that is paused from end to end. */
  minutes: number;
  items: PlannedItem[];
}

export interface PlannedDay {
  day: string;
  items: PlannedItem[];
}

export interface WeekPlanTerms {
  plan: Plan;
  today: string;
  /** 1 for Monday to 7 for Sunday. */
  weekStartsOn: number;
}

/** Takes as many minutes from the head of `queue` as there is room for. */
function fill(queue: PlannedItem[], room: number): PlannedItem[] {
  const taken: PlannedItem[] = [];
  let left = room;
  while (left > 0 && queue[0]) {
    const head = queue[0];
    const minutes = Math.min(head.minutes, left);
    left -= minutes;
    const isRest = minutes === head.minutes;
    taken.push({ ...head, minutes, ends: isRest && head.ends });
    if (isRest) queue.shift();
    else queue[0] = { ...head, minutes: head.minutes - minutes, begins: false };
  }
  return taken;
}

function daysOf(from: string, to: string): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, later) => addDays(from, later));
}

/**
 * What is left of the way, spread over weeks of the plan's hours from today on: what is being learned first, then in
 * walking order, nothing before what it needs; a long topic goes on into the next week. A week has as much of its
 * hours as it has days that are not paused and not over. A stretch of paused weeks is one entry without items. What
 * is done or skipped is not in it, so a change of state replans the rest and nothing else.
 */
export function weekPlan(roadmap: Roadmap, way: Way, { plan, today, weekStartsOn }: WeekPlanTerms): PlannedWeek[] {
  const ratio = effortRatio(roadmap, way);
  const queue = wayAhead(roadmap, way).map(({ topicId, choiceId, effortHours }): PlannedItem => {
    const minutes = Math.max(Math.round(midHours(effortHours) * ratio * 60), 1);
    return { topicId, choiceId, minutes, ofMinutes: minutes, begins: true, ends: true };
  });
  const pauses = closedPauses(plan.pauses, today);
  const weeks: PlannedWeek[] = [];
  for (let from = today; queue.length > 0; ) {
    const start = weekOf(from, weekStartsOn);
    const end = addDays(start, 6);
    const resumes = firstNotPaused(pauses, from);
    if (resumes > end) {
      weeks.push({ start, from, to: addDays(resumes, -1), minutes: 0, items: [] });
      from = resumes;
      continue;
    }
    const days = daysOf(from, end).filter((day) => !isPaused(pauses, day)).length;
    const minutes = Math.round((plan.hoursPerWeek * 60 * days) / 7);
    weeks.push({ start, from, to: end, minutes, items: fill(queue, minutes) });
    from = addDays(end, 1);
  }
  return weeks;
}

/**
 * A planned week day by day: on as many days as the plan says, or as are left, spread evenly; on each an equal part
 * of the week's work.
 */
export function dayPlan(week: PlannedWeek, plan: Plan, today: string): PlannedDay[] {
  const pauses: readonly Pause[] = closedPauses(plan.pauses, today);
  const free = week.items.length > 0 ? daysOf(week.from, week.to).filter((day) => !isPaused(pauses, day)) : [];
  const count = Math.min(plan.daysPerWeek, free.length);
  const days = Array.from({ length: count }, (_, place) => free[Math.floor((place * free.length) / count)] ?? '');
  const queue = week.items.map((item) => ({ ...item }));
  const work = queue.reduce((total, { minutes }) => total + minutes, 0);
  // Rounded up, so that the last day has the least and nothing is left over.
  return days
    .map((day) => ({ day, items: fill(queue, Math.ceil(work / count)) }))
    .filter(({ items }) => items.length > 0);
}
