import type { ProjectCard } from '@waymark/contract';
import { showsItsTopics } from '@waymark/contract/rules';
import { Link } from 'react-router';
import { DayText, Timestamp } from '../../ui/dates';
import { Mark } from '../../ui/mark';
import styles from './project-row.module.css';
import { projectsText } from './projects.text';
import { keyOf } from './proof-outlook';
import { type KnownTopic, titleOf } from './topic-list';

const text = projectsText;
const mostCovers = 8;

function Outside({ href, kind, title }: { href: string; kind: string; title: string }) {
  return (
    <a href={href} rel="noopener noreferrer nofollow ugc" target="_blank" aria-label={text.linkOf(kind, title)}>
      {kind}
    </a>
  );
}

export function ProjectRow({ project, topics }: { project: ProjectCard; topics: readonly KnownTopic[] }) {
  const { title, covers, build, repoUrl, repoPath, demoUrl } = project;
  const beyond = covers.length - mostCovers;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h3 className={styles.title}>
          <Link to={`/projects/${project.id}`}>{title}</Link>
        </h3>
        {project.summary && <p>{project.summary}</p>}
        {covers.length === 0 ? (
          <p className={styles.quiet}>{text.noCovers}</p>
        ) : (
          <ul className={styles.covers} aria-label={text.covers}>
            {covers.slice(0, mostCovers).map((cover) => (
              <li key={keyOf(cover)}>
                <Mark kind={topics.find((topic) => topic.key === keyOf(cover))?.mark ?? 'not_started'} size={18} />
                <Link to={`/roadmaps/${cover.roadmap}/topics/${cover.topicId}`}>{titleOf(topics, cover)}</Link>
              </li>
            ))}
            {beyond > 0 && <li className={styles.quiet}>{text.moreCovers(beyond)}</li>}
          </ul>
        )}
        {build === 'finished' && !showsItsTopics(project) && <p className={styles.quiet}>{text.showsNothing}</p>}
      </div>
      <div className={styles.facts}>
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
        <p>{text.visibility[project.visibility][0]}</p>
        {project.stack.length > 0 && <p>{project.stack.join(', ')}</p>}
        <p>
          {project.hours !== null && `${text.hours(project.hours)}, `}
          {build === 'finished' && project.finishedOn ? (
            <>
              {text.finished} <DayText day={project.finishedOn} />
            </>
          ) : (
            <>
              {text.changed} <Timestamp at={project.updatedAt} />
            </>
          )}
        </p>
      </div>
    </li>
  );
}
