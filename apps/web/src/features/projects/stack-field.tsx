import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { projectsText } from './projects.text';
import styles from './stack-field.module.css';

const text = projectsText;

interface Props {
  stack: readonly string[];
  error?: string | undefined;
  onChange: (stack: string[]) => void;
}

/** Chips: Enter, a comma or leaving the field adds what is typed; Backspace in the empty field takes the last away. */
export function StackField({ stack, error, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);

  function add(entries: string[]) {
    const known = new Set(stack.map((entry) => entry.toLowerCase()));
    const fresh = entries
      .map((entry) => entry.trim().slice(0, 40))
      .filter((entry) => entry && !known.has(entry.toLowerCase()));
    if (fresh.length > 0) {
      onChange([...stack, ...new Set(fresh)]);
      setSaid(text.stackAdded(fresh.join(', ')));
    }
    setTyped('');
  }

  function remove(entry: string) {
    onChange(stack.filter((each) => each !== entry));
    setSaid(text.stackRemoved(entry));
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      add([typed]);
    }
    const last = stack.at(-1);
    if (event.key === 'Backspace' && typed === '' && last) remove(last);
  }

  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {text.fields.stack}
      </label>
      <p id={`${id}-hint`} className={styles.hint}>
        {text.stackHint}
      </p>
      <div className={styles.box}>
        {stack.map((entry) => (
          <span key={entry} className={styles.chip}>
            {entry}
            <button type="button" aria-label={text.removeFromStack(entry)} onClick={() => remove(entry)}>
              <span aria-hidden="true">×</span>
            </button>
          </span>
        ))}
        <input
          id={id}
          ref={field}
          autoComplete="off"
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={error ? true : undefined}
          value={typed}
          onChange={(event) => {
            const parts = event.target.value.split(',');
            if (parts.length > 1) add(parts);
            else setTyped(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => add([typed])}
        />
      </div>
      <p id={`${id}-error`} className={styles.error} role="alert">
        {error}
      </p>
      <p role="status" className={styles.unseen}>
        {said}
      </p>
    </div>
  );
}
