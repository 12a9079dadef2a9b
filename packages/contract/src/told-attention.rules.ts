import type { Attention, AttentionReason, ToldAttention } from './attention.js';
import { addDays } from './days.rules.js';
import { closedPauses, firstNotPaused, isPaused } from './pauses.rules.js';
import type { Pause } from './progress.js';

/** For so long a mentor who put something off hears no more of it. */
export const snoozeDays = 7;

/** What a mentor has seen (`until: null`), or asked to be told again on that day. */
export interface Quieted {
  key: string;
  until: string | null;
}

/** Names one reason, as long as it is the same: the next time that somebody is quiet, it is another. */
export function attentionKey({ reason, since, topicId, project, help }: Attention): string {
  // The day on which a target is out of reach moves with every topic that is done.
  return [reason, help?.id ?? project?.id ?? topicId ?? '', reason === 'behind-target' ? '' : since].join(':');
}

/** Mentors are told a day after the learner, who can mend it first; of what the learner asked for at once. */
export function toldFrom({ reason, since }: Attention): string {
  return reason === 'asked-for-help' ? since : addDays(since, 1);
}

/** Each as a mentor who has quieted some of them is told of it. */
export function toldAttention(attention: readonly Attention[], quieted: readonly Quieted[]): ToldAttention[] {
  return attention.map((each) => {
    const key = attentionKey(each);
    const quiet = quieted.find((other) => other.key === key);
    return { ...each, key, toldFrom: toldFrom(each), quieted: quiet ? { until: quiet.until } : null };
  });
}

/** What of it a mentor is told on `today`, seen and put off or not: nothing while its learner pauses. */
export function toldOn(told: readonly ToldAttention[], today: string, pauses: readonly Pause[]): ToldAttention[] {
  return isPaused(pauses, today) ? [] : told.filter((each) => each.toldFrom <= today);
}

/** Whether it is to be looked at on `today`: told, and neither seen nor put off. */
export function isPressing(told: ToldAttention, today: string): boolean {
  const { quieted } = told;
  if (told.toldFrom > today) return false;
  return quieted === null || (quieted.until !== null && quieted.until <= today);
}

/** From which day each of it presses; what was seen does not. */
export function presses(told: readonly ToldAttention[]): { reason: AttentionReason; from: string }[] {
  return told.flatMap(({ reason, toldFrom: from, quieted }) => {
    if (quieted === null) return [{ reason, from }];
    const { until } = quieted;
    return until === null ? [] : [{ reason, from: until > from ? until : from }];
  });
}

/**
 * The first day on which something of it presses, as it stands on `today`: what a roster is sorted by. `null`: nothing
 * will. In a pause that is after it; in one without an end, never.
 */
export function pressesFrom(told: readonly ToldAttention[], pauses: readonly Pause[], today: string): string | null {
  const [first] = presses(told)
    .map(({ from }) => from)
    .sort();
  if (first === undefined || pauses.some(({ from, to }) => to === null && from <= today)) return null;
  return isPaused(pauses, today) && first <= today ? firstNotPaused(closedPauses(pauses, today), today) : first;
}

/** What stays quieted: of what has ended, nothing is left to be quiet about. */
export function stillQuieted(quieted: readonly Quieted[], attention: readonly Attention[], today: string): Quieted[] {
  const told = new Set(attention.filter((each) => toldFrom(each) <= today).map(attentionKey));
  return quieted.filter(({ key }) => told.has(key));
}
