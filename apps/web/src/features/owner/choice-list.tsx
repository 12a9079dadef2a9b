import { type ReactNode, useId } from 'react';
import layout from '../../ui/layout.module.css';
import styles from './choice-list.module.css';

interface Option<T extends string> {
  value: T;
  label: ReactNode;
  hint: string;
  disabled?: boolean | undefined;
}

interface ChoiceListProps<T extends string> {
  label: string;
  /** Where a heading says it already. */
  hideLabel?: boolean | undefined;
  value: T;
  onChange: (value: T) => void;
  options: readonly Option<T>[];
}

/** One of a few, each with what follows from it. */
export function ChoiceList<T extends string>({
  label,
  hideLabel = false,
  value,
  onChange,
  options,
}: ChoiceListProps<T>) {
  const id = useId();
  return (
    <fieldset className={styles.list}>
      <legend className={hideLabel ? layout.heard : styles.label}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            aria-describedby={`${id}-${option.value}`}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            <small id={`${id}-${option.value}`}>{option.hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
