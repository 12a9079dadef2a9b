import type { Attention } from './attention.js';
import { type Followed, whenHolding } from './mentoring.rules.js';

/** What is known of a request for help that nobody has closed. */
export interface HelpFacts {
  id: string;
  sentence: string;
  /** The learner's day on which they asked. */
  askedOn: string;
  topicId: string | null;
  /** What it is about, where that is a project. */
  project?: { id: string; title: string };
}

/** Whoever asked for help needs it from that day on, until the request is closed. */
export function helpAttention(learner: Followed, help: readonly HelpFacts[]): Attention[] {
  if (learner.hoursLeft === 0) return [];
  const found = help.map(({ id, sentence, askedOn, topicId, project }) => ({
    reason: 'asked-for-help' as const,
    since: askedOn,
    topicId,
    ...(project && { project }),
    help: { id, sentence },
  }));
  return whenHolding(learner, found);
}
