import { type FormEvent, lazy, Suspense, useState } from 'react';
import { call } from '../api/call';
import { isProblem, sentenceFor } from '../api/problem';
import { forgetMember, signedIn, useSession } from '../api/session';
import { CodeField } from '../step-up/code-field';
import { everyPage } from '../text/every-page.text';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/fields';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { expiredText as text } from './expired.text';

const SignInAgain = lazy(async () => ({ default: (await import('../step-up/sign-in-again')).SignInAgain }));

/** The session is over, what was typed is not: the password is asked for on the spot. */
export function Expired() {
  const [later, setLater] = useState(false);
  if (!later) return <AskPassword onLater={() => setLater(true)} />;
  return (
    <div className={layout.wrap}>
      <Notice tone="alarm" action={<Button onClick={() => setLater(false)}>{text.again}</Button>}>
        {text.banner}
      </Notice>
    </div>
  );
}

function AskPassword({ onLater }: { onLater: () => void }) {
  const { account } = useSession();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string>();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !account) return;
    setBusy(true);
    try {
      signedIn(await call('signIn', { body: { email: account.email, password, ...(code !== undefined && { code }) } }));
    } catch (error) {
      const asksForCode = isProblem(error, 'code-required');
      if (asksForCode) setCode('');
      setFailure(asksForCode ? null : error);
      setBusy(false);
    }
  };
  if (account && !account.hasPassword) {
    return (
      <Dialog open onClose={onLater} title={text.title}>
        <div className={layout.stack}>
          <p>{text.byProvider}</p>
          <Suspense fallback={null}>
            <SignInAgain />
          </Suspense>
          <div className={layout.row}>
            <Others onLater={onLater} />
          </div>
        </div>
      </Dialog>
    );
  }
  const wrong = failure ? sentenceFor(failure) : undefined;
  const isCode = isProblem(failure, 'wrong-code');
  return (
    <Dialog open onClose={onLater} title={text.title}>
      <form className={layout.stack} onSubmit={submit}>
        <p>{text.text}</p>
        <input type="hidden" autoComplete="username" value={account?.email ?? ''} readOnly />
        <TextField
          label={text.password}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
          error={isCode ? undefined : wrong}
        />
        {code !== undefined && (
          <CodeField
            value={code}
            onChange={setCode}
            error={isCode ? wrong : undefined}
            onSwitch={() => setFailure(null)}
          />
        )}
        <div className={layout.row}>
          <Button type="submit" variant="main" busy={busy}>
            {text.again}
          </Button>
          <Others onLater={onLater} />
        </div>
      </form>
    </Dialog>
  );
}

function Others({ onLater }: { onLater: () => void }) {
  return (
    <>
      <Button variant="quiet" onClick={forgetMember}>
        {text.notMe}
      </Button>
      <Button variant="quiet" onClick={onLater}>
        {everyPage.later}
      </Button>
    </>
  );
}
