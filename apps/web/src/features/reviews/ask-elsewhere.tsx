import type { Review } from '@waymark/contract';
import { useId, useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './asking.module.css';
import { askingText } from './asking.text';
import { useReviewAct } from './reviews.queries';
import { reviewsText } from './reviews.text';
import { WhomField } from './whom-field';
import { type Choice, keyOf } from './whom-to-ask';

const text = askingText.elsewhere;

/** Asks others, once what was promised is over. */
export function AskElsewhere({ review, onDone }: { review: Review; onDone?: (() => void) | undefined }) {
  const [isOpen, setOpen] = useState(false);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [issue, setIssue] = useState<string>();
  const act = useReviewAct();
  const id = useId();

  function send() {
    if (act.isPending) return;
    const wrong = !choice ? askingText.whom.missing : choice.key === keyOf(review.audience) ? text.same : undefined;
    setIssue(wrong);
    if (wrong || !choice) return;
    act.mutate(
      { act: 'askSomeoneElse', review, audience: choice.audience },
      {
        onSuccess: () => {
          setOpen(false);
          notify({ text: reviewsText.done.askSomeoneElse, tone: 'good' });
          onDone?.();
        },
      },
    );
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.title}</Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={text.title}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{askingText.cancel}</Button>
            <Button variant="main" type="submit" form={id} busy={act.isPending}>
              {text.send}
            </Button>
          </>
        }
      >
        <form
          id={id}
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <p className={styles.quiet}>{review.away ? text.leadAway : text.lead}</p>
          {act.isError && <Notice tone="alarm">{sentenceFor(act.error)}</Notice>}
          <WhomField
            value={choice?.key ?? null}
            error={issue}
            onChange={(next) => {
              setIssue(undefined);
              setChoice(next);
            }}
          />
        </form>
      </Dialog>
    </>
  );
}
