import type { PublicPage } from '@waymark/contract';
import { Link } from 'react-router';
import { Mark } from '../../ui/mark';
import styles from './proof-list.module.css';
import { publicText as text } from './public-pages.text';

interface ProofListProps {
  proof: PublicPage['proof'][number];
  /** There are several roadmaps, so each says which it is. */
  isNamed: boolean;
}

/** Each topic that is more than a tick, with the projects of the page that show it. */
export function ProofList({ proof, isNamed }: ProofListProps) {
  const { roadmap, title, topics } = proof;
  return (
    <div className={styles.proof}>
      {isNamed && <h3>{title}</h3>}
      {topics.length === 0 && <p className={styles.quiet}>{text.noProof}</p>}
      <ul className={styles.topics} aria-label={title}>
        {topics.map((topic) => (
          <li key={topic.id}>
            <Mark kind={topic.proof} size={20} />
            <span>
              <Link to={`/roadmaps/${roadmap}/topics/${topic.id}`}>{topic.title}</Link>
              {topic.projects.length > 0 && (
                <small>
                  {text.shownBy}{' '}
                  {topic.projects.map(({ title: project, url }, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two projects may have one title
                    <span key={place}>
                      {place > 0 && ', '}
                      {url ? (
                        <a href={url} rel="noopener noreferrer nofollow ugc" target="_blank">
                          {project}
                        </a>
                      ) : (
                        project
                      )}
                    </span>
                  ))}
                </small>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
