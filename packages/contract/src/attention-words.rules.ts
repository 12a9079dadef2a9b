import type { Attention } from './attention.js';
import { daysBetween } from './days.rules.js';
import { stuckDays } from './mentoring.rules.js';
import { unansweredDays } from './project-attention.rules.js';

interface Known {
  name: string;
  /** `null`: the roadmap is not here (yet). */
  topicTitle: string | null;
  lastActiveDay: string | null;
  today: string;
}

/** A template tag: what it is given between its texts is what somebody wrote, or a number. */
type Say<T> = (ours: TemplateStringsArray, ...others: (string | number)[]) => T;

/** Why somebody needs attention, in a sentence: the same on a page as in a letter, which must treat names with care. */
export function attentionWords<T>({ reason, since, project }: Attention, known: Known, say: Say<T>): T {
  const { name, lastActiveDay, today } = known;
  const topic = known.topicTitle ?? 'a topic';
  const work = project?.title ?? 'a project';
  const sinceThen = daysBetween(since, today);
  switch (reason) {
    case 'stuck':
      return say`${name} has been on ${topic} for at least ${sinceThen + stuckDays} days`;
    case 'quiet':
      return lastActiveDay
        ? say`${name} has been quiet for ${daysBetween(lastActiveDay, today)} days`
        : say`${name} has been quiet for a while`;
    case 'asked-for-help':
      return say`${name} asks for help with ${project ? work : topic}`;
    case 'unanswered-changes':
      return say`${name} has not answered the changes asked for on ${work} for at least ${sinceThen + unansweredDays} days`;
    case 'dead-link':
      return say`A link of ${work}, which ${name} sent for review, is dead`;
    case 'behind-target':
      return say`${name} is behind their own target date`;
  }
}
