import type { Attention } from './attention.js';
import { daysBetween } from './days.rules.js';
import { forecastFrom } from './forecast.rules.js';
import type { GlanceFigures } from './glance.js';
import { median } from './numbers.rules.js';
import { type Outlook, paceFrom } from './outlook.rules.js';
import type { Forecast } from './progress.js';
import { sum } from './progress.rules.js';

/** Fewer than so many are persons: of them there are rows, and no figures. */
export const leastInFigures = 5;
const mostTopics = 5;

/** What is stored of one learner who shares their progress. */
export interface GlanceLearner {
  percent: number | null;
  /** What the mentor is told of them today. */
  told: readonly Pick<Attention, 'reason' | 'topicId'>[];
  /** Missing until it is made of what was stored before there were any. */
  outlook?: Outlook | undefined;
}

/** How a forecast stands to its plan: the whole range before the planned day, around it, or after it. */
export function standingOf({ basis, from, to, planned }: Forecast): keyof GlanceFigures['pace'] {
  if (basis === 'done' || !from || !to || !planned) return 'done';
  if (to < planned) return 'ahead';
  return from > planned ? 'behind' : 'within';
}

export function decileOf(percent: number): number {
  return Math.min(Math.floor(percent / 10), 9);
}

/** The topics with most first; among equals by their id, so that the same facts look the same. */
function mostOf<T extends { topicId: string }>(all: readonly T[], figure: (each: T) => number): T[] {
  return all.toSorted((a, b) => figure(b) - figure(a) || (a.topicId < b.topicId ? -1 : 1)).slice(0, mostTopics);
}

function stuckTopics(learners: readonly GlanceLearner[]): GlanceFigures['stuck'] {
  const counts = new Map<string, number>();
  for (const { reason, topicId } of learners.flatMap(({ told }) => told)) {
    if (reason === 'stuck' && topicId) counts.set(topicId, (counts.get(topicId) ?? 0) + 1);
  }
  const all = [...counts].map(([topicId, count]) => ({ topicId, learners: count }));
  return mostOf(all, (each) => each.learners);
}

function longestTopics(outlooks: readonly Outlook[], today: string): GlanceFigures['longest'] {
  const days = new Map<string, number[]>();
  for (const { learning } of outlooks) {
    for (const [topicId, day] of Object.entries(learning)) {
      const counted = days.get(topicId) ?? [];
      counted.push(Math.max(daysBetween(day, today), 0));
      days.set(topicId, counted);
    }
  }
  const all = [...days].map(([topicId, each]) => ({
    topicId,
    learners: each.length,
    days: Math.floor(median(each)),
  }));
  return mostOf(all, (each) => each.days);
}

function hoursOf(outlooks: readonly Outlook[], today: string): GlanceFigures['hours'] {
  const paced = outlooks.flatMap(({ unitsLeft, learned, startedOn, plan, ratio }) => {
    const pace = unitsLeft > 0 ? paceFrom({ learned, startedOn, pauses: plan.pauses }, today) : null;
    return pace === null ? [] : [{ done: pace * ratio, planned: plan.hoursPerWeek }];
  });
  if (paced.length === 0) return null;
  const mean = (key: 'done' | 'planned') => Math.round((sum(paced.map((each) => each[key])) / paced.length) * 10) / 10;
  return { learners: paced.length, done: mean('done'), planned: mean('planned') };
}

/** The figures of those who share their progress, on one day: by the same rules as each dashboard. */
export function glanceFigures(
  learners: readonly GlanceLearner[],
  today: string,
): Omit<GlanceFigures, 'deadLinks' | 'deadProjects'> {
  const deciles = Array.from({ length: 10 }, () => 0);
  for (const { percent } of learners) {
    if (percent !== null) deciles[decileOf(percent)] = (deciles[decileOf(percent)] ?? 0) + 1;
  }
  const outlooks = learners.flatMap(({ outlook }) => outlook ?? []);
  const pace = { ahead: 0, within: 0, behind: 0, done: 0 };
  for (const outlook of outlooks) pace[standingOf(forecastFrom(outlook, today))] += 1;
  return {
    deciles,
    pace,
    hours: hoursOf(outlooks, today),
    stuck: stuckTopics(learners),
    longest: longestTopics(outlooks, today),
  };
}
