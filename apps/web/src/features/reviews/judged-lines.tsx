import { useId } from 'react';
import { TextArea } from '../../ui/fields';
import { Segmented } from '../../ui/segmented';
import { reviewsText } from './reviews.text';
import type { Level } from './verdict-draft';
import styles from './verdict-form.module.css';

const text = reviewsText.verdict;
const levels = (['met', 'partly', 'not_met', 'open'] as const).map((value) => ({ value, label: text.levels[value] }));

interface Line {
  key: string;
  name: string;
  verdict: Level;
  text: string;
  /** What is wrong with what is said of it. */
  error: string | undefined;
}

interface JudgedLinesProps {
  title: string;
  hint?: string;
  /** Each that is judged wants a sentence. */
  isSaid?: boolean;
  lines: readonly Line[];
  onChange: (place: number, part: Partial<Pick<Line, 'verdict' | 'text'>>) => void;
}

/** What is judged one by one: met, partly, not met or left open, with words on it. */
export function JudgedLines({ title, hint, isSaid = false, lines, onChange }: JudgedLinesProps) {
  const id = useId();
  return (
    <section className={styles.lines} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {hint && <p className={styles.hint}>{hint}</p>}
      <ul className={styles.judged}>
        {lines.map(({ key, name, verdict, text: words, error }, place) => (
          <li key={key}>
            <p>{name}</p>
            <Segmented
              label={name}
              value={verdict ?? 'open'}
              onChange={(next) => onChange(place, { verdict: next === 'open' ? null : next })}
              options={levels}
            />
            {(verdict !== null || words) && (
              <TextArea
                label={isSaid ? text.sentence(name) : text.remark(name)}
                hideLabel
                placeholder={isSaid ? text.sentenceShort : text.remarkShort}
                required={isSaid && verdict !== null}
                rows={2}
                maxLength={2000}
                value={words}
                error={error}
                onChange={(next) => onChange(place, { text: next })}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
