import type { Review } from '@waymark/contract';
import { Timestamp } from '../../ui/dates';
import { Markdown } from '../../ui/markdown';
import styles from './review.module.css';
import { reviewsText as text } from './reviews.text';
import type { TitleOf } from './titles';
import type { Level } from './verdict-draft';

interface Line {
  key: string;
  name: string;
  verdict: NonNullable<Level>;
  /** Empty on requirements, and on topics from before each had a sentence. */
  text: string;
}

function AnsweredLines({ title, lines }: { title: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.covers}>
        {lines.map(({ key, name, verdict, text: words }) => (
          <li key={key}>
            <b>{name}</b>: {text.verdict.levels[verdict]}
            {words && <Markdown text={words} />}
          </li>
        ))}
      </ul>
    </>
  );
}

interface GivenAnswersProps {
  review: Review;
  titleOf: TitleOf;
  requirements: readonly { id: string; text: string }[];
}

/** Every answer that was given, the last first. */
export function GivenAnswers({ review, titleOf, requirements }: GivenAnswersProps) {
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
          <AnsweredLines
            title={text.answeredTopics}
            lines={verdict.topics.map((line) => ({
              ...line,
              key: `${line.roadmap}/${line.topicId}`,
              name: titleOf(line.roadmap, line.topicId),
            }))}
          />
          <AnsweredLines
            title={text.answeredRequirements}
            lines={verdict.requirements.map((line) => ({
              ...line,
              key: line.id,
              name: requirements.find(({ id }) => id === line.id)?.text ?? line.id,
            }))}
          />
        </article>
      ))}
    </section>
  );
}
