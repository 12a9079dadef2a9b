import type { RosterRow } from '@waymark/contract';
import { Link } from 'react-router';
import { DayText } from '../../ui/dates';
import { ProofBar } from '../../ui/proof-bar';
import { mentoringText } from './mentoring.text';
import styles from './roster.module.css';

const text = mentoringText.roster;

export function learnerPath(row: Pick<RosterRow, 'learner' | 'roadmap'>): string {
  return `/mentoring/learners/${row.learner.id}?roadmap=${row.roadmap}`;
}

function NotShared() {
  return <span className={styles.quiet}>{text.notShared}</span>;
}

/** One row is one enrolment. On a phone each becomes a card, the column's name beside its value. */
export function Roster({ rows, withCohort }: { rows: readonly RosterRow[]; withCohort: boolean }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={text.table}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text.learner}</th>
            <th scope="col">{text.way}</th>
            <th scope="col" className={styles.number}>
              {text.done}
            </th>
            <th scope="col" className={styles.number}>
              {text.confirmed}
            </th>
            <th scope="col">{text.lastActive}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.learner.id}-${row.roadmap}-${row.cohort?.id}`}>
              <th scope="row">
                <Link to={learnerPath(row)}>{row.learner.name}</Link>
                {withCohort && row.cohort && <small>{row.cohort.name}</small>}
              </th>
              <td data-label={text.way} className={styles.way}>
                {row.counts ? <ProofBar counts={row.counts} size="s" /> : <NotShared />}
              </td>
              <td data-label={text.done} className={styles.number}>
                {row.counts ? text.ofRequired(row.counts.done, row.counts.required) : <NotShared />}
              </td>
              <td data-label={text.confirmed} className={styles.number}>
                {row.counts ? row.counts.confirmed.toLocaleString() : <NotShared />}
              </td>
              <td data-label={text.lastActive}>
                {row.lastActiveDay ? (
                  <DayText day={row.lastActiveDay} />
                ) : row.consent.activity ? (
                  text.never
                ) : (
                  <NotShared />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
