import type { Cohort } from '@waymark/contract';
import { Link } from 'react-router';
import styles from './cohort-list.module.css';
import { JoinCode } from './join-code';
import { mentoringText } from './mentoring.text';

const text = mentoringText;

interface Props {
  cohorts: readonly Cohort[];
  titleOf: (roadmap: string) => string;
}

export function CohortList({ cohorts, titleOf }: Props) {
  return (
    <ul className={styles.list}>
      {cohorts.map((cohort) => (
        <li key={cohort.id}>
          <div className={styles.what}>
            <h3>
              <Link to={`/cohorts/${cohort.id}`}>{cohort.name}</Link>
            </h3>
            <p>
              {titleOf(cohort.roadmap)}
              {cohort.role === 'learner' && `. ${text.cohorts.mentors(cohort.mentors.map((mentor) => mentor.name))}`}
            </p>
          </div>
          {cohort.role === 'mentor' &&
            (cohort.code ? (
              <JoinCode code={cohort.code} cohort={cohort.name} />
            ) : (
              <p className={styles.quiet}>{text.code.revoked}</p>
            ))}
        </li>
      ))}
    </ul>
  );
}
