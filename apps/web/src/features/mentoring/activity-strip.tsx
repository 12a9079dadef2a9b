import type { ActivityDay } from '@waymark/contract';
import { addDays, weekOf } from '@waymark/contract/rules';
import { classes } from '../../ui/classes';
import { DayText } from '../../ui/dates';
import styles from './activity-strip.module.css';
import { mentoringText } from './mentoring.text';

const text = mentoringText.learner;
const weeks = 16;

function levelOf(acts: number): string | undefined {
  if (acts === 0) return undefined;
  if (acts <= 2) return styles.few;
  return acts <= 5 ? styles.some : styles.many;
}

/** Sixteen weeks, a column each, Monday on top; the table behind it has the same days. */
export function ActivityStrip({ days, today }: { days: readonly ActivityDay[]; today: string }) {
  const first = addDays(weekOf(today), -7 * (weeks - 1));
  const acts = new Map(days.map((each) => [each.day, each.acts]));
  const cells = Array.from({ length: weeks * 7 }, (_, i) => addDays(first, i)).filter((day) => day <= today);
  const active = days.filter(({ day }) => day >= first && day <= today);
  const sentence = text.strip(active.length, weeks);
  return (
    <div className={styles.strip}>
      <div className={styles.cells} role="img" aria-label={sentence}>
        {cells.map((day) => (
          <span key={day} className={classes(styles.cell, levelOf(acts.get(day) ?? 0))} />
        ))}
      </div>
      <p className={styles.caption}>{sentence}.</p>
      <details>
        <summary>{text.stripTable}</summary>
        {active.length === 0 ? (
          <p className={styles.caption}>{text.stripEmpty}</p>
        ) : (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{text.day}</th>
                <th scope="col">{text.acts}</th>
              </tr>
            </thead>
            <tbody>
              {active.toReversed().map((each) => (
                <tr key={each.day}>
                  <th scope="row">
                    <DayText day={each.day} />
                  </th>
                  <td>{each.acts.toLocaleString()}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </details>
    </div>
  );
}
