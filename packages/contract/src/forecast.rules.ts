import { isOnTheWay } from './choices.rules.js';
import { addDays, daysBetween } from './days.rules.js';
import type { Forecast, Plan } from './progress.js';
import { midHours, sum, unitsLeft, unitsOf, type Way } from './progress.rules.js';
import type { Roadmap } from './roadmaps.js';

export const defaultPlan: Plan = { hoursPerWeek: 6, daysPerWeek: 3, targetDate: null };

const paceDays = 56;
const firstPaceDays = 14;

/**
 * Effort-hours done a week over the last eight weeks, or since the start when that is shorter; `null`
 * until there are two weeks of it. What was known before day one is no pace, nor is an option not taken.
 */
export function paceOf(roadmap: Roadmap, way: Way, startedOn: string, today: string): number | null {
  const daysFollowed = daysBetween(startedOn, today);
  if (daysFollowed < firstPaceDays) return null;
  // The first day and today both count.
  const days = Math.min(paceDays, daysFollowed + 1);
  const since = addDays(today, 1 - days);
  const learned = roadmap.topics.filter((topic) => {
    const mark = way.topics[topic.id];
    if (mark?.state !== 'done' || mark.known || mark.updatedAt === null) return false;
    return mark.updatedAt.slice(0, 10) >= since && isOnTheWay(roadmap, way.choices, topic.id);
  });
  return sum(learned.map((topic) => midHours(topic.effortHours))) / (days / 7);
}

/** When it would be done. `startedOn` and `today` are days. The range is that of the effort left. */
export function forecast(roadmap: Roadmap, way: Way, plan: Plan, startedOn: string, today: string): Forecast {
  const units = unitsOf(roadmap, way);
  const left = unitsLeft(units);
  if (left.length === 0) return { basis: 'done', from: null, to: null, planned: null, hoursPerWeek: 0 };
  const pace = paceOf(roadmap, way, startedOn, today);
  const hoursPerWeek = pace || plan.hoursPerWeek;
  const after = (day: string, hours: number, perWeek: number) =>
    addDays(day, Math.min(Math.ceil((hours / perWeek) * 7), 36_500));
  const toLearn = units.filter(
    (unit) => unit.state !== 'skipped' && !(unit.topicId && way.topics[unit.topicId]?.known),
  );
  return {
    basis: pace ? 'pace' : 'plan',
    from: after(today, sum(left.map((unit) => unit.effortHours.min)), hoursPerWeek),
    to: after(today, sum(left.map((unit) => unit.effortHours.max)), hoursPerWeek),
    planned:
      plan.targetDate ?? after(startedOn, sum(toLearn.map((unit) => midHours(unit.effortHours))), plan.hoursPerWeek),
    hoursPerWeek: Math.round(hoursPerWeek * 10) / 10,
  };
}
