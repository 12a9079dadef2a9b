import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId, useState } from 'react';
import { everyPage } from '../text/every-page.text';
import { classes } from './classes';
import styles from './fields.module.css';

interface Told {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Where the place itself says what it is; those who hear it still need the label. */
  hideLabel?: boolean | undefined;
}

type Own = 'value' | 'onChange' | 'id' | 'aria-describedby' | 'aria-invalid' | 'className';

interface TextFieldProps extends Told, Omit<InputHTMLAttributes<HTMLInputElement>, Own> {
  value: string;
  onChange: (value: string) => void;
}

/** What a field says of itself, tied to it for those who hear it. */
function useTold({ hint, error }: Pick<Told, 'hint' | 'error'>) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return { id, control: { id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined } };
}

function Frame({ id, label, hint, error, hideLabel, children }: Told & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className={hideLabel ? styles.heard : styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <p className={styles.error} id={`${id}-error`} role="alert">
        {error}
      </p>
    </div>
  );
}

/**
 * A field with `autoFocus` in a dialog: React focuses it before the dialog is shown, which then gives the focus to its
 * own first button, unless the attribute itself, which React does not write, names another.
 */
export const standFirst = (field: HTMLElement | null) => field?.setAttribute('autofocus', '');

export function TextField(props: TextFieldProps) {
  const { label, hint, error, hideLabel, value, onChange, type = 'text', ...rest } = props;
  const { id, control } = useTold({ hint, error });
  const [shown, setShown] = useState(false);
  const isPassword = type === 'password';
  return (
    <Frame id={id} label={label} hint={hint} error={error} hideLabel={hideLabel}>
      <div className={styles.together}>
        <input
          {...rest}
          {...control}
          ref={rest.autoFocus ? standFirst : undefined}
          className={classes(styles.control, isPassword && styles.withButton)}
          type={isPassword && shown ? 'text' : type}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        {isPassword && (
          <button
            type="button"
            className={styles.reveal}
            aria-pressed={shown}
            aria-controls={id}
            aria-label={everyPage.showPassword}
            onClick={() => setShown(!shown)}
          >
            {shown ? everyPage.hide : everyPage.show}
          </button>
        )}
      </div>
    </Frame>
  );
}

interface TextAreaProps extends Told, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own> {
  value: string;
  onChange: (value: string) => void;
}

export function TextArea(props: TextAreaProps) {
  const { label, hint, error, hideLabel, value, onChange, rows = 4, ...rest } = props;
  const { id, control } = useTold({ hint, error });
  return (
    <Frame id={id} label={label} hint={hint} error={error} hideLabel={hideLabel}>
      <textarea
        {...rest}
        {...control}
        className={styles.control}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Frame>
  );
}

interface SelectFieldProps<T extends string> extends Told {
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string }[];
  disabled?: boolean | undefined;
}

export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, hint, error, hideLabel, value, onChange, options, disabled } = props;
  const { id, control } = useTold({ hint, error });
  return (
    <Frame id={id} label={label} hint={hint} error={error} hideLabel={hideLabel}>
      <select
        {...control}
        className={styles.control}
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

interface CheckFieldProps {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: ReactNode;
  disabled?: boolean | undefined;
}

export function CheckField({ label, checked, onChange, hint, disabled }: CheckFieldProps) {
  const id = useId();
  return (
    <div className={styles.check}>
      <label className={styles.checkLabel}>
        <input
          type="checkbox"
          className={styles.box}
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p className={styles.checkHint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
