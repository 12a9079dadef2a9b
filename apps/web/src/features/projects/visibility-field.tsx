import type { Visibility } from '@waymark/contract';
import { useId } from 'react';
import { projectsText } from './projects.text';
import styles from './visibility-field.module.css';

const choices: Visibility[] = ['private', 'mentors', 'unlisted', 'public'];

interface Props {
  value: Visibility;
  onChange: (value: Visibility) => void;
}

export function VisibilityField({ value, onChange }: Props) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{projectsText.fields.visibility}</legend>
      {choices.map((choice) => {
        const [label, line] = projectsText.visibility[choice];
        return (
          <label key={choice} className={styles.choice}>
            <input type="radio" name={name} checked={choice === value} onChange={() => onChange(choice)} />
            <b>{label}</b>
            <span>{line}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
