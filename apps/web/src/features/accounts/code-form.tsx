import { type ReactNode, useState } from 'react';
import { type FailureCode, isProblem, ProblemError, sentenceFor } from '../../api/problem';
import { CodeField } from '../../step-up/code-field';
import { Button } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { accounts } from './accounts.text';
import { FormFailure } from './form-failure';
import { useSubmit } from './use-submit';

interface CodeFormProps {
  finish: (code: string) => Promise<void>;
  /** The problem that ends this step: another code would not help. */
  endsWith: FailureCode;
  onEnd: (failure: unknown) => void;
  act: string;
  /** Above the code. */
  children?: ReactNode;
  /** Beside the button. */
  other?: ReactNode;
}

/** The second step of a way in: the first factor was right, and the account has a second one. */
export function CodeForm({ finish, endsWith, onEnd, act, children, other }: CodeFormProps) {
  const [code, setCode] = useState('');
  const { form, busy, failure, tried, onSubmit, setFailure } = useSubmit(
    async () => {
      try {
        await finish(code);
      } catch (error) {
        if (error instanceof ProblemError && error.code === endsWith) return onEnd(error);
        setCode('');
        throw error;
      }
    },
    () => code.trim() !== '',
  );
  const wrong = isProblem(failure, 'wrong-code') ? sentenceFor(failure) : undefined;
  return (
    <form ref={form} className={layout.stack} onSubmit={onSubmit} noValidate>
      {children}
      <FormFailure failure={failure} beside={['wrong-code']} />
      <CodeField
        value={code}
        onChange={setCode}
        error={tried && !busy && !failure && code.trim() === '' ? accounts.missing.code : wrong}
        onSwitch={() => setFailure(null)}
      />
      <div className={layout.row}>
        <Button type="submit" variant="main" busy={busy}>
          {act}
        </Button>
        {other}
      </div>
    </form>
  );
}
