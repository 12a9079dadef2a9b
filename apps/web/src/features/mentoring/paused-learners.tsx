import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { LoadFailed } from '../../ui/load-failed';
import styles from './mentoring.module.css';
import { usePaused } from './sharing.queries';
import { sharingActsText } from './sharing-acts.text';

const text = sharingActsText.pausedLearners;

/** Who keeps closed for a while what they share with me: a name, and since when. Nothing where nobody does. */
export function PausedLearners() {
  const query = usePaused();
  const paused = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isError) return <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => query.refetch()} />;
  if (paused.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="paused-learners">
      <h2 id="paused-learners">{text.title}</h2>
      <p className={styles.quiet}>{text.lead}</p>
      <ul>
        {paused.map(({ id, learner, pausedAt }) => (
          <li key={id}>
            {learner.name}, {text.since} <Timestamp at={pausedAt} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {text.more}
        </Button>
      )}
    </section>
  );
}
