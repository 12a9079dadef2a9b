import type { ReviewCard } from '@waymark/contract';
import { Link } from 'react-router';
import { Timestamp } from '../../ui/dates';
import styles from './asking.module.css';
import { askingText } from './asking.text';
import { reviewsText } from './reviews.text';

/** What was asked before, the newest first. */
export function EarlierReviews({ reviews }: { reviews: readonly ReviewCard[] }) {
  if (reviews.length === 0) return null;
  return (
    <div className={styles.earlier}>
      <h3>{askingText.earlier}</h3>
      <ul>
        {reviews.map(({ id, state, revision, question, requestedAt }) => (
          <li key={id}>
            <Link to={`/reviews/${id}`}>
              {reviewsText.states[state]}, {askingText.revision(revision).toLowerCase()}
            </Link>{' '}
            <Timestamp at={requestedAt} />
            <p>{question}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
