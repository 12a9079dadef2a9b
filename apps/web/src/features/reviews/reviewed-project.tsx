import type { Review } from '@waymark/contract';
import type { ReactNode } from 'react';
import styles from './review.module.css';
import { reviewsText } from './reviews.text';
import type { TitleOf } from './titles';

const text = reviewsText;

function Outside({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  );
}

interface ReviewedProjectProps {
  review: Review;
  titleOf: TitleOf;
  /** What it says of how it was built, drawn. */
  writeUp: ReactNode;
}

/** The project as it was when the review was asked for. */
export function ReviewedProject({ review, titleOf, writeUp }: ReviewedProjectProps) {
  const { snapshot, revisions } = review;
  const { repoUrl, repoPath, demoUrl, covers, summary } = snapshot;
  const commit = revisions.at(-1)?.commit ?? null;
  return (
    <section className={styles.section} aria-labelledby="reviewed-project">
      <h2 id="reviewed-project">{text.looked}</h2>
      {summary && <p>{summary}</p>}
      <ul className={styles.links}>
        {repoUrl && (
          <li>
            <Outside href={repoUrl}>{repoPath ? `${text.repository}, ${repoPath}` : text.repository}</Outside>{' '}
            <small>{commit ? `${text.commit} ${commit.slice(0, 10)}` : text.notChecked}</small>
          </li>
        )}
        {demoUrl && (
          <li>
            <Outside href={demoUrl}>{text.demo}</Outside>
          </li>
        )}
      </ul>
      {snapshot.writeUp.trim() ? writeUp : <p className={styles.quiet}>{text.noWriteUp}</p>}
      <h3>{text.covers}</h3>
      {covers.length === 0 && <p className={styles.quiet}>{text.noCovers}</p>}
      <ul className={styles.covers}>
        {covers.map(({ roadmap, topicId, where }) => (
          <li key={`${roadmap}/${topicId}`}>
            {titleOf(roadmap, topicId)} {where && <small>{where}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}
