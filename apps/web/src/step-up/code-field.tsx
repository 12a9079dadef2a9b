import { useState } from 'react';
import { TextField } from '../ui/fields';
import styles from './code-field.module.css';
import { codeText as text } from './code-field.text';

interface CodeFieldProps {
  value: string;
  onChange: (code: string) => void;
  error?: string | undefined;
  /** To the other kind of code: what was wrong with the one before is over. */
  onSwitch?: () => void;
}

/** A code of the second factor: six digits of the authenticator or, without it, a recovery code. Takes the focus. */
export function CodeField({ value, onChange, error, onSwitch }: CodeFieldProps) {
  const [isRecovery, setRecovery] = useState(false);
  const shared = { value, onChange, error, autoFocus: true, required: true, name: 'code', spellCheck: false } as const;
  return (
    <div className={styles.code}>
      {isRecovery ? (
        <TextField
          key="recovery"
          {...shared}
          label={text.recovery}
          hint={text.recoveryHint}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={40}
        />
      ) : (
        <TextField
          key="code"
          {...shared}
          label={text.code}
          hint={text.codeHint}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={12}
        />
      )}
      <button
        type="button"
        className={styles.switch}
        onClick={() => {
          onChange('');
          onSwitch?.();
          setRecovery(!isRecovery);
        }}
      >
        {isRecovery ? text.useCode : text.useRecovery}
      </button>
    </div>
  );
}
