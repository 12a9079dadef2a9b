import { classes } from '../../ui/classes';
import { dayText } from '../../ui/dates';
import styles from './calendar.module.css';
import { calendarText as text } from './calendar.text';
import type { CalendarWeek } from './calendar-weeks';

const monthName = (start: string) =>
  new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' }).format(
    // The last day of a week is in the month that begins in it.
    new Date(Date.parse(start) + 6 * 86_400_000),
  );

/** A column a week, its first day on top; today wears the accent. Drawn only: the table beside it says the same. */
export function Calendar({ weeks, today }: { weeks: readonly CalendarWeek[]; today: string }) {
  const active = weeks.flatMap(({ days }) => days).filter(({ acts }) => acts > 0);
  return (
    <div className={styles.calendar} role="img" aria-label={text.picture(active.length, weeks.length)}>
      <div className={styles.months} aria-hidden="true">
        {weeks.map((week, place) => (
          <span key={week.start}>{week.startsMonth && place < weeks.length - 1 ? monthName(week.start) : ''}</span>
        ))}
      </div>
      <div className={styles.weeks}>
        {weeks.map((week) => (
          <div key={week.start} className={styles.week}>
            {week.days.map(({ day, acts, level }) => (
              <span
                key={day}
                className={classes(styles.day, styles[`level${level}`], day === today && styles.today)}
                title={text.act(dayText(day), acts)}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

export function CalendarKey() {
  return (
    <p className={styles.key} aria-hidden="true">
      {text.less}
      {([0, 1, 2, 3] as const).map((level) => (
        <span key={level} className={classes(styles.day, styles[`level${level}`])} title={text.key[level]} />
      ))}
      {text.more}
    </p>
  );
}
