import type { PublicPage } from '@waymark/contract';
import { addDays, weekOf } from '@waymark/contract/rules';
import { DayText } from '../../ui/dates';
import { Figures } from '../../ui/figures';
import styles from './calendar-table.module.css';
import { publicText as text } from './public-pages.text';

interface WeekRow {
  monday: string;
  days: number;
  acts: number;
}

/** Every week of the calendar, the last one first. */
export function weeksOf({ from, to, days }: NonNullable<PublicPage['calendar']>): WeekRow[] {
  const rows: WeekRow[] = [];
  for (let monday = weekOf(to); monday >= weekOf(from); monday = addDays(monday, -7)) {
    const inWeek = days.filter(({ day }) => weekOf(day) === monday);
    rows.push({ monday, days: inWeek.length, acts: inWeek.reduce((sum, { acts }) => sum + acts, 0) });
  }
  return rows;
}

/** What the picture says, for those who read it. */
export function CalendarTable({ calendar }: { calendar: NonNullable<PublicPage['calendar']> }) {
  return (
    <>
      <p className={styles.sum}>{text.acts(calendar.days.length)}</p>
      <Figures
        summary={text.table}
        caption={text.tableCaption}
        columns={[{ name: text.weekOf }, { name: text.activeDays }, { name: text.actsColumn }]}
      >
        {weeksOf(calendar).map(({ monday, days, acts }) => (
          <tr key={monday}>
            <th scope="row">
              <DayText day={monday} />
            </th>
            <td>{days}</td>
            <td>{acts}</td>
          </tr>
        ))}
      </Figures>
    </>
  );
}
