import type { Attention } from '@waymark/contract';
import { attentionWords } from '@waymark/contract/rules';
import { mentoringText } from './mentoring.text';

const text = mentoringText.attention;
/** Names as they are: what draws them lets no tag through. */
const plainly = (ours: TemplateStringsArray, ...others: (string | number)[]) => String.raw({ raw: ours }, ...others);

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
  return { sentence: attentionWords(attention, known, plainly), evidence: evidenceOf(attention, known) };
}

function evidenceOf({ reason, help }: Attention, { lastActiveDay, targetDate, write }: Known): string {
  switch (reason) {
    case 'stuck':
      return text.stuckWhy;
    case 'quiet':
      return lastActiveDay ? text.quietWhy(write(lastActiveDay)) : text.quietWhyUnknown;
    case 'asked-for-help':
      return text.askedWhy(help?.sentence ?? '');
    case 'unanswered-changes':
      return text.unansweredWhy;
    case 'dead-link':
      return text.deadLinkWhy;
    case 'behind-target':
      return targetDate ? text.behindWhyDate(write(targetDate)) : text.behindWhy;
  }
}
