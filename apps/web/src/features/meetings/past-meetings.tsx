import type { Meeting } from '@waymark/contract';
import { Link } from 'react-router';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import styles from './meetings.module.css';
import { useMeetings } from './meetings.queries';
import { meetingsText } from './meetings.text';

const text = meetingsText.sheet;

/** The meetings of these two that are over, the last first. */
export function PastMeetings({ meeting }: { meeting: Meeting }) {
  const { role, roadmap, learner, mentor } = meeting;
  const query = useMeetings({
    ...{ as: role, with: role === 'mentor' ? learner.id : mentor.id, roadmap, state: 'closed' as const },
  });
  const past = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-labelledby="past" className={styles.part}>
      <h2 id="past">{text.past}</h2>
      {query.isSuccess && past.length === 0 && <p className={styles.quiet}>{text.noPast}</p>}
      <ul className={styles.lines}>
        {past.map(({ id, closedAt, openedAt }) => (
          <li key={id}>
            <Link to={`/meetings/${id}`} aria-current={id === meeting.id ? 'page' : undefined}>
              <Timestamp at={closedAt ?? openedAt} />
            </Link>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {text.showMore}
        </Button>
      )}
    </section>
  );
}
