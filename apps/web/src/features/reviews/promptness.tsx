import { dayIn, promptnessOf } from '@waymark/contract/rules';
import { useZone } from '../../ui/dates';
import { Moment } from './moment';
import styles from './queue.module.css';
import { twentyMinutesText } from './twenty-minutes.text';

const text = twentyMinutesText.promptness;

/** Whether an answer that is expected by some moment is late, on the days of who looks. */
export function usePromptness() {
  const timeZone = useZone();
  return (by: string) => promptnessOf(dayIn(timeZone, new Date(by)), dayIn(timeZone, new Date()));
}

/** The same in words. */
export function Promptness({ by }: { by: string }) {
  const found = usePromptness()(by);
  return (
    <span className={found.kind === 'late' ? styles.overdue : undefined}>
      {found.kind === 'late' ? text.late(found.days) : text[found.kind]} <Moment at={by} />.
    </span>
  );
}
