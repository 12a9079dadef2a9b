import type { LearnerDashboard, Roadmap } from '@waymark/contract';
import { Timestamp } from '../../ui/dates';
import { activitySentence } from './activity-sentence';
import styles from './learner.module.css';
import { LearnerDays } from './learner-parts.page';
import { mentoringText } from './mentoring.text';

const text = mentoringText.learner;
const firstItems = 8;

interface Props {
  dashboard: LearnerDashboard;
  roadmap: Roadmap | undefined;
  /** The learner's day. */
  today: string;
}

export function LearnerActivity({ dashboard, roadmap, today }: Props) {
  const { activity, enrolment, projects, learner } = dashboard;
  const titles = {
    topic: (id: string) => roadmap?.topics.find((topic) => topic.id === id)?.title ?? id,
    project: (id: string) => projects?.find((project) => project.id === id)?.title ?? null,
  };
  const items = activity?.items ?? [];
  const line = (item: (typeof items)[number]) => (
    <li key={item.id}>
      <span>{activitySentence(item, titles)}</span> <Timestamp at={item.at} />
    </li>
  );
  return (
    <section className={styles.section} aria-labelledby="learner-activity">
      <h2 id="learner-activity">{text.activity}</h2>
      {activity === null && <p className={styles.off}>{text.activityOff(learner.name)}</p>}
      {activity && <LearnerDays {...{ activity, enrolment, today }} />}
      {activity && items.length === 0 && <p className={styles.off}>{text.activityNone}</p>}
      {items.length > 0 && (
        <>
          <h3>{text.recent}</h3>
          <ul className={styles.acts}>{items.slice(0, firstItems).map(line)}</ul>
          {items.length > firstItems && (
            <details className={styles.more}>
              <summary>{text.moreActivity}</summary>
              <ul className={styles.acts}>{items.slice(firstItems).map(line)}</ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}
