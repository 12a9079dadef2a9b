import type { Enrolment, Roadmap } from '@waymark/contract';
import { dayPlan, isPaused, type PlannedWeek, weekPlan } from '@waymark/contract/rules';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { dayRange } from '../../ui/day-range';
import { planText } from './plan.text';
import styles from './plan-page.module.css';
import { PlannedItems } from './planned-items';

const text = planText.weeks;
const firstWeeks = 8;

const weekday = (day: string) =>
  new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(day),
  );

interface PlanWeeksProps {
  roadmap: Roadmap;
  enrolment: Enrolment;
  today: string;
  weekStartsOn: number;
}

/** What is left, week by week, this week first. */
export function PlanWeeks({ roadmap, enrolment, today, weekStartsOn }: PlanWeeksProps) {
  const [isWhole, setIsWhole] = useState(false);
  const { plan } = enrolment;
  const weeks = weekPlan(roadmap, enrolment, { plan, today, weekStartsOn });
  const [first] = weeks;
  const shown = isWhole ? weeks : weeks.slice(0, firstWeeks);
  return (
    <section className={styles.section} aria-labelledby="weeks">
      <h2 id="weeks">{text.title}</h2>
      <p className={styles.lead}>{weeks.length > 0 ? text.lead : text.done}</p>
      {isPaused(plan.pauses, today) && <p className={styles.lead}>{text.asIf}</p>}
      <ol className={styles.weeks}>
        {shown.map((week) => (
          <Week key={week.from} week={week} isThis={week === first} roadmap={roadmap} hidesHours={plan.hideEstimates} />
        ))}
      </ol>
      {shown.length < weeks.length && (
        <Button onClick={() => setIsWhole(true)}>{text.more(weeks.length - shown.length)}</Button>
      )}
      {first && first.items.length > 0 && (
        <details className={styles.details}>
          <summary>{text.byDay}</summary>
          <ol className={styles.weeks}>
            {dayPlan(first, plan, today).map(({ day, items }) => (
              <li key={day}>
                <h3>{weekday(day)}</h3>
                <PlannedItems roadmap={roadmap} items={items} hidesHours={plan.hideEstimates} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

interface WeekProps {
  week: PlannedWeek;
  isThis: boolean;
  roadmap: Roadmap;
  hidesHours: boolean;
}

function Week({ week, isThis, roadmap, hidesHours }: WeekProps) {
  const range = dayRange(week.from, week.to);
  return (
    <li>
      <h3>
        {isThis && <span className={styles.now}>{text.this}</span>} {range}
        {week.minutes > 0 && !hidesHours && <span className={styles.beside}>{text.room(week.minutes / 60)}</span>}
      </h3>
      {week.minutes === 0 && <p className={styles.lead}>{text.paused}</p>}
      <PlannedItems roadmap={roadmap} items={week.items} hidesHours={hidesHours} />
    </li>
  );
}
