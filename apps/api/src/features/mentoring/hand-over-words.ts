import {
  type Attention,
  type Consent,
  daysBetween,
  type Enrolment,
  type Roadmap,
  stuckDays,
  unansweredDays,
} from '@waymark/contract';
import { plainLine } from '../transfer/markdown-text.js';

export const everything: Consent = { progress: true, activity: true, notes: true, projects: true };

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

export const titleIn = (roadmap: Roadmap, topicId: string | null) =>
  plainLine(roadmap.topics.find(({ id }) => id === topicId)?.title ?? topicId ?? 'a topic');

/** A part with its heading; where there is nothing in it, it says so. */
export function partOf(heading: string, lines: readonly string[], none: string): string {
  return `\n## ${heading}\n\n${lines.length > 0 ? lines.join('\n') : none}\n`;
}

export function planLine({ plan, forecast }: Pick<Enrolment, 'plan' | 'forecast'>): string {
  const target = plan.targetDate ? ` I want to be there by ${plan.targetDate}.` : '';
  const expected = forecast.from && forecast.to ? ` Expected between ${forecast.from} and ${forecast.to}.` : '';
  return `My plan: ${plan.hoursPerWeek} hours a week, on ${days(plan.daysPerWeek)}.${target}${expected}`;
}

/** What a mentor is told of somebody, as that learner says it of themself. */
export function attentionLine(roadmap: Roadmap, attention: Attention, today: string): string {
  const { reason, since, topicId, project } = attention;
  const held = daysBetween(since, today);
  const title = plainLine(project?.title ?? 'a project');
  const said: Record<Attention['reason'], string> = {
    'asked-for-help': `I asked for help with ${titleIn(roadmap, topicId)} on ${since}.`,
    stuck: `I have been on ${titleIn(roadmap, topicId)} for at least ${days(held + stuckDays)}.`,
    quiet: `I have been quiet for longer than usual for me; it stands out since ${since}.`,
    'behind-target': 'I am behind my own target date: at my hours a week, what is left takes longer.',
    'unanswered-changes': `I have not answered the changes asked for on ${title} for at least ${days(held + unansweredDays)}.`,
    'dead-link': `A link of ${title}, which I sent for review, is dead.`,
  };
  return `- ${said[reason]}`;
}
