import type { Account } from '@waymark/contract';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { call } from '../api/call';
import { isProblem, ProblemError, sentenceFor } from '../api/problem';
import { useSession } from '../api/session';
import { everyPage } from '../text/every-page.text';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/fields';
import layout from '../ui/layout.module.css';
import { CodeField } from './code-field';
import { ConfirmByProvider } from './confirm-by-provider';
import { stepUp as text } from './step-up.text';

interface StepUp {
  /** Runs `act`; where it needs the password or a code again, asks, and runs it once more. `false`: the member let it be. */
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
  return { run, dialog: asking ? <AskProof onAnswer={(given) => answer.current(given)} /> : null };
}

function AskProof({ onAnswer }: { onAnswer: (given: boolean) => void }) {
  const { account } = useSession();
  const [way, setWay] = useState<'password' | 'code' | null>(firstWay(account));
  const [proof, setProof] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  // A dialog that opens gives the focus to its first button, which closes it.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const change = (next: 'password' | 'code') => {
    setWay(next);
    setProof('');
    setFailure(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      await call('stepUp', { body: way === 'code' ? { code: proof } : { password: proof } });
      onAnswer(true);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const isWrong = isProblem(failure, 'wrong-credentials');
  const error = isWrong ? text.wrong : failure ? sentenceFor(failure) : undefined;
  return (
    <Dialog open onClose={() => onAnswer(false)} title={text.title}>
      <form ref={form} className={layout.stack} onSubmit={submit}>
        {way && <p>{way === 'password' ? text.text : text.textOfCode}</p>}
        {way === 'code' && (
          <CodeField value={proof} onChange={setProof} error={error} onSwitch={() => setFailure(null)} />
        )}
        {way === 'password' && (
          <TextField
            label={text.password}
            type="password"
            autoComplete="current-password"
            required
            value={proof}
            onChange={setProof}
            error={error}
          />
        )}
        {account && !account.hasPassword && <ConfirmByProvider />}
        <div className={layout.row}>
          {way && (
            <Button type="submit" variant="main" busy={busy}>
              {text.act}
            </Button>
          )}
          {account?.hasPassword && account.hasTwoFactor && (
            <Button variant="quiet" onClick={() => change(way === 'code' ? 'password' : 'code')}>
              {way === 'code' ? text.byPassword : text.byCode}
            </Button>
          )}
          <Button variant="quiet" onClick={() => onAnswer(false)}>
            {everyPage.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Who signs in by another service alone has no password to give. */
function firstWay(account: Account | null): 'password' | 'code' | null {
  if (!account || account.hasPassword) return 'password';
  return account.hasTwoFactor ? 'code' : null;
}
