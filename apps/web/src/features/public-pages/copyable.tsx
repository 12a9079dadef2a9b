import { useId } from 'react';
import { Button } from '../../ui/button';
import { notify } from '../../ui/toast';
import styles from './copyable.module.css';
import { settingsText as text } from './settings.text';

async function copy(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    notify({ text: text.copied, tone: 'good' });
  } catch {
    notify({ text: text.copyFailed, tone: 'alarm' });
  }
}

/** Words to take along. One click marks them whole, for where a button may not copy. */
export function Copyable({ label, words }: { label: string; words: string }) {
  const id = useId();
  return (
    <div className={styles.copyable}>
      <p id={id} className={styles.label}>
        {label}
      </p>
      <div className={styles.line}>
        <output aria-labelledby={id}>{words}</output>
        <Button aria-label={`${text.copy}: ${label}`} onClick={() => copy(words)}>
          {text.copy}
        </Button>
      </div>
    </div>
  );
}
