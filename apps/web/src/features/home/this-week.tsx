import type { ActivityDay, Plan } from '@waymark/contract';
import { rhythmOf } from '@waymark/contract/rules';
import type { ReactNode } from 'react';
import { DayText } from '../../ui/dates';
import { Figures } from '../../ui/figures';
import { Calendar, CalendarKey } from './calendar';
import { type CalendarWeek, calendarWeeks } from './calendar-weeks';
import { home } from './home.text';
import rows from './rows.module.css';
import styles from './this-week.module.css';

const text = home.week;
/** The names of a week's days from its first on; 1 January 2024 was a Monday. */
function weekdayNames(weekStartsOn: number, weekday: 'narrow' | 'long'): string[] {
  const format = new Intl.DateTimeFormat(undefined, { weekday, timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, i) => format.format(Date.UTC(2024, 0, weekStartsOn + i)));
}

interface HalfYearProps {
  days: readonly ActivityDay[];
  /** Whose goal the days are held against; `null`: it is not known here. */
  plan: Pick<Plan, 'daysPerWeek' | 'pauses'> | null;
  today: string;
  /** 1 for Monday to 7 for Sunday. */
  weekStartsOn: number;
}

/** Half a year of days, the rhythm of this week under it, and the same as a table. */
export function HalfYear({ days, plan, today, weekStartsOn }: HalfYearProps) {
  const weeks = calendarWeeks(days, today, weekStartsOn);
  const active = days.map(({ day }) => day);
  const rhythm = plan && rhythmOf(active, plan.daysPerWeek, today, { pauses: plan.pauses, weekStartsOn });
  return (
    <>
      <Calendar weeks={weeks} today={today} />
      <div className={styles.under}>
        {rhythm && (
          <p className={rows.caption}>
            <b>{text.days(rhythm.activeDays, rhythm.goalDays)}</b> {text.kept(rhythm.weeksKept, rhythm.freeWeekInHand)}
          </p>
        )}
        <CalendarKey />
      </div>
      <WeeksTable weeks={weeks} weekStartsOn={weekStartsOn} />
    </>
  );
}

interface ThisWeekProps extends HalfYearProps {
  plan: Plan;
  /** What is planned for it, and the way to pause. */
  children?: ReactNode;
}

/** The rhythm of the week against the learner's own goal, and half a year behind it. */
export function ThisWeek({ children, ...halfYear }: ThisWeekProps) {
  return (
    <section className={rows.section} aria-labelledby="this-week">
      <h2 id="this-week">{text.title}</h2>
      {children}
      <HalfYear {...halfYear} />
    </section>
  );
}

function WeeksTable({ weeks, weekStartsOn }: { weeks: readonly CalendarWeek[]; weekStartsOn: number }) {
  const letters = weekdayNames(weekStartsOn, 'narrow');
  const names = weekdayNames(weekStartsOn, 'long');
  const days = names.map((name, i) => ({ name, short: letters[i] }));
  return (
    <Figures
      summary={text.table}
      caption={text.tableCaption}
      columns={[{ name: text.weekOf }, ...days, { name: text.total }]}
    >
      {weeks.toReversed().map((week) => (
        <tr key={week.start}>
          <th scope="row">
            <DayText day={week.start} />
          </th>
          {names.map((name, i) => (
            <td key={name}>{week.days[i]?.acts.toLocaleString() ?? ''}</td>
          ))}
          <td>{week.days.reduce((sum, { acts }) => sum + acts, 0).toLocaleString()}</td>
        </tr>
      ))}
    </Figures>
  );
}
