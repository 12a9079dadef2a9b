import type { Enrolment } from '@waymark/contract';
import { Button } from '../../ui/button';
import { dayText } from '../../ui/dates';
import { planText } from './plan.text';
import styles from './plan-page.module.css';
import { usePause } from './use-pause';

const text = planText.pauses;

/** One press pauses, one press goes on. */
export function PauseButton({ enrolment, today }: { enrolment: Enrolment; today: string }) {
  const { isPaused, isBusy, toggle } = usePause(enrolment, today);
  const now = enrolment.plan.pauses.find(({ from, to }) => from <= today && (to === null || today <= to));
  return (
    <div className={styles.pause}>
      {now && <p>{now.to === null ? text.paused(dayText(now.from)) : text.pausedUntil(dayText(now.to))}</p>}
      <Button variant={isPaused ? 'main' : 'plain'} busy={isBusy} onClick={toggle}>
        {isPaused ? text.goOn : text.pause}
      </Button>
    </div>
  );
}
