import type { LearnerDashboard, SharedProject } from '@waymark/contract';
import { Link } from 'react-router';
import { Timestamp } from '../../ui/dates';
import styles from './learner.module.css';
import { learnerDashboardText as text } from './learner-dashboard.text';

const mostAnswered = 3;

type Reviewed = Pick<SharedProject, 'id' | 'title'> & { review: NonNullable<SharedProject['review']> };

/** Those that somebody has to act on, the longest wait first, and the last that were answered. */
export function reviewsOf(projects: readonly SharedProject[]): { open: Reviewed[]; answered: Reviewed[] } {
  const reviewed = projects
    .flatMap(({ id, title, review }) => (review ? [{ id, title, review }] : []))
    .toSorted((one, other) => (one.review.ballSince < other.review.ballSince ? -1 : 1));
  return {
    open: reviewed.filter(({ review }) => review.ballWith !== null),
    answered: reviewed.filter(({ review }) => review.ballWith === null).toReversed(),
  };
}

interface LineProps {
  reviewed: Reviewed;
  name: string;
  /** It leads to the review. */
  leads: boolean;
}

function ReviewLine({ reviewed, name, leads }: LineProps) {
  const { title, review } = reviewed;
  const { state, ballWith, ballSince, id } = review;
  return (
    <li>
      <span>
        {leads ? (
          <Link to={`/reviews/${id}`} aria-label={text.open(title)}>
            {title}
          </Link>
        ) : (
          <b>{title}</b>
        )}
        <small>
          {text.states[state]}
          {ballWith && `. ${text.turn[ballWith](name)}`}
        </small>
      </span>{' '}
      <span className={styles.since}>
        {ballWith && text.since} <Timestamp at={ballSince} />
      </span>
    </li>
  );
}

/** Whose turn it is, and since when: of the reviews that this mentor may read. */
export function LearnerReviews({ dashboard, leads }: { dashboard: LearnerDashboard; leads: boolean }) {
  const { projects, learner } = dashboard;
  if (projects === null || projects.length === 0) return null;
  const { open, answered } = reviewsOf(projects);
  const shown = [...open, ...answered.slice(0, mostAnswered)];
  const earlier = answered.slice(mostAnswered);
  const line = (reviewed: Reviewed) => (
    <ReviewLine key={reviewed.id} reviewed={reviewed} name={learner.name} leads={leads} />
  );
  return (
    <section className={styles.section} aria-labelledby="learner-reviews">
      <h2 id="learner-reviews">{text.reviews}</h2>
      {shown.length === 0 && <p className={styles.off}>{text.reviewsNone}</p>}
      {shown.length > 0 && <ul className={styles.acts}>{shown.map(line)}</ul>}
      {earlier.length > 0 && (
        <details className={styles.more}>
          <summary>{text.reviewsMore}</summary>
          <ul className={styles.acts}>{earlier.map(line)}</ul>
        </details>
      )}
    </section>
  );
}
