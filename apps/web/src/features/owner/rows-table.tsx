import type { ReactNode } from 'react';
import layout from '../../ui/layout.module.css';
import styles from './table.module.css';

interface RowsTableProps {
  /** Heard, not seen: the page's title says it. */
  caption: string;
  columns: readonly string[];
  /** What the last column holds, where it holds buttons. */
  acts?: string | undefined;
  /** `tr`s; the first cell of each is its `th`. */
  children: ReactNode;
}

/** A list of the owner's: on a narrow screen each row is a card. */
export function RowsTable({ caption, columns, acts, children }: RowsTableProps) {
  return (
    <table className={styles.table}>
      <caption className={layout.heard}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          {acts && (
            <th scope="col">
              <span className={layout.heard}>{acts}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
