import type { PublicPage } from '@waymark/contract';
import { Link } from 'react-router';
import { DayText } from '../../ui/dates';
import { OutsideLinks } from './outside';
import { publicText as text } from './public-pages.text';
import styles from './shown-project.module.css';

type Project = PublicPage['projects'][number];

/** How far it is built, since when, and with what. */
export function Facts({ build, finishedOn, stack }: Pick<Project, 'build' | 'finishedOn' | 'stack'>) {
  return (
    <p className={styles.facts}>
      {text[build]}
      {build === 'finished' && finishedOn && (
        <>
          {' '}
          <DayText day={finishedOn} />
        </>
      )}
      {stack.length > 0 && text.madeWith(stack)}
    </p>
  );
}

/** What was built, where it is, and where in it each topic is used. */
export function ShownProject({ project }: { project: Project }) {
  const { page, title, summary, covers } = project;
  return (
    <li className={styles.project}>
      <h3>{page ? <Link to={`/p/${page}`}>{title}</Link> : title}</h3>
      {summary && <p>{summary}</p>}
      <Facts {...project} />
      <OutsideLinks {...project} />
      {covers.length > 0 && (
        <ul className={styles.covers} aria-label={text.covers}>
          {covers.map(({ roadmap, topicId, title: topic, where }) => (
            <li key={`${roadmap}/${topicId}`}>
              <Link to={`/roadmaps/${roadmap}/topics/${topicId}`}>{topic}</Link>
              {where && <span>{where}</span>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
