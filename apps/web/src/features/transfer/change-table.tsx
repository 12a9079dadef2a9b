import type { ImportAnswer, ImportItem } from '@waymark/contract';
import styles from './transfer.module.css';
import { transferText as text } from './transfer.text';

const changes = ['added', 'changed', 'same', 'refused'] as const;
const stateText = (state: string) => text.states[state] ?? state;

function wordsOf({ from, to, why }: ImportItem): string {
  const states = from && to ? text.fromTo(stateText(from), stateText(to)) : to ? stateText(to) : '';
  return [states, why ?? ''].filter(Boolean).join('. ');
}

function Details({ answer: { part, counts, items } }: { answer: ImportAnswer }) {
  if (items.length === 0) return null;
  const listed = counts.added + counts.changed + counts.refused;
  return (
    <details className={styles.details}>
      <summary>{text.details(Math.max(listed, items.length), text.parts[part])}</summary>
      <ul>
        {items.map((item, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may have the same title, and none of them moves
          <li key={place} className={item.change === 'refused' ? styles.refused : undefined}>
            <b>{item.title}</b> <span>{text.changes[item.change]}</span>
            {wordsOf(item) && <small>{wordsOf(item)}</small>}
          </li>
        ))}
      </ul>
      {listed > items.length && <p className={styles.hint}>{text.more(listed - items.length)}</p>}
    </details>
  );
}

/** Part by part, how much is new, changed, the same, or cannot be taken; below it each entry with its reason. */
export function ChangeTable({ answers, caption }: { answers: readonly ImportAnswer[]; caption: string }) {
  return (
    <>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.part}</th>
            {changes.map((change) => (
              <th key={change} scope="col">
                {text.changes[change]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answers.map(({ part, counts }) => (
            <tr key={part}>
              <th scope="row">{text.parts[part]}</th>
              {changes.map((change) => (
                <td key={change}>{counts[change].toLocaleString()}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {answers.map((answer) => (
        <Details key={answer.part} answer={answer} />
      ))}
    </>
  );
}
