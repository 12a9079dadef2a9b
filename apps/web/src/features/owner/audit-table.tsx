import { Link } from 'react-router';
import { deviceName } from '../../text/device-name';
import { useZone } from '../../ui/dates';
import { auditText as text } from './audit.text';
import type { AuditRow } from './audit-filter';
import { auditParts } from './audit-sentence';
import { RowsTable } from './rows-table';
import styles from './table.module.css';

/** Here the minute matters: the day and the time, in the reader's own zone. */
function useExact(): (at: string) => string {
  const timeZone = useZone();
  const format = new Intl.DateTimeFormat(undefined, { timeZone, dateStyle: 'medium', timeStyle: 'medium' });
  return (at) => format.format(new Date(at));
}

export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const exact = useExact();
  return (
    <RowsTable caption={text.table} columns={[text.what, text.when, text.where]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className={styles.sentence}>
            <Sentence row={row} />
          </th>
          <td data-label={text.when} className={styles.narrow}>
            <time dateTime={row.at}>{exact(row.at)}</time>
          </td>
          <td data-label={text.where} className={styles.where}>
            <span>
              {row.address || text.server}
              {row.device && <small title={row.device}>{deviceName(row.device)}</small>}
            </span>
          </td>
        </tr>
      ))}
    </RowsTable>
  );
}

/** Whoever still is leads to their page. */
function Sentence({ row }: { row: AuditRow }) {
  return auditParts(row).map((part, at) =>
    typeof part === 'string' ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a person may stand in it twice, and the parts never move
      <Link key={at} to={`/owner/members/${part.id}`}>
        {part.name}
      </Link>
    ),
  );
}
