import type { ReactNode } from 'react';
import styles from './figures.module.css';

interface FiguresProps {
  /** What unfolds it. */
  summary: string;
  caption: string;
  /** The first is that of the rows' own heads. `short` stands where there is no room for the name. */
  columns: readonly { name: string; short?: string | undefined }[];
  /** `tr`s: a `th` each, then figures; a `td` of words is `data-words`. */
  children: ReactNode;
}

/** What a drawing shows, as a table for those who read it. */
export function Figures({ summary, caption, columns, children }: FiguresProps) {
  return (
    <details className={styles.details}>
      <summary>{summary}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard too */}
      <section className={styles.scroll} tabIndex={0} aria-label={caption}>
        <table className={styles.table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ name, short }) => (
                <th key={name} scope="col" abbr={short && name}>
                  {short ? <abbr title={name}>{short}</abbr> : name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
    </details>
  );
}
