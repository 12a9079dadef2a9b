import type { GivenUp } from '@waymark/contract';
import { call } from '../../api/call';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import styles from './health.module.css';
import { healthText as text } from './health.text';
import { useAct } from './use-act';

/** What nobody tries any more, and the way to have it tried again. */
export function GivenUpJobs({ jobs }: { jobs: GivenUp }) {
  const { kind, count, since, lastFailure } = jobs;
  const { busy, act, dialog } = useAct();
  const retry = () => act(() => call('retryJobs', { body: { kind } }), text.retried);
  return (
    <div className={styles.givenUp}>
      <p>
        {count.toLocaleString()}, {text.since} <Timestamp at={since} />. {lastFailure && text.lastly(lastFailure)}
      </p>
      <Button busy={busy} onClick={retry} aria-label={text.retryOf(text.jobKinds[kind] ?? kind)}>
        {text.retry}
      </Button>
      {dialog}
    </div>
  );
}
