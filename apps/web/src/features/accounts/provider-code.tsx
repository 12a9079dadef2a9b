import { useState } from 'react';
import { ProblemError, sentenceFor } from '../../api/problem';
import { CodeField } from '../../step-up/code-field';
import { Button } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { accounts } from './accounts.text';
import { FormFailure } from './form-failure';
import { identitiesText as text } from './identities.text';
import { useSubmit } from './use-submit';

interface ProviderCodeProps {
  finish: (code: string) => Promise<void>;
  /** This way in is over: only a new one can lead further. */
  onEnd: (failure: unknown) => void;
}

/** The second step: the provider has said who it is, and the account has a second factor. */
export function ProviderCode({ finish, onEnd }: ProviderCodeProps) {
  const [code, setCode] = useState('');
  const { form, busy, failure, tried, onSubmit, setFailure } = useSubmit(
    async () => {
      try {
        await finish(code);
      } catch (error) {
        if (error instanceof ProblemError && error.code === 'link-ended') return onEnd(error);
        setCode('');
        throw error;
      }
    },
    () => code.trim() !== '',
  );
  const wrong = failure instanceof ProblemError && failure.code === 'wrong-code' ? sentenceFor(failure) : undefined;
  return (
    <form ref={form} className={layout.stack} onSubmit={onSubmit} noValidate>
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
      </div>
    </form>
  );
}
