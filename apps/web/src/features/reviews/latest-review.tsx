import type { Project, Review, ReviewCard } from '@waymark/contract';
import { isOpen } from '@waymark/contract/rules';
import { ButtonLink } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { Markdown } from '../../ui/markdown';
import { isAsShown } from './as-shown';
import styles from './asking.module.css';
import { askingText } from './asking.text';
import { ReviewActs } from './review-acts';
import { ReviewStanding } from './review-standing';
import { reviewsText } from './reviews.text';

const text = askingText;

/** What a reviewer was shown, with the commit that the repository was at. */
function Revisions({ review }: { review: Review }) {
  return (
    <div className={styles.revisions}>
      <h3>{text.revisions}</h3>
      <ol>
        {review.revisions.toReversed().map(({ number, createdAt, commit }) => (
          <li key={number}>
            <span>{text.revision(number)}</span> <Timestamp at={createdAt} />{' '}
            {commit ? (
              <span>
                {text.commit} <code title={commit}>{commit.slice(0, 10)}</code>
              </span>
            ) : (
              <span>{review.snapshot.repoUrl ? text.notChecked : text.noRepository}</span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface Props {
  review: Review;
  earlier: readonly ReviewCard[];
  project: Project;
  myId: string | undefined;
  isUnsaved: boolean;
  onDone: () => void;
}

/** The last review that was asked for: where it stands, and what its learner can do. */
export function LatestReview({ review, earlier, project, myId, isUnsaved, onDone }: Props) {
  const { state, revision, abilities } = review;
  const approved = state === 'approved' ? review : earlier.find((each) => each.state === 'approved');
  const isSame = isAsShown(project, review.snapshot);
  return (
    <>
      <div aria-live="polite" className={styles.standing}>
        <ReviewStanding review={review} myId={myId} as="h3" />
      </div>
      <blockquote className={styles.question}>
        <p className={styles.quiet}>{reviewsText.myQuestion}</p>
        <Markdown text={review.question} />
      </blockquote>
      {approved && approved !== review && <p>{text.approvedAt(approved.revision, revision)}</p>}
      {(isOpen(state) || state === 'approved') && (
        <p className={styles.quiet}>{isSame ? text.asShown(revision) : text.changedSince(revision)}</p>
      )}
      {isUnsaved && abilities.resubmit && <p className={styles.unsaved}>{text.unsaved}</p>}
      <div className={styles.acts}>
        <ButtonLink to={`/reviews/${review.id}`}>{review.verdicts.length > 0 ? text.read : text.look}</ButtonLink>
        <ReviewActs review={review} myId={myId} onDone={onDone} />
      </div>
      <Revisions review={review} />
    </>
  );
}
