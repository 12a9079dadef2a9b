import { useState } from 'react';
import { call } from '../../api/call';
import { ProblemError, sentenceFor } from '../../api/problem';
import { signedIn } from '../../api/session';
import { CodeField } from '../../step-up/code-field';
import { Button } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { accounts } from './accounts.text';
import { FormFailure } from './form-failure';
import { useSubmit } from './use-submit';

const text = accounts.signIn;

interface SignInCodeProps {
  /** What the first step was taken with: it is sent again, with the code. */
  proved: { email: string; password: string; staySignedIn: boolean };
  /** Back to the first step, with what is wrong there if something is. */
  onBack: (failure: unknown) => void;
}

/** The second step of a sign-in: the password was right, and the account has a second factor. */
export function SignInCode({ proved, onBack }: SignInCodeProps) {
  const [code, setCode] = useState('');
  const { form, busy, failure, tried, onSubmit, setFailure } = useSubmit(
    async () => {
      try {
        signedIn(await call('signIn', { body: { ...proved, code } }));
      } catch (error) {
        // Changed on another device since the first step.
        if (error instanceof ProblemError && error.code === 'wrong-credentials') return onBack(error);
        setCode('');
        throw error;
      }
    },
    () => code.trim() !== '',
  );
  const wrong = failure instanceof ProblemError && failure.code === 'wrong-code' ? sentenceFor(failure) : undefined;
  return (
    <form ref={form} className={layout.stack} onSubmit={onSubmit} noValidate>
      <p>{text.as(proved.email)}</p>
      <FormFailure failure={failure} beside={['wrong-code']} />
      <CodeField
        value={code}
        onChange={setCode}
        error={tried && !busy && !failure && code.trim() === '' ? accounts.missing.code : wrong}
        onSwitch={() => setFailure(null)}
      />
      <div className={layout.row}>
        <Button type="submit" variant="main" busy={busy}>
          {text.act}
        </Button>
        <Button variant="quiet" onClick={() => onBack(null)}>
          {text.other}
        </Button>
      </div>
    </form>
  );
}
