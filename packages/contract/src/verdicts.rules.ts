import type { ProblemIssue } from './problems.js';

interface Judged {
  /** `null`: left open. */
  verdict: string | null;
  text: string;
}

/** A verdict, or what there is of it so far. */
interface Words {
  decision: string | null;
  text: string;
  topics: readonly Judged[];
  requirements: readonly Judged[];
}

/** There is a word in it, in whatever script: a dot or a smile tells nobody what to do. */
const saysSomething = (text: string): boolean => /\p{L}/u.test(text);

export const sayOneSentence = 'Say at least one sentence';
const level = 'Say how far it is met, or take the words out';

/** What was left open is not sent: words on it would be lost. */
const openFault = ({ verdict, text }: Judged): boolean => verdict === null && text.trim() !== '';

/**
 * Why a verdict cannot be given yet, in the order in which one reads it: words on what was left open, a topic that is judged
 * without a sentence, nothing said on the whole, nothing decided. A requirement may be judged without a word.
 */
export function verdictFaults({ decision, text, topics, requirements }: Words): ProblemIssue[] {
  return [
    ...requirements.flatMap((line, place) =>
      openFault(line) ? [{ path: `requirements.${place}.verdict`, message: level }] : [],
    ),
    ...topics.flatMap((line, place) => {
      if (openFault(line)) return [{ path: `topics.${place}.verdict`, message: level }];
      const isMute = line.verdict !== null && !saysSomething(line.text);
      return isMute ? [{ path: `topics.${place}.text`, message: sayOneSentence }] : [];
    }),
    ...(saysSomething(text) ? [] : [{ path: 'text', message: sayOneSentence }]),
    ...(decision === null ? [{ path: 'decision', message: 'Say what it is all in all' }] : []),
  ];
}
