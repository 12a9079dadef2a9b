import type { RosterRow } from '@waymark/contract';
import { isPressing } from '@waymark/contract/rules';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DayText, Timestamp } from '../../ui/dates';
import { ProofBar } from '../../ui/proof-bar';
import styles from './roster.module.css';
import { rosterText } from './roster.text';
import type { Column } from './use-columns';
import { useToday } from './use-today';

const text = rosterText;
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

export function learnerPath(row: Pick<RosterRow, 'learner' | 'roadmap'>): string {
  return `/mentoring/learners/${row.learner.id}?roadmap=${row.roadmap}`;
}

function NotShared() {
  return <span className={styles.quiet}>{text.notShared}</span>;
}

function Needs({ row, today }: { row: RosterRow; today: string }) {
  if (!row.attention) return <NotShared />;
  const reasons = row.attention
    .filter((told) => isPressing(told, today))
    .map(({ reason }) => text.reasonsShort[reason]);
  return reasons.length === 0 ? text.nothingNeeds : list.format(new Set(reasons));
}

function LastActive({ row }: { row: RosterRow }) {
  if (row.lastActiveDay) return <DayText day={row.lastActiveDay} />;
  return row.consent.activity ? text.never : <NotShared />;
}

interface Told {
  label: string;
  className?: string | undefined;
  cell: (row: RosterRow, today: string) => ReactNode;
}

const count = (read: (counts: NonNullable<RosterRow['counts']>) => string) => (row: RosterRow) =>
  row.counts ? read(row.counts) : <NotShared />;

const told: Record<Column, Told> = {
  attention: { label: text.needs, cell: (row, today) => <Needs row={row} today={today} /> },
  way: {
    label: text.way,
    className: styles.way,
    cell: ({ counts }) => (counts ? <ProofBar counts={counts} size="s" /> : <NotShared />),
  },
  done: {
    label: text.done,
    className: styles.number,
    cell: count(({ done, required }) => text.ofRequired(done, required)),
  },
  shown: { label: text.shown, className: styles.number, cell: count(({ shown }) => shown.toLocaleString()) },
  confirmed: {
    label: text.confirmed,
    className: styles.number,
    cell: count(({ confirmed }) => confirmed.toLocaleString()),
  },
  'last-active': { label: text.lastActive, cell: (row) => <LastActive row={row} /> },
  'last-looked': {
    label: text.lastLooked,
    cell: ({ lastViewedAt }) => (lastViewedAt ? <Timestamp at={lastViewedAt} /> : text.notLooked),
  },
  cohort: { label: text.cohortOf, cell: ({ cohort }) => cohort?.name ?? text.nothingNeeds },
};

/** One row is one enrolment. On a phone each becomes a card, the column's name beside its value. */
export function Roster({ rows, columns }: { rows: readonly RosterRow[]; columns: readonly Column[] }) {
  const today = useToday();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={text.table}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text.learner}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={told[column].className}>
                {told[column].label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.learner.id}-${row.roadmap}-${row.cohort?.id}`}>
              <th scope="row">
                <Link to={learnerPath(row)}>{row.learner.name}</Link>
              </th>
              {columns.map((column) => (
                <td key={column} data-label={told[column].label} className={told[column].className}>
                  {told[column].cell(row, today)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
