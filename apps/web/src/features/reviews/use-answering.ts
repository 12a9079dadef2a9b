import type { Review } from '@waymark/contract';
import { verdictFaults } from '@waymark/contract/rules';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { issueFor } from '../../api/problem';
import { notify } from '../../ui/toast';
import { useReviewAct } from './reviews.queries';
import { reviewsText } from './reviews.text';
import { type DraftWords, placeWhenSent, verdictFrom } from './verdict-draft';

const text = reviewsText.verdict;

/** Sends an answer. What is wrong with it is said once somebody tried, at each place, and the first of them has the focus. */
export function useAnswering(
  review: Review,
  words: DraftWords,
  { canSend, onSent }: { canSend: boolean; onSent: () => void },
) {
  const form = useRef<HTMLFormElement>(null);
  const act = useReviewAct();
  const [failedTries, setFailedTries] = useState(0);
  const faults = failedTries > 0 ? verdictFaults(words).map(({ path }) => path) : [];

  // biome-ignore lint/correctness/useExhaustiveDependencies: each failed try is the reason, and nothing typed since
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [failedTries]);

  function send(event: FormEvent): void {
    event.preventDefault();
    if (act.isPending || !canSend) return;
    const fail = () => setFailedTries((before) => before + 1);
    const verdict = verdictFrom(words);
    if (!verdict) {
      fail();
      return;
    }
    const onSuccess = () => {
      onSent();
      notify({ text: text.sent[verdict.decision], tone: 'good' });
    };
    act.mutate({ act: 'giveVerdict', review, verdict }, { onSuccess, onError: fail });
  }

  return {
    form,
    send,
    isSending: act.isPending,
    failure: act.error,
    textError: faults.includes('text') ? text.textMissing : issueFor(act.error, 'text'),
    decisionError: faults.includes('decision') ? text.decisionMissing : undefined,
    lineError(list: 'topics' | 'requirements', place: number, name: string): string | undefined {
      if (faults.includes(`${list}.${place}.text`)) return text.sentenceMissing(name);
      if (faults.includes(`${list}.${place}.verdict`)) return text.levelMissing;
      return issueFor(act.error, `${list}.${placeWhenSent(words[list], place)}.text`);
    },
  };
}
