import { useId } from 'react';
import styles from './segmented.module.css';

interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string }[];
  /** The id of what is said against it. */
  wrongBy?: string | undefined;
}

/** One of a few, all in sight. Radio buttons underneath, so the arrow keys work as people expect. */
export function Segmented<T extends string>({ label, value, onChange, options, wrongBy }: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.segmented} aria-label={label} aria-describedby={wrongBy}>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            aria-invalid={wrongBy ? true : undefined}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
