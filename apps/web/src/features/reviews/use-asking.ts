import { useState } from 'react';
import { issueFor } from '../../api/problem';
import { notify } from '../../ui/toast';
import { questionStore, type Typed } from './asked-question';
import { askingText } from './asking.text';
import { useAskForReview, useWhomToAsk } from './reviews.queries';
import { type Choice, whomToAsk } from './whom-to-ask';

const longest = 2000;

const nothing = (): Typed => ({ question: '', whom: null, key: crypto.randomUUID() });

function questionIssue(question: string): string | undefined {
  const length = question.trim().length;
  if (length === 0) return askingText.questionMissing;
  return length > longest ? askingText.questionLong(length - longest) : undefined;
}

/** What is typed to ask for a review. It outlives its dialog and its page: closed by mistake, nothing is lost. */
export function useAsking(account: string, projectId: string, onAsked: () => void) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(() => questionStore(account, projectId).read() ?? nothing());
  const [failedTries, setFailedTries] = useState(0);
  const ask = useAskForReview(projectId);
  const grants = useWhomToAsk(isOpen);
  const { choices, hasMentor } = whomToAsk(grants.grants);
  // Whoever offers to review is a stranger, maybe: that is never chosen for somebody.
  const whom = choices.find(({ key }) => key === typed.whom) ?? (hasMentor ? choices[0] : undefined);
  const wrong = {
    question: questionIssue(typed.question),
    whom: whom || !grants.isSuccess ? undefined : askingText.whom.missing,
  };
  // Nothing is said against what nobody has sent yet.
  const hasTried = failedTries > 0;
  const issues = {
    question: hasTried ? (wrong.question ?? issueFor(ask.error, 'question')) : undefined,
    whom: hasTried ? wrong.whom : undefined,
  };

  function type(changes: Partial<Omit<Typed, 'key'>>) {
    ask.reset();
    const next = { ...typed, ...changes, key: crypto.randomUUID() };
    setTyped(next);
    questionStore(account, projectId).keep(next.question.trim() ? next : null);
  }

  function send() {
    if (ask.isPending) return;
    if (!whom || wrong.question) {
      setFailedTries((before) => before + 1);
      return;
    }
    ask.mutate(
      { question: typed.question.trim(), audience: whom.audience, key: typed.key },
      {
        onSuccess: () => {
          setOpen(false);
          setFailedTries(0);
          setTyped(nothing());
          questionStore(account, projectId).keep(null);
          notify({ text: askingText.sent, tone: 'good' });
          onAsked();
        },
        onError: () => setFailedTries((before) => before + 1),
      },
    );
  }

  return {
    isOpen,
    question: typed.question,
    /** Something was begun, and is kept until it is asked. */
    isBegun: !isOpen && typed.question.trim() !== '',
    whom: whom?.key ?? null,
    issues,
    failedTries,
    failure: ask.error,
    isSending: ask.isPending,
    /** Ready but for the list of whom to ask. Before that, sending tells what is missing. */
    isWaiting: grants.isPending && !wrong.question,
    open: () => setOpen(true),
    close: () => setOpen(false),
    setQuestion: (question: string) => type({ question }),
    choose: ({ key }: Choice) => type({ whom: key }),
    send,
  };
}

export type Asking = ReturnType<typeof useAsking>;
