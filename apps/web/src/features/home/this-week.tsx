import type { ActivityDay } from '@waymark/contract';
import { rhythmOf } from '@waymark/contract/rules';
import { DayText } from '../../ui/dates';
import { Calendar, CalendarKey } from './calendar';
import { type CalendarWeek, calendarWeeks } from './calendar-weeks';
import { home } from './home.text';
import rows from './rows.module.css';
import styles from './this-week.module.css';

const text = home.week;
const weekdays = Array.from({ length: 7 }, (_, i) =>
  new Intl.DateTimeFormat(undefined, { weekday: 'narrow', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + i)),
);
const weekdayNames = Array.from({ length: 7 }, (_, i) =>
  new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + i)),
);

interface ThisWeekProps {
  days: readonly ActivityDay[];
  goalDays: number;
  today: string;
}

/** The rhythm of the week against the learner's own goal, and half a year behind it. */
export function ThisWeek({ days, goalDays, today }: ThisWeekProps) {
  const weeks = calendarWeeks(days, today);
  const rhythm = rhythmOf(
    days.map(({ day }) => day),
    goalDays,
    today,
  );
  return (
    <section className={rows.section} aria-labelledby="this-week">
      <h2 id="this-week">{text.title}</h2>
      <Calendar weeks={weeks} today={today} />
      <div className={styles.under}>
        <p className={rows.caption}>
          <b>{text.days(rhythm.activeDays, rhythm.goalDays)}</b> {text.kept(rhythm.weeksKept, rhythm.freeWeekInHand)}
        </p>
        <CalendarKey />
      </div>
      <details className={styles.details}>
        <summary>{text.table}</summary>
        <WeeksTable weeks={weeks} />
      </details>
    </section>
  );
}

function WeeksTable({ weeks }: { weeks: readonly CalendarWeek[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard too
    <section className={styles.scroll} tabIndex={0} aria-label={text.tableCaption}>
      <table className={styles.table}>
        <caption>{text.tableCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.weekOf}</th>
            {weekdays.map((letter, i) => (
              <th key={weekdayNames[i]} scope="col" abbr={weekdayNames[i]}>
                <abbr title={weekdayNames[i]}>{letter}</abbr>
              </th>
            ))}
            <th scope="col">{text.total}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map((week) => (
            <tr key={week.monday}>
              <th scope="row">
                <DayText day={week.monday} />
              </th>
              {weekdayNames.map((name, i) => (
                <td key={name}>{week.days[i]?.acts.toLocaleString() ?? ''}</td>
              ))}
              <td>{week.days.reduce((sum, { acts }) => sum + acts, 0).toLocaleString()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
