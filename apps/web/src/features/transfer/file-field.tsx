import { useId } from 'react';
import styles from './transfer.module.css';
import { transferText as text } from './transfer.text';

/** The browser's own picker: it is known to keys and screen readers, and takes what is dropped on it. */
export function FileField({ isFirst, onFile }: { isFirst: boolean; onFile: (file: File) => void }) {
  const id = useId();
  return (
    <div className={styles.file}>
      <label className={styles.label} htmlFor={id}>
        {isFirst ? text.choose : text.another}
      </label>
      <p className={styles.hint} id={`${id}-hint`}>
        {text.chooseHint}
      </p>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        aria-describedby={`${id}-hint`}
        className={styles.input}
        // The same file can be chosen once more, after it was mended.
        onClick={(event) => {
          event.currentTarget.value = '';
        }}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
