import type { RosterLine } from '@waymark/contract/rules';
import styles from './invitations.module.css';
import { invitationsText } from './invitations.text';
import type { Outcome } from './use-roster';

const text = invitationsText.roster;
const mostShown = 300;
const isGood = (outcome: Outcome | undefined) => outcome === 'invite' || outcome === 'sent';

/** Line by line what happens, those that are left out first. */
export function RosterLines({ lines, outcomes }: { lines: readonly RosterLine[]; outcomes: readonly Outcome[] }) {
  const sorted = lines
    .map((line, place) => ({ line, outcome: outcomes[place] ?? 'waiting' }))
    .toSorted((a, b) => Number(isGood(a.outcome)) - Number(isGood(b.outcome)) || a.line.row - b.line.row);
  const { row, name, email, what } = text.columns;
  return (
    <div className={styles.section}>
      {lines.length > mostShown && <p className={styles.quiet}>{text.shown(mostShown, lines.length)}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard, too */}
      <section className={styles.scroll} aria-label={text.table} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {[row, name, email, what].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, mostShown).map(({ line, outcome }) => (
              <tr key={line.row}>
                <td>{line.row}</td>
                <td>{line.name}</td>
                <td>{line.email}</td>
                <td>{text.verdicts[outcome]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
