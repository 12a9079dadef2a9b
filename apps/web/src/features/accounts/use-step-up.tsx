import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { call } from '../../api/call';
import { ProblemError, sentenceFor } from '../../api/problem';
import { common } from '../../text/common.text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { accounts } from './accounts.text';

const text = accounts.stepUp;

interface StepUp {
  /** Runs `act`; where it needs the password again, asks, and runs it once more. `false`: the member let it be. */
  run: (act: () => Promise<void>) => Promise<boolean>;
  dialog: ReactNode;
}

export function useStepUp(): StepUp {
  const [asking, setAsking] = useState(false);
  const answer = useRef<(given: boolean) => void>(() => {});
  const ask = () =>
    new Promise<boolean>((resolve) => {
      answer.current = (given) => {
        setAsking(false);
        resolve(given);
      };
      setAsking(true);
    });
  const run = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'step-up-required') throw error;
      if (!(await ask())) return false;
      await act();
    }
    return true;
  };
  return { run, dialog: asking ? <AskPassword onAnswer={(given) => answer.current(given)} /> : null };
}

function AskPassword({ onAnswer }: { onAnswer: (given: boolean) => void }) {
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      await call('stepUp', { body: { password } });
      onAnswer(true);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const isWrong = failure instanceof ProblemError && failure.code === 'wrong-credentials';
  return (
    <Dialog open onClose={() => onAnswer(false)} title={text.title}>
      <form className={layout.stack} onSubmit={submit}>
        <p>{text.text}</p>
        <TextField
          label={text.password}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
          error={isWrong ? text.wrong : failure ? sentenceFor(failure) : undefined}
        />
        <div className={layout.row}>
          <Button type="submit" variant="main" busy={busy}>
            {text.act}
          </Button>
          <Button variant="quiet" onClick={() => onAnswer(false)}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
