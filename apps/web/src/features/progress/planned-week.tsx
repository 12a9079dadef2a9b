import type { Enrolment, Roadmap } from '@waymark/contract';
import { weekPlan } from '@waymark/contract/rules';
import { Link } from 'react-router';
import { PauseButton } from './pause-button';
import { planText } from './plan.text';
import styles from './plan-page.module.css';
import { PlannedItems } from './planned-items';

interface PlannedWeekProps {
  roadmap: Roadmap;
  enrolment: Enrolment;
  today: string;
  weekStartsOn: number;
}

/** What the plan has for this week, the way to the whole of it, and to a pause. */
export function PlannedWeek({ roadmap, enrolment, today, weekStartsOn }: PlannedWeekProps) {
  const { plan } = enrolment;
  const [week] = weekPlan(roadmap, enrolment, { plan, today, weekStartsOn });
  return (
    <div className={styles.section}>
      {week && <PlannedItems roadmap={roadmap} items={week.items} hidesHours={plan.hideEstimates} />}
      <div className={styles.pause}>
        <Link to={`/roadmaps/${roadmap.slug}/plan`}>{planText.weeks.open}</Link>
        <PauseButton enrolment={enrolment} today={today} />
      </div>
    </div>
  );
}
