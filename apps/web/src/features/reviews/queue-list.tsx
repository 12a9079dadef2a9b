import type { QueuedReview } from '@waymark/contract';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { isHeldBy } from './held-by';
import { Moment } from './moment';
import { Promptness } from './promptness';
import styles from './queue.module.css';
import { queueText } from './queue.text';
import type { useQueue } from './reviews.queries';
import { reviewsText } from './reviews.text';
import { twentyMinutesText } from './twenty-minutes.text';

const text = queueText;

function Row({ review, myId }: { review: QueuedReview; myId: string | undefined }) {
  const { id, project, learner, question, revision, ballWith, ballSince, promisedBy, claim, audience, state } = review;
  const isHeld = isHeldBy(review, myId);
  return (
    <li className={styles.row} data-held={isHeld || undefined}>
      <p className={styles.title}>
        <Link to={`/reviews/${id}`}>{project.title}</Link> <span>{text.by(learner.name)}</span>
      </p>
      <p className={styles.question}>{question}</p>
      <p className={styles.facts}>
        <span>
          {reviewsText.states[state]}, {text.revision(revision)}.
        </span>{' '}
        <span>
          {ballWith === 'mentor' ? text.waits : text.since} <Moment at={ballSince} />.
        </span>{' '}
        {isHeld && claim && ballWith === 'mentor' && (
          <span>
            {text.held} <Moment at={claim.until} />.
          </span>
        )}{' '}
        {promisedBy && <Promptness by={promisedBy} />}{' '}
        {ballWith === 'mentor' && <span>{twentyMinutesText.about(review.minutes)}</span>}{' '}
        {state === 'requested' && <span>{text.asked[audience.kind]}</span>}
      </p>
    </li>
  );
}

interface Props {
  /** Of its heading, to be led to. */
  id: string;
  query: ReturnType<typeof useQueue>;
  title: string;
  none: string;
  myId: string | undefined;
}

/** Reviews, the longest wait first, and more of them on demand. */
export function QueueList({ id, query, title, none, myId }: Props) {
  const end = useRef<HTMLParagraphElement>(null);
  const [wasUsed, setWasUsed] = useState(false);
  const isOver = wasUsed && !query.hasNextPage;
  useEffect(() => {
    if (isOver) end.current?.focus();
  }, [isOver]);
  const reviews = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles.list} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {query.isPending && <Skeleton lines={2} height={64} />}
      {query.isError && !query.isFetchNextPageError && !query.data && (
        <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => query.refetch()} />
      )}
      {query.isSuccess && reviews.length === 0 && <p className={styles.quiet}>{none}</p>}
      {reviews.length > 0 && (
        <ul>
          {reviews.map((review) => (
            <Row key={review.id} review={review} myId={myId} />
          ))}
        </ul>
      )}
      {query.isFetchNextPageError && (
        <Notice tone="alarm" title={text.loadFailed}>
          {sentenceFor(query.error)}
        </Notice>
      )}
      {query.hasNextPage && (
        <Button
          busy={query.isFetchingNextPage}
          onClick={() => {
            setWasUsed(true);
            void query.fetchNextPage();
          }}
        >
          {text.more}
        </Button>
      )}
      {isOver && (
        <p ref={end} tabIndex={-1} className={styles.quiet}>
          {text.allShown}
        </p>
      )}
    </section>
  );
}
