import { useState } from 'react';
import { Skeleton } from '../../ui/skeleton';
import { CohortList } from './cohort-list';
import { useArchivedCohorts } from './cohorts.queries';
import { cohortsText } from './cohorts.text';
import styles from './mentoring.module.css';

const text = cohortsText.archived;

/** Read only once somebody wants to see them. */
export function ArchivedCohorts({ titleOf }: { titleOf: (roadmap: string) => string }) {
  const [isOpen, setOpen] = useState(false);
  const { data, isPending } = useArchivedCohorts(isOpen);
  return (
    <details className={styles.section} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.show}</summary>
      {isOpen && isPending && <Skeleton lines={2} height={40} />}
      {data?.length === 0 && <p className={styles.quiet}>{text.none}</p>}
      {data && data.length > 0 && <CohortList cohorts={data} titleOf={titleOf} />}
    </details>
  );
}
