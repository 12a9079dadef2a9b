import { useMutation } from '@tanstack/react-query';
import type { Enrolment } from '@waymark/contract';
import { useState } from 'react';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import styles from './plan.module.css';
import { planText } from './plan.text';
import { useKeepEnrolment } from './progress.queries';
import { say } from './say';

const text = planText.over;

/** Beginning a roadmap anew, after a question; and going back to how it was. */
export function StartOver({ enrolment }: { enrolment: Enrolment }) {
  const [asking, setAsking] = useState(false);
  const keep = useKeepEnrolment();
  const params = { slug: enrolment.roadmap };
  const { startedOverAt } = enrolment;
  const undo = useMutation({
    mutationFn: () => call('undoStartOver', { params }),
    onSuccess: (back) => {
      keep(back);
      say({ tone: 'good', text: text.undone });
    },
    onError: (error) =>
      say({ tone: 'alarm', text: sentenceFor(error), action: { label: everyPage.retry, run: () => undo.mutate() } }),
  });
  const over = useMutation({
    mutationFn: () => call('startOver', { params, body: { replaceFormer: Boolean(startedOverAt) } }),
    onSuccess: (begun) => {
      keep(begun);
      setAsking(false);
      say({ text: text.said, action: { label: text.undo, run: () => undo.mutate() } });
    },
  });
  return (
    <section className={styles.leave}>
      <h3>{text.title}</h3>
      <p>{text.explain}</p>
      {startedOverAt && (
        <p>
          {text.since} <Timestamp at={startedOverAt} />
          {text.kept}
        </p>
      )}
      <div className={layout.row}>
        <Button onClick={() => setAsking(true)}>{text.action}</Button>
        {startedOverAt && (
          <Button busy={undo.isPending} onClick={() => undo.mutate()}>
            {text.undo}
          </Button>
        )}
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={text.ask}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {everyPage.cancel}
            </Button>
            <Button variant="danger" busy={over.isPending} onClick={() => over.mutate()}>
              {startedOverAt ? text.confirmAgain : text.confirm}
            </Button>
          </>
        }
      >
        <p>{startedOverAt ? text.again : text.explain}</p>
        {over.error && <Notice tone="alarm">{sentenceFor(over.error)}</Notice>}
      </Dialog>
    </section>
  );
}
