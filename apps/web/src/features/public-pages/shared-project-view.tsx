import type { ProjectPage } from '@waymark/contract';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { classes } from '../../ui/classes';
import { DayText, WholeDay } from '../../ui/dates';
import layout from '../../ui/layout.module.css';
import { Mark } from '../../ui/mark';
import { Markdown } from '../../ui/markdown';
import { PageHead } from '../../ui/page-head';
import { OutsideLinks } from './outside';
import styles from './public-page-view.module.css';
import { sharedText as text } from './shared-project.text';
import shared from './shared-project-view.module.css';
import { Facts } from './shown-project';

function Author({ learner }: Pick<ProjectPage, 'learner'>) {
  if (!learner) return text.eyebrow;
  const { name, handle } = learner;
  return (
    <>
      {text.by} {handle ? <Link to={`/u/${handle}`}>{name}</Link> : name}
    </>
  );
}

function Topic({ topic, isFinished }: { topic: ProjectPage['topics'][number]; isFinished: boolean }) {
  const { roadmap, topicId, title, where, confirmed } = topic;
  return (
    <li>
      <Mark kind={confirmed ? 'confirmed' : isFinished ? 'shown' : 'learning'} size={20} label={null} />
      <span>
        <Link to={`/roadmaps/${roadmap}/topics/${topicId}`}>{title}</Link>
        {where && <small>{where}</small>}
        {confirmed && (
          <small>
            {confirmed.reviewer ? text.confirmedBy(confirmed.reviewer) : text.confirmed} {text.at(confirmed.revision)}{' '}
            <WholeDay at={confirmed.at} />
          </small>
        )}
      </span>
    </li>
  );
}

/** A project with its write-up and what it shows, as its learner let strangers see it. */
export function SharedProjectView({ project }: { project: ProjectPage }) {
  const { title, summary, brief, learner, hours, startedOn, writeUp, topics, revision, approvedRevision } = project;
  const images = useMemo(() => new Map(project.images.map((image) => [image.name, image])), [project.images]);
  const isFinished = project.build === 'finished' && Boolean(project.repoUrl ?? project.demoUrl);
  return (
    <article className={classes(layout.wrap, styles.page)}>
      <PageHead title={title} eyebrow={<Author learner={learner} />} />
      {summary && <p className={styles.about}>{summary}</p>}
      <div className={shared.facts}>
        <Facts {...project} />
        {brief && <p>{text.brief(brief)}</p>}
        {startedOn && (
          <p>
            {text.from} <DayText day={startedOn} />.
          </p>
        )}
        {hours !== null && hours > 0 && <p>{text.hours(hours)}</p>}
        {approvedRevision !== null && revision !== null && <p>{text.approved(approvedRevision, revision)}</p>}
        <OutsideLinks {...project} />
      </div>
      <section className={styles.section}>
        <h2>{text.topics}</h2>
        {topics.length === 0 && <p>{text.noTopics}</p>}
        <ul className={shared.topics}>
          {topics.map((topic) => (
            <Topic key={`${topic.roadmap}/${topic.topicId}`} topic={topic} isFinished={isFinished} />
          ))}
        </ul>
      </section>
      {writeUp.trim() && (
        <section className={styles.section}>
          <h2>{text.writeUp}</h2>
          <Markdown text={writeUp} images={images} />
        </section>
      )}
    </article>
  );
}
