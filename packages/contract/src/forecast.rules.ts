import { type Outlook, outlookOf, paceFrom } from './outlook.rules.js';
import { afterDays, closedPauses } from './pauses.rules.js';
import type { Forecast, Plan } from './progress.js';
import type { Roadmap } from './roadmaps.js';
import type { Way } from './way.rules.js';

export const defaultPlan: Plan = {
  hoursPerWeek: 6,
  daysPerWeek: 3,
  targetDate: null,
  pauses: [],
  hideEstimates: false,
};

/**
 * When it would be done. `startedOn` and `today` are days. The range is that of the effort left; paused days are
 * skipped. The learner's own ratio corrects the hours of the way and those of the pace alike: a pace is measured in
 * estimated hours, so that a slow learner's slowness is in it already and must not count twice.
 */
export function forecast(roadmap: Roadmap, way: Way, plan: Plan, startedOn: string, today: string): Forecast {
  return forecastFrom(outlookOf(roadmap, way, plan, startedOn), today);
}

/** The same, from what is stored with a way. */
export function forecastFrom(outlook: Outlook, today: string): Forecast {
  const { plan, ratio, left, toLearn, startedOn, learned } = outlook;
  if (outlook.unitsLeft === 0) return { basis: 'done', from: null, to: null, planned: null, hoursPerWeek: 0 };
  const pace = paceFrom({ learned, startedOn, pauses: plan.pauses }, today);
  const hoursPerWeek = pace ? pace * ratio : plan.hoursPerWeek;
  const pauses = closedPauses(plan.pauses, today);
  const after = (day: string, hours: number, perWeek: number) =>
    afterDays(pauses, day, Math.min(Math.ceil((hours / perWeek) * 7), 36_500));
  return {
    basis: pace ? 'pace' : 'plan',
    from: after(today, left.min * ratio, hoursPerWeek),
    to: after(today, left.max * ratio, hoursPerWeek),
    planned: plan.targetDate ?? after(startedOn, toLearn, plan.hoursPerWeek),
    hoursPerWeek: Math.round(hoursPerWeek * 10) / 10,
  };
}
