import type { Review } from '@waymark/contract';
import { DayText } from '../../ui/dates';
import { Moment } from './moment';
import styles from './review.module.css';
import { reviewsText } from './reviews.text';

const text = reviewsText.standing;

function Turn({ review, myId }: { review: Review; myId: string | undefined }) {
  const { ballWith, learner, claim } = review;
  if (review.state === 'parked') return <p>{text.parked}</p>;
  if (ballWith === null) return <p>{text.over}</p>;
  const isLearner = learner.id === myId;
  const whose =
    ballWith === 'learner'
      ? text.learnersTurn(isLearner, learner.name)
      : text.mentorsTurn(!isLearner && (claim === null || claim.mentor.id === myId), claim?.mentor.name ?? null);
  return (
    <p className={styles.turn}>
      <b>{whose}</b> {text.since} <Moment at={review.ballSince} />.
    </p>
  );
}

interface Props {
  review: Review;
  myId: string | undefined;
  /** Below a heading of the page's own. */
  as?: 'h2' | 'h3';
}

/** Whose turn it is, since when, and what its learner can count on. */
export function ReviewStanding({ review, myId, as: Heading = 'h2' }: Props) {
  const { claim, promisedBy, away, ahead, usualWaitHours, learner, verdicts, revision } = review;
  const isMine = learner.id === myId;
  const approved = verdicts.findLast(({ decision }) => decision === 'approved');
  return (
    <section className={styles.standing} aria-labelledby="review-standing">
      <Heading id="review-standing" className={styles.state}>
        {reviewsText.states[review.state]}
        <small>{reviewsText.revision(revision)}</small>
      </Heading>
      <Turn review={review} myId={myId} />
      {claim && (
        <p>
          {text.claimed(claim.mentor.name, claim.mentor.id === myId)} <Moment at={claim.until} />.
        </p>
      )}
      {approved && approved.revision !== revision && <p>{text.approvedAt(approved.revision)}</p>}
      {isMine && promisedBy && (
        <p>
          {text.expected} <Moment at={promisedBy} />.
        </p>
      )}
      {isMine && away && (
        <p>
          {text.away(away.mentor.name)} <DayText day={away.until} />. {text.askOthers}
        </p>
      )}
      {isMine && ahead !== null && <p>{text.ahead(ahead)}</p>}
      {isMine && review.ballWith === 'mentor' && (
        <p>{usualWaitHours === null ? text.usualUnknown : text.usual(usualWaitHours)}</p>
      )}
    </section>
  );
}
