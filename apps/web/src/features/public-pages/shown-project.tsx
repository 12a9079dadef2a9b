import type { PublicPage } from '@waymark/contract';
import { Link } from 'react-router';
import { DayText } from '../../ui/dates';
import { publicText as text } from './public-pages.text';
import styles from './shown-project.module.css';

type Project = PublicPage['projects'][number];

function Outside({ href, kind, title }: { href: string; kind: string; title: string }) {
  return (
    <a href={href} rel="noopener noreferrer nofollow ugc" target="_blank" aria-label={text.linkOf(kind, title)}>
      {kind}
    </a>
  );
}

function Facts({ build, finishedOn, stack }: Project) {
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
  const { title, summary, repoUrl, repoPath, demoUrl, covers } = project;
  return (
    <li className={styles.project}>
      <h3>{title}</h3>
      {summary && <p>{summary}</p>}
      <Facts {...project} />
      {(repoUrl || demoUrl) && (
        <p className={styles.links}>
          {repoUrl && (
            <Outside
              href={repoUrl}
              kind={repoPath ? `${text.repository}, ${repoPath}` : text.repository}
              title={title}
            />
          )}
          {demoUrl && <Outside href={demoUrl} kind={text.demo} title={title} />}
        </p>
      )}
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
