import type { Attention } from './attention.js';
import { isOnTheWay } from './choices.rules.js';
import { addDays } from './days.rules.js';
import type { Consent } from './grants.js';
import { median } from './numbers.rules.js';
import { afterDays, beforeDays, closedPauses, firstNotPaused, isPaused } from './pauses.rules.js';
import type { Pause, Plan } from './progress.js';
import type { Project } from './projects.js';
import type { Roadmap } from './roadmaps.js';
import { dayOf, type Way } from './way.rules.js';

/** What a learner can let a mentor see, each by itself. */
export const consentKeys = ['progress', 'activity', 'notes', 'projects'] as const satisfies readonly (keyof Consent)[];

/** A private project is seen by nobody, whatever is granted. */
export function mentorSeesProject(project: Pick<Project, 'visibility'>, consent: Consent): boolean {
  return consent.projects && project.visibility !== 'private';
}

const graceDays = 14;
/** After which a topic is stuck: `since` is that long after its last change, or later. */
export const stuckDays = 14;
const quietDays = 7;

/** The median of the gaps, in days, between a learner's active days (ascending). `null` below three gaps. */
export function medianGap(activeDays: readonly string[]): number | null {
  const gaps = activeDays.slice(1).map((day, i) => (Date.parse(day) - Date.parse(activeDays[i] ?? day)) / 86_400_000);
  if (gaps.length < 3) return null;
  return median(gaps);
}

/** For how many days somebody with these active days (ascending) may be away and is not quiet. */
export function quietPatience(activeDays: readonly string[]): number {
  return Math.max(quietDays, 2 * (medianGap(activeDays) ?? 0));
}

/** One learner on one roadmap, as far as it says whether they are to be left alone. */
export interface Followed {
  plan: Plan;
  hoursLeft: number;
  startedOn: string;
}

const earliestOf = ({ startedOn }: Followed) => addDays(startedOn, graceDays);

/** The pauses that are known to end. */
export function pausesOf(learner: Followed): ReturnType<typeof closedPauses> {
  return closedPauses(
    learner.plan.pauses.filter(({ to }) => to !== null),
    earliestOf(learner),
  );
}

/** What was found, each from the day on which it begins to hold: not in the first two weeks, and not in a pause. */
export function whenHolding(learner: Followed, found: readonly Attention[]): Attention[] {
  const earliest = earliestOf(learner);
  const pauses = pausesOf(learner);
  const open = learner.plan.pauses.find(({ to }) => to === null);
  return found
    .map((each) => ({ ...each, since: firstNotPaused(pauses, each.since < earliest ? earliest : each.since) }))
    .filter((each) => !open || each.since < open.from)
    .sort(oldestFirst);
}

/** The oldest first; among those of one day the order of the topics must not show. */
export function oldestFirst(a: Attention, b: Attention): number {
  return orderOf(a) < orderOf(b) ? -1 : 1;
}

const orderOf = ({ since, reason, topicId, project, help }: Attention) =>
  `${since} ${reason} ${topicId} ${project?.id} ${help?.id}`;

/**
 * Every reason that holds or will hold if nothing happens, each with the day from which it does. So it
 * need not be computed again as days pass: what is due is what has `since` of today or before.
 * Nothing for who is finished, and nothing before two weeks of following. Paused days do not count, and nothing
 * begins to hold in a pause, so in one without an end nothing more does. With `roadmap`, what the learner
 * does not take (any more) is left out.
 */
export function attentionFor(
  learner: Followed & { roadmap?: Roadmap; way: Way; activeDays: readonly string[] },
): Attention[] {
  const { roadmap, way, plan, hoursLeft, activeDays } = learner;
  if (hoursLeft === 0) return [];
  const pauses = pausesOf(learner);
  const found: Attention[] = [];
  for (const [topicId, mark] of Object.entries(way.topics)) {
    if (mark.state !== 'learning' || !mark.updatedAt) continue;
    if (roadmap && !isOnTheWay(roadmap, way.choices, topicId)) continue;
    // Whoever ticks an outcome or writes a note is not stuck.
    const last = [dayOf(mark) ?? '', way.touched?.[topicId]?.slice(0, 10) ?? ''].toSorted().at(-1) ?? '';
    found.push({ reason: 'stuck', since: afterDays(pauses, last, stuckDays), topicId });
  }
  const lastActive = activeDays.at(-1);
  if (lastActive) {
    const since = afterDays(pauses, lastActive, quietPatience(activeDays) + 1);
    found.push({ reason: 'quiet', since, topicId: null });
  }
  if (plan.targetDate) {
    const daysNeeded = Math.ceil((hoursLeft / plan.hoursPerWeek) * 7);
    found.push({
      reason: 'behind-target',
      since: addDays(beforeDays(pauses, plan.targetDate, daysNeeded), 1),
      topicId: null,
    });
  }
  return whenHolding(learner, found);
}

/** What of it is due on `today`: nothing while paused, whatever held before. */
export function attentionDue(
  attention: readonly Attention[],
  today: string,
  pauses: readonly Pause[] = [],
): Attention[] {
  if (isPaused(pauses, today)) return [];
  return attention.filter((each) => each.since <= today);
}
