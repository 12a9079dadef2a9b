import type { Review } from '@waymark/contract';
import { Timestamp } from '../../ui/dates';
import { Markdown } from '../../ui/markdown';
import styles from './review.module.css';
import { reviewsText } from './reviews.text';
import type { TitleOf } from './titles';

const text = reviewsText;
/** What is said of them names the revision. */
const onRevision: readonly string[] = ['requested', 'resubmit', 'approve', 'request-changes', 'comment'];

/** Every answer that was given, the last first. */
export function GivenAnswers({ review, titleOf }: { review: Review; titleOf: TitleOf }) {
  if (review.verdicts.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="review-answers">
      <h2 id="review-answers">{text.answers}</h2>
      {review.verdicts.toReversed().map((verdict) => (
        <article key={verdict.at} className={styles.answer}>
          <p>
            <b>{text.answerBy(verdict.reviewer?.name ?? '')}</b> {text.decisionsPast[verdict.decision]}{' '}
            {text.onRevision(verdict.revision)}, <Timestamp at={verdict.at} />
          </p>
          <Markdown text={verdict.text} />
          {verdict.topics.length > 0 && (
            <ul className={styles.covers}>
              {verdict.topics.map((topic) => (
                <li key={`${topic.roadmap}/${topic.topicId}`}>
                  <b>{titleOf(topic.roadmap, topic.topicId)}</b>: {text.verdict.levels[topic.verdict]}
                  {topic.text && <small>{topic.text}</small>}
                </li>
              ))}
            </ul>
          )}
        </article>
      ))}
    </section>
  );
}

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
