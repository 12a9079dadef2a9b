import { type BlazeName, blazes } from '@waymark/contract/rules';
import { useId } from 'react';
import styles from './blaze-field.module.css';
import { settingsText as text } from './instance-settings.text';

/** Each colour as it will look, with its name beside it. */
export function BlazeField({ value, onChange }: { value: BlazeName; onChange: (blaze: BlazeName) => void }) {
  const name = useId();
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{text.blaze}</legend>
      <div className={styles.options}>
        {blazes.map((blaze) => (
          <label key={blaze} className={styles.option}>
            <input type="radio" name={name} value={blaze} checked={blaze === value} onChange={() => onChange(blaze)} />
            <span className={styles.mark} data-blaze={blaze} aria-hidden="true" />
            {text.blazes[blaze]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
