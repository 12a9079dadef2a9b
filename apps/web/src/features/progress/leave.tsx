import type { EnrolmentCard } from '@waymark/contract';
import { useNavigate } from 'react-router';
import { sentenceFor } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import styles from './plan.module.css';
import { useLeave, useRestore } from './progress.queries';
import { progressText } from './progress.text';
import { say } from './say';

/** Leaving a roadmap, with a way back at once and for thirty days. */
export function Leave({ enrolment, onLeft }: { enrolment: EnrolmentCard; onLeft?: () => void }) {
  const leave = useLeave(enrolment.roadmap);
  const restore = useRestore(enrolment.roadmap);
  const navigate = useNavigate();
  const { title } = enrolment;

  async function goBack(): Promise<void> {
    try {
      await restore.mutateAsync();
      say({ tone: 'good', text: progressText.leave.back(title) });
    } catch (error) {
      const action = { label: everyPage.retry, run: () => void goBack() };
      say({ tone: 'alarm', text: sentenceFor(error), action });
    }
  }

  async function goAway(): Promise<void> {
    try {
      await leave.mutateAsync();
      onLeft?.();
      navigate(`/roadmaps/${enrolment.roadmap}`, { replace: true });
      const action = { label: progressText.leave.undo, run: () => void goBack() };
      say({ text: progressText.leave.left(title), action });
    } catch {
      // Said in place, below.
    }
  }

  return (
    <section className={styles.leave}>
      <h3>{progressText.leave.title}</h3>
      <p>{progressText.leave.explain}</p>
      {leave.error && <Notice tone="alarm">{sentenceFor(leave.error)}</Notice>}
      <Button variant="danger" busy={leave.isPending} onClick={() => void goAway()}>
        {progressText.leave.action}
      </Button>
    </section>
  );
}
