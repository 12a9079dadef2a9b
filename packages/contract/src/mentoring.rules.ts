import { addDays } from './days.rules.js';
import type { Attention, Consent } from './mentoring.js';
import type { Plan } from './progress.js';
import { isOnTheWay, type Way } from './progress.rules.js';
import type { Project } from './projects.js';
import type { Roadmap } from './roadmaps.js';

/** A private project is seen by nobody, whatever is granted. */
export function mentorSeesProject(project: Pick<Project, 'visibility'>, consent: Consent): boolean {
  return consent.projects && project.visibility !== 'private';
}

const graceDays = 14;
const stuckDays = 14;
const quietDays = 7;

/** The median of the gaps, in days, between a learner's active days (ascending). `null` below three gaps. */
export function medianGap(activeDays: readonly string[]): number | null {
  const gaps = activeDays.slice(1).map((day, i) => (Date.parse(day) - Date.parse(activeDays[i] ?? day)) / 86_400_000);
  if (gaps.length < 3) return null;
  const sorted = gaps.toSorted((a, b) => a - b);
  const [below, above] = [sorted[(gaps.length - 1) >> 1] ?? 0, sorted[gaps.length >> 1] ?? 0];
  return (below + above) / 2;
}

/**
 * Every reason that holds or will hold if nothing happens, each with the day from which it does. So it
 * need not be computed again as days pass: what is due is what has `since` of today or before.
 * Nothing for who is finished, and nothing before two weeks of following. With `roadmap`, what the learner
 * does not take (any more) is left out.
 */
export function attentionFor(learner: {
  roadmap?: Roadmap;
  way: Way;
  plan: Plan;
  hoursLeft: number;
  startedOn: string;
  activeDays: readonly string[];
}): Attention[] {
  const { roadmap, way, plan, hoursLeft, activeDays } = learner;
  if (hoursLeft === 0) return [];
  const earliest = addDays(learner.startedOn, graceDays);
  const found: Attention[] = [];
  for (const [topicId, mark] of Object.entries(way.topics)) {
    if (mark.state !== 'learning' || !mark.updatedAt) continue;
    if (roadmap && !isOnTheWay(roadmap, way.choices, topicId)) continue;
    // Whoever ticks an outcome or writes a note is not stuck.
    const touched = way.touched?.[topicId] ?? '';
    const last = touched > mark.updatedAt ? touched : mark.updatedAt;
    found.push({ reason: 'stuck', since: addDays(last.slice(0, 10), stuckDays), topicId });
  }
  const lastActive = activeDays.at(-1);
  if (lastActive) {
    const patience = Math.max(quietDays, 2 * (medianGap(activeDays) ?? 0));
    found.push({ reason: 'quiet', since: addDays(lastActive, patience + 1), topicId: null });
  }
  if (plan.targetDate) {
    const daysNeeded = Math.ceil((hoursLeft / plan.hoursPerWeek) * 7);
    found.push({ reason: 'behind-target', since: addDays(plan.targetDate, 1 - daysNeeded), topicId: null });
  }
  return found
    .map((each) => (each.since < earliest ? { ...each, since: earliest } : each))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** The oldest first; among those of one day the order of the topics must not show. */
const orderOf = ({ since, reason, topicId }: Attention) => `${since} ${reason} ${topicId}`;

/** What of it is due on `today`. */
export function attentionDue(attention: readonly Attention[], today: string): Attention[] {
  return attention.filter((each) => each.since <= today);
}
