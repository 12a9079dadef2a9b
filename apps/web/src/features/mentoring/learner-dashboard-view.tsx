import type { LearnerDashboard, Roadmap } from '@waymark/contract';
import type { ReactNode } from 'react';
import { DayText } from '../../ui/dates';
import { Skeleton } from '../../ui/skeleton';
import styles from './learner.module.css';
import { LearnerActivity } from './learner-activity';
import { LearnerAttention } from './learner-attention';
import { PlanLine } from './learner-head';
import { outlineOf } from './learner-outline';
import { LearnerProjects } from './learner-projects';
import { LearnerWay } from './learner-way';
import { mentoringText } from './mentoring.text';

const text = mentoringText.learner;

interface Props {
  dashboard: LearnerDashboard;
  roadmap: Roadmap | undefined;
  /** What stands above it all. */
  children?: ReactNode;
  /** The way, where it can be acted on: it is only read otherwise. */
  way?: ReactNode;
  /** What stands beside it at the end. */
  beside?: ReactNode;
}

/** A learner as their mentor sees them: on the mentor's page, and before the learner agrees to it. */
export function LearnerDashboardView({ dashboard, roadmap, children, way, beside }: Props) {
  const { learner, consent, enrolment } = dashboard;
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
          <section className={styles.section} aria-labelledby="learner-way">
            <h2 id="learner-way">{text.way}</h2>
            {enrolment ? <PlanLine enrolment={enrolment} /> : <p className={styles.off}>{text.wayOff(learner.name)}</p>}
            {way ||
              (enrolment &&
                (roadmap ? <LearnerWay stages={outlineOf(roadmap, enrolment)} /> : <Skeleton lines={6} height={48} />))}
          </section>
        </div>
        <div className={styles.column}>
          <LearnerActivity dashboard={dashboard} roadmap={roadmap} />
          <LearnerProjects dashboard={dashboard} roadmap={roadmap} />
          {beside}
        </div>
      </div>
    </div>
  );
}
