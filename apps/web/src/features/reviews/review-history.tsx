import type { Review } from '@waymark/contract';
import { Timestamp } from '../../ui/dates';
import styles from './review.module.css';
import { reviewsText } from './reviews.text';

const text = reviewsText;
/** What is said of them names the revision. */
const onRevision: readonly string[] = ['requested', 'resubmit', 'approve', 'request-changes', 'comment'];

/** What happened to it, in order. */
export function ReviewHistory({ review }: { review: Review }) {
  return (
    <section className={styles.section} aria-labelledby="review-history">
      <h2 id="review-history">{text.history}</h2>
      <ol className={styles.history}>
        {review.events.map(({ kind, at, by, revision }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are only ever added to
          <li key={place}>
            {by && <b>{by.name} </b>}
            {text.events[kind]}
            {onRevision.includes(kind) && ` ${text.onRevision(revision)}`}, <Timestamp at={at} />
          </li>
        ))}
      </ol>
    </section>
  );
}
