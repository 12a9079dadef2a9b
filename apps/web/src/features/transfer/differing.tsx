import type { ImportAnswer, ImportKeep } from '@waymark/contract';
import { Segmented } from '../../ui/segmented';
import styles from './transfer.module.css';
import { transferText as text } from './transfer.text';

const options = (['mine', 'theirs', 'both'] as const).map((value) => ({ value, label: text.keep[value] }));

interface Props {
  answers: readonly ImportAnswer[];
  keep: Readonly<Record<string, ImportKeep>>;
  onChoose: (id: string, how: ImportKeep) => void;
}

/** What stands in both and is not alike: which of the two stays, or both. */
export function Differing({ answers, keep, onChoose }: Props) {
  const items = answers.flatMap((answer) => answer.items.filter(({ differs }) => differs !== null));
  if (items.length === 0) return null;
  return (
    <section className={styles.differing} aria-labelledby="differing-title">
      <h3 id="differing-title">{text.differ}</h3>
      <p className={styles.hint}>{text.differText}</p>
      <ul>
        {items.map(({ differs, title, why, change }) => (
          <li key={differs}>
            <b>{title}</b> {why && <small>{why}</small>}
            <Segmented
              label={title}
              value={keep[differs ?? ''] ?? (change === 'changed' ? 'theirs' : 'mine')}
              onChange={(how) => onChoose(differs ?? '', how)}
              options={options}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
