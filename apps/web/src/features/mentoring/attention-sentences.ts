import type { Attention } from '@waymark/contract';
import { daysBetween, stuckDays, unansweredDays } from '@waymark/contract/rules';
import { mentoringText } from './mentoring.text';

const text = mentoringText.attention;

interface Known {
  name: string;
  /** `null`: the roadmap is not here (yet). */
  topicTitle: string | null;
  lastActiveDay: string | null;
  targetDate?: string | null;
  today: string;
  /** How a day is written for who reads it. */
  write: (day: string) => string;
}

/** Why somebody needs attention, in a sentence, and what says so. */
export function attentionSentence(attention: Attention, known: Known): { sentence: string; evidence: string } {
  const { name, lastActiveDay, targetDate, today, write } = known;
  if (attention.reason === 'stuck') {
    const atLeast = daysBetween(attention.since, today) + stuckDays;
    return { sentence: text.stuck(name, known.topicTitle ?? text.aTopic, atLeast), evidence: text.stuckWhy };
  }
  if (attention.reason === 'quiet') {
    return lastActiveDay
      ? { sentence: text.quiet(name, daysBetween(lastActiveDay, today)), evidence: text.quietWhy(write(lastActiveDay)) }
      : { sentence: text.quietUnknown(name), evidence: text.quietWhyUnknown };
  }
  const project = attention.project?.title ?? text.aProject;
  if (attention.reason === 'asked-for-help') {
    const about = attention.project ? project : (known.topicTitle ?? text.aTopic);
    return { sentence: text.asked(name, about), evidence: text.askedWhy(attention.help?.sentence ?? '') };
  }
  if (attention.reason === 'unanswered-changes') {
    const atLeast = daysBetween(attention.since, today) + unansweredDays;
    return { sentence: text.unanswered(name, project, atLeast), evidence: text.unansweredWhy };
  }
  if (attention.reason === 'dead-link') {
    return { sentence: text.deadLink(name, project), evidence: text.deadLinkWhy };
  }
  return {
    sentence: text.behind(name),
    evidence: targetDate ? text.behindWhyDate(write(targetDate)) : text.behindWhy,
  };
}
