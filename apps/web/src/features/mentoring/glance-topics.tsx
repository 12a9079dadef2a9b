import type { GlanceFigures } from '@waymark/contract';
import type { ReactNode } from 'react';
import { cohortsText } from './cohorts.text';
import styles from './glance.module.css';

const text = cohortsText.glance;

interface Props {
  figures: GlanceFigures;
  titleOf: (topicId: string) => string;
}

interface ListProps {
  title: string;
  none: string;
  lines: readonly { key: string; what: ReactNode; figure: string }[];
}

function List({ title, none, lines }: ListProps) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {lines.length === 0 && <p className={styles.quiet}>{none}</p>}
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map(({ key, what, figure }) => (
            <li key={key}>
              <span>{what}</span>
              <span className={styles.quiet}>{figure}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Topics, and never people: where most stand still, and what takes longest. */
export function GlanceStalls({ figures: { stuck, longest }, titleOf }: Props) {
  return (
    <div className={styles.beside}>
      <List
        title={text.stuck}
        none={text.stuckNone}
        lines={stuck.map(({ topicId, learners }) => ({
          ...{ key: topicId, what: titleOf(topicId), figure: text.stuckLine(learners) },
        }))}
      />
      <List
        title={text.longest}
        none={text.longestNone}
        lines={longest.map(({ topicId, days, learners }) => ({
          ...{ key: topicId, what: titleOf(topicId), figure: text.longestLine(days, learners) },
        }))}
      />
    </div>
  );
}

export function GlanceDeaths({ figures: { deadLinks, deadProjects }, titleOf }: Props) {
  return (
    <div>
      <List
        title={text.links}
        none={text.linksNone}
        lines={deadLinks.map(({ topicId, resourceId, title, url, reports }) => ({
          key: `${topicId} ${resourceId}`,
          what: (
            <>
              <a href={url} rel="noreferrer">
                {title}
              </a>{' '}
              <small>{titleOf(topicId)}</small>
            </>
          ),
          figure: text.linkLine(reports),
        }))}
      />
      {deadProjects > 0 && <p className={styles.quiet}>{text.projects(deadProjects)}</p>}
    </div>
  );
}
