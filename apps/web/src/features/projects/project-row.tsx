import type { MyProject } from '@waymark/contract';
import { showsItsTopics } from '@waymark/contract/rules';
import { Link } from 'react-router';
import { Button } from '../../ui/button';
import { DayText, Timestamp } from '../../ui/dates';
import { Mark } from '../../ui/mark';
import { listText } from './list.text';
import { ProjectAxes } from './project-axes';
import styles from './project-row.module.css';
import { projectsText } from './projects.text';
import { keyOf } from './proof-outlook';
import { type KnownTopic, titleOf } from './topic-list';
import { useArchive } from './use-archive';

const text = projectsText;
const mostCovers = 8;

function Outside({ href, kind, title }: { href: string; kind: string; title: string }) {
  return (
    <a href={href} rel="noopener noreferrer nofollow ugc" target="_blank" aria-label={text.linkOf(kind, title)}>
      {kind}
    </a>
  );
}

export function ProjectRow({ project, topics }: { project: MyProject; topics: readonly KnownTopic[] }) {
  const { archive, isPending } = useArchive();
  const { title, covers, build, repoUrl, repoPath, demoUrl } = project;
  const beyond = covers.length - mostCovers;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h3 className={styles.title}>
          <Link to={`/projects/${project.id}`}>{title}</Link>
        </h3>
        {project.summary && <p>{project.summary}</p>}
        <ProjectAxes project={project} />
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
        <Button
          variant="quiet"
          busy={isPending}
          aria-label={project.isArchived ? listText.bringBack(title) : listText.putAway(title)}
          onClick={() => archive(project)}
        >
          {project.isArchived ? listText.bringBackAct : listText.archiveAct}
        </Button>
      </div>
    </li>
  );
}
