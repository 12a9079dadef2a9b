import type { Attention } from './attention.js';
import { type Followed, pausesOf, whenHolding } from './mentoring.rules.js';
import { afterDays } from './pauses.rules.js';

/** After which changes that nobody answers are called so. */
export const unansweredDays = 7;

/** What is known of a project that others look at (`isSubmitted`), by the learner's days. */
export interface ProjectFacts {
  project: { id: string; title: string };
  /** The day on which changes were asked for, and since when it is the learner's turn; `null`: nobody waits for any. */
  changesSince: string | null;
  /** The day on which the grace of a dead link is over; `null`: none is dead. */
  graceEnded: string | null;
}

type Pauses = ReturnType<typeof pausesOf>;

/**
 * Changes were asked for and no new revision came for seven days, pauses left out. It ends when it is not the learner's turn
 * any more: with a new revision, a question back, a withdrawal, or once the review is parked.
 */
export function unansweredChanges({ project, changesSince }: ProjectFacts, pauses: Pauses): Attention[] {
  if (changesSince === null) return [];
  const since = afterDays(pauses, changesSince, unansweredDays);
  return [{ reason: 'unanswered-changes', since, topicId: null, project }];
}

/** A link of it is dead, and its grace over. It ends with another address, or when the old one answers. */
export function deadLink({ project, graceEnded }: ProjectFacts): Attention[] {
  return graceEnded === null ? [] : [{ reason: 'dead-link', since: graceEnded, topicId: null, project }];
}

/** What of a learner's projects needs attention, or will, like `attentionFor`: nothing for who is finished, new or paused. */
export function projectAttention(learner: Followed, projects: readonly ProjectFacts[]): Attention[] {
  if (learner.hoursLeft === 0) return [];
  const pauses = pausesOf(learner);
  const found = projects.flatMap((facts) => [...unansweredChanges(facts, pauses), ...deadLink(facts)]);
  return whenHolding(learner, found);
}
