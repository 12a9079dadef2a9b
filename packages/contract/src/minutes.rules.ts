import { daysBetween } from './days.rules.js';
import { median } from './numbers.rules.js';

/** What of a review says how long it takes. */
export interface ReviewFacts {
  /** Topics to judge. */
  topics: number;
  /** Requirements of its brief. */
  requirements: number;
  /** Something before it was looked at: what changed is smaller. */
  isLater: boolean;
}

export const fewestMinutes = 5;
export const mostMinutes = 120;

const toRead = 10;
const perTopic = 3;
const perRequirement = 2;

const bounded = (minutes: number) => Math.min(mostMinutes, Math.max(fewestMinutes, Math.round(minutes)));

/**
 * About how many minutes a review takes: ten to read it, three for each topic and two for each requirement, half of that for a
 * later revision; times the reviewer's own pace (`ownPace`). From 5 to 120.
 */
export function reviewMinutes({ topics, requirements, isLater }: ReviewFacts, pace = 1): number {
  const whole = toRead + perTopic * topics + perRequirement * requirements;
  return bounded((isLater ? whole / 2 : whole) * pace);
}

const enoughAnswers = 10;

/**
 * By what a reviewer's own time, from taking a review on to its verdict, differs from the estimate, as the median of what they
 * answered; 1 before there are ten. What took longer than a sitting was put aside in between, and tells nothing.
 */
export function ownPace(answers: readonly (ReviewFacts & { tookMinutes: number })[]): number {
  const sittings = answers.filter(({ tookMinutes }) => tookMinutes <= mostMinutes);
  if (sittings.length < enoughAnswers) return 1;
  return median(sittings.map(({ tookMinutes, ...facts }) => bounded(tookMinutes) / reviewMinutes(facts)));
}

/** How a promise stands, in days of its reader: a whole day is there for what is due on it. */
export type Promptness = { kind: 'within' } | { kind: 'today' } | { kind: 'late'; days: number };

export function promptnessOf(dueDay: string, today: string): Promptness {
  const days = daysBetween(dueDay, today);
  if (days > 0) return { kind: 'late', days };
  return { kind: days === 0 ? 'today' : 'within' };
}

interface Waiting {
  minutes: number;
  isLate: boolean;
}

/**
 * What of a queue, the longest wait first, fits together into some minutes: what is late before the rest, and in both whoever has
 * waited longest, as long as there is room. Nothing that is left out would still have fit.
 */
export function planMinutes<T extends Waiting>(queue: readonly T[], minutes: number): T[] {
  const inOrder = [...queue.filter(({ isLate }) => isLate), ...queue.filter(({ isLate }) => !isLate)];
  let left = minutes;
  return inOrder.filter((each) => {
    if (each.minutes > left) return false;
    left -= each.minutes;
    return true;
  });
}
