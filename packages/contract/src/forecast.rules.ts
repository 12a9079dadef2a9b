import { isOnTheWay } from './choices.rules.js';
import { addDays } from './days.rules.js';
import { effortRatio, midHours } from './effort.rules.js';
import { afterDays, beforeDays, closedPauses, daysNotPaused, isPaused } from './pauses.rules.js';
import type { Forecast, Pause, Plan } from './progress.js';
import { sum, unitsLeft, unitsOf } from './progress.rules.js';
import type { Roadmap } from './roadmaps.js';
import { dayOf, type Way } from './way.rules.js';

export const defaultPlan: Plan = {
  hoursPerWeek: 6,
  daysPerWeek: 3,
  targetDate: null,
  pauses: [],
  hideEstimates: false,
};

const paceDays = 56;
const firstPaceDays = 14;

/**
 * Effort-hours done a week over the last eight weeks, or since the start when that is shorter; `null`
 * until there are two weeks of it. Paused days are left out, with what was done on them: a holiday neither slows nor
 * hastens. What was known before day one is no pace, nor is an option not taken.
 */
export function paceOf(
  roadmap: Roadmap,
  way: Way,
  startedOn: string,
  today: string,
  pauses: readonly Pause[] = [],
): number | null {
  const closed = closedPauses(pauses, today);
  // The first day and today both count.
  const daysFollowed = daysNotPaused(closed, startedOn, today);
  if (daysFollowed <= firstPaceDays) return null;
  const days = Math.min(paceDays, daysFollowed);
  const since = addDays(beforeDays(closed, today, days), 1);
  const learned = roadmap.topics.filter((topic) => {
    const mark = way.topics[topic.id];
    const day = dayOf(mark);
    if (mark?.state !== 'done' || mark.known || day === null || isPaused(closed, day)) return false;
    return day >= since && isOnTheWay(roadmap, way.choices, topic.id);
  });
  return sum(learned.map((topic) => midHours(topic.effortHours))) / (days / 7);
}

/**
 * When it would be done. `startedOn` and `today` are days. The range is that of the effort left; paused days are
 * skipped. The learner's own ratio corrects the hours of the way and those of the pace alike: a pace is measured in
 * estimated hours, so that a slow learner's slowness is in it already and must not count twice.
 */
export function forecast(roadmap: Roadmap, way: Way, plan: Plan, startedOn: string, today: string): Forecast {
  const units = unitsOf(roadmap, way);
  const left = unitsLeft(units);
  if (left.length === 0) return { basis: 'done', from: null, to: null, planned: null, hoursPerWeek: 0 };
  const ratio = effortRatio(roadmap, way);
  const pace = paceOf(roadmap, way, startedOn, today, plan.pauses);
  const hoursPerWeek = pace ? pace * ratio : plan.hoursPerWeek;
  const pauses = closedPauses(plan.pauses, today);
  const after = (day: string, hours: number, perWeek: number) =>
    afterDays(pauses, day, Math.min(Math.ceil((hours / perWeek) * 7), 36_500));
  const toLearn = units.filter(
    (unit) => unit.state !== 'skipped' && !(unit.topicId && way.topics[unit.topicId]?.known),
  );
  return {
    basis: pace ? 'pace' : 'plan',
    from: after(today, sum(left.map((unit) => unit.effortHours.min)) * ratio, hoursPerWeek),
    to: after(today, sum(left.map((unit) => unit.effortHours.max)) * ratio, hoursPerWeek),
    planned:
      plan.targetDate ?? after(startedOn, sum(toLearn.map((unit) => midHours(unit.effortHours))), plan.hoursPerWeek),
    hoursPerWeek: Math.round(hoursPerWeek * 10) / 10,
  };
}
