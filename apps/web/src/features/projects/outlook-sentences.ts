import type { MarkKind } from '../../ui/mark';
import { projectsText } from './projects.text';
import type { ProofOutlook } from './proof-outlook';
import { type KnownTopic, titlesOf } from './topic-list';

const text = projectsText.outlook;

interface OutlookSentence {
  mark: MarkKind;
  sentence: string;
}

/** What saving does to the proof of topics, in at most three sentences; empty when it does nothing. */
export function outlookSentences(outlook: ProofOutlook, topics: readonly KnownTopic[]): OutlookSentence[] {
  const titles = (covers: ProofOutlook['turning']) => titlesOf(topics, covers);
  const { turning, notDone, falling, missing } = outlook;
  const said: OutlookSentence[] = [];
  if (turning.length > 0) {
    const sentence = missing.length === 0 ? text.turning(titles(turning)) : text.turningOnce(missing, titles(turning));
    said.push({ mark: 'shown', sentence });
  }
  if (notDone.length > 0) said.push({ mark: 'not_started', sentence: text.notDone(titles(notDone)) });
  if (falling.length > 0) said.push({ mark: 'learned', sentence: text.falling(titles(falling)) });
  return said;
}
