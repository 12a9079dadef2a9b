import { isOnTheWay } from './choices.rules.js';
import { addDays } from './days.rules.js';
import { effortRatio, midHours } from './effort.rules.js';
import { beforeDays, closedPauses, daysNotPaused, isPaused } from './pauses.rules.js';
import type { Plan } from './progress.js';
import { sum, unitsLeft, unitsOf } from './progress.rules.js';
import type { Roadmap } from './roadmaps.js';
import { dayOf, type Way } from './way.rules.js';

/** All that a forecast needs of a way, on whatever day it is made: small enough to be stored with it. */
export interface Outlook {
  startedOn: string;
  plan: Pick<Plan, 'hoursPerWeek' | 'targetDate' | 'pauses'>;
  /** Units that are still to do, and their estimated hours. */
  unitsLeft: number;
  left: { min: number; max: number };
  /** Hours of all that is or was to be learned, by the middle of the estimates. */
  toLearn: number;
  /** What corrects the estimates for this learner. */
  ratio: number;
  /** Hours of what was learned, by the learner's day. */
  learned: Record<string, number>;
  /** What is being learned, each since its day. */
  learning: Record<string, string>;
}

const paceDays = 56;
const firstPaceDays = 14;

/** What was known before day one is no pace, nor is an option not taken. */
function learnedByDay(roadmap: Roadmap, way: Way): Record<string, number> {
  const learned: Record<string, number> = {};
  for (const { id, effortHours } of roadmap.topics) {
    const mark = way.topics[id];
    const day = dayOf(mark);
    if (mark?.state !== 'done' || mark.known || day === null || !isOnTheWay(roadmap, way.choices, id)) continue;
    learned[day] = (learned[day] ?? 0) + midHours(effortHours);
  }
  return learned;
}

function learningSince(roadmap: Roadmap, way: Way): Record<string, string> {
  const open = roadmap.topics.flatMap(({ id }) => {
    const day = way.topics[id]?.state === 'learning' ? dayOf(way.topics[id]) : null;
    return day && isOnTheWay(roadmap, way.choices, id) ? [[id, day] as const] : [];
  });
  return Object.fromEntries(open);
}

export function outlookOf(roadmap: Roadmap, way: Way, plan: Plan, startedOn: string): Outlook {
  const units = unitsOf(roadmap, way);
  const left = unitsLeft(units);
  const toLearn = units.filter(
    (unit) => unit.state !== 'skipped' && !(unit.topicId && way.topics[unit.topicId]?.known),
  );
  const { hoursPerWeek, targetDate, pauses } = plan;
  return {
    startedOn,
    plan: { hoursPerWeek, targetDate, pauses },
    unitsLeft: left.length,
    left: {
      min: sum(left.map((unit) => unit.effortHours.min)),
      max: sum(left.map((unit) => unit.effortHours.max)),
    },
    toLearn: sum(toLearn.map((unit) => midHours(unit.effortHours))),
    ratio: effortRatio(roadmap, way),
    learned: learnedByDay(roadmap, way),
    learning: learningSince(roadmap, way),
  };
}

type Walked = Pick<Outlook, 'learned' | 'startedOn'> & { pauses: readonly Plan['pauses'][number][] };

/** The first of the days that a pace of `days` is about. */
function paceSince({ pauses }: Pick<Walked, 'pauses'>, today: string, days: number): string {
  return addDays(beforeDays(closedPauses(pauses, today), today, days), 1);
}

/**
 * Effort-hours done a week over the last eight weeks, or since the start when that is shorter; `null`
 * until there are two weeks of it. Paused days are left out, with what was done on them: a holiday neither slows nor
 * hastens.
 */
export function paceFrom({ learned, startedOn, pauses }: Walked, today: string): number | null {
  const closed = closedPauses(pauses, today);
  // The first day and today both count.
  const daysFollowed = daysNotPaused(closed, startedOn, today);
  if (daysFollowed <= firstPaceDays) return null;
  const days = Math.min(paceDays, daysFollowed);
  const since = paceSince({ pauses }, today, days);
  const counted = Object.keys(learned).filter((day) => day >= since && !isPaused(closed, day));
  return sum(counted.map((day) => learned[day] ?? 0)) / (days / 7);
}

/** The same pace as `paceFrom`, from what was learned itself. */
export function paceOf(
  roadmap: Roadmap,
  way: Way,
  startedOn: string,
  today: string,
  pauses: readonly Plan['pauses'][number][] = [],
): number | null {
  return paceFrom({ learned: learnedByDay(roadmap, way), startedOn, pauses }, today);
}

/** Without what no forecast of `today` or later looks back to. */
export function trimOutlook(outlook: Outlook, today: string): Outlook {
  const since = paceSince(outlook.plan, today, paceDays);
  const learned = Object.entries(outlook.learned).filter(([day]) => day >= since);
  return { ...outlook, learned: Object.fromEntries(learned) };
}
