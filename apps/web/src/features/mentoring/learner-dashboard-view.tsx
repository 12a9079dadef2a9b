import type { LearnerDashboard, Roadmap } from '@waymark/contract';
import type { ReactNode } from 'react';
import { DayText } from '../../ui/dates';
import { Skeleton } from '../../ui/skeleton';
import styles from './learner.module.css';
import { LearnerActivity } from './learner-activity';
import { LearnerAttention } from './learner-attention';
import { learnerDashboardText } from './learner-dashboard.text';
import { LearnerMap } from './learner-map';
import { LearnerFigures } from './learner-parts.page';
import { LearnerProjects } from './learner-projects';
import { LearnerReviews } from './learner-reviews';
import { mentoringText } from './mentoring.text';
import { stuckNotes } from './stuck-notes';
import { useToday } from './use-today';

const text = mentoringText.learner;

interface Props {
  dashboard: LearnerDashboard;
  roadmap: Roadmap | undefined;
  /** What stands above it all. */
  children?: ReactNode;
  /** Where a topic opens; without it, as before the learner agrees, nothing leads anywhere. */
  toTopic?: (id: string) => string;
  /** The way, where it can be acted on: it is only read otherwise. */
  way?: ReactNode;
  /** What stands beside it at the end. */
  beside?: ReactNode;
}

/** A learner as their mentor sees them: on the mentor's page, and before the learner agrees to it. */
export function LearnerDashboardView({ dashboard, roadmap, children, toTopic, way, beside }: Props) {
  const mentorsDay = useToday();
  const { learner, consent, enrolment, attention, projects } = dashboard;
  const today = dashboard.today ?? mentorsDay;
  const leads = toTopic !== undefined;
  return (
    <div className={styles.page}>
      <div className={styles.intro}>
        <p className={styles.off}>
          {text.shares(learner.name, consent)} {text.since} <DayText day={dashboard.sharedSince.slice(0, 10)} />.{' '}
          {consent.notes ? text.notesOn : text.notesOff}
        </p>
        {children}
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <LearnerAttention dashboard={dashboard} roadmap={roadmap} />
          <LearnerReviews dashboard={dashboard} leads={leads} />
          <LearnerProjects dashboard={dashboard} roadmap={roadmap} />
          {beside}
        </div>
        <div className={styles.column}>
          {enrolment && roadmap && <LearnerFigures {...{ roadmap, enrolment, today, toTopic }} />}
          <LearnerActivity dashboard={dashboard} roadmap={roadmap} today={today} />
        </div>
      </div>
      <section className={styles.section} aria-labelledby="learner-way">
        <h2 id="learner-way">{learnerDashboardText.way}</h2>
        {!enrolment && <p className={styles.off}>{text.wayOff(learner.name)}</p>}
        {way ||
          (enrolment &&
            (roadmap ? (
              <LearnerMap
                {...{ roadmap, enrolment }}
                projects={projects ?? []}
                notes={stuckNotes(attention, mentorsDay)}
              />
            ) : (
              <Skeleton lines={6} height={48} />
            )))}
      </section>
    </div>
  );
}
