import type { Enrolment, Pause } from '@waymark/contract';
import { goOn, isPaused, pauseFrom } from '@waymark/contract/rules';
import { sentenceFor } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { planText } from './plan.text';
import { usePutEnrolment } from './progress.queries';
import { say } from './say';

const text = planText.pauses;

/** Pausing and going on in one press, and changing the pauses to come; each can be undone. */
export function usePause(enrolment: Enrolment, today: string) {
  const put = usePutEnrolment(enrolment.roadmap);
  const { pauses } = enrolment.plan;
  const paused = isPaused(pauses, today);

  async function keep(next: Pause[], words: string, canUndo = true): Promise<void> {
    try {
      await put.mutateAsync({ plan: { pauses: next } });
      const undo = { label: text.undo, run: () => void keep([...pauses], text.undone, false) };
      say({ tone: 'good', text: words, ...(canUndo && { action: undo }) });
    } catch (error) {
      const action = { label: everyPage.retry, run: () => void keep(next, words, canUndo) };
      say({ tone: 'alarm', text: sentenceFor(error), action });
    }
  }

  return {
    isPaused: paused,
    isBusy: put.isPending,
    toggle: () =>
      void (paused ? keep(goOn(pauses, today), text.saidGone) : keep(pauseFrom(pauses, today), text.saidPaused)),
    add: (pause: Pause) => keep([...pauses, pause], text.saidAdded),
    remove: (pause: Pause) =>
      keep(
        pauses.filter((each) => each !== pause),
        text.saidRemoved,
      ),
  };
}
