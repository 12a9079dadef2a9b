import { type FormEvent, useState } from 'react';
import { call } from '../api/call';
import { sentenceFor } from '../api/problem';
import { forgetMember, signedIn, useSession } from '../api/session';
import { common } from '../text/common.text';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/fields';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { shell } from './shell.text';

const text = shell.expired;

/** The session is over, what was typed is not: the password is asked for on the spot. */
export function Expired() {
  const { expired } = useSession();
  const [later, setLater] = useState(false);
  if (!expired) return null;
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
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !account) return;
    setBusy(true);
    try {
      signedIn(await call('signIn', { body: { email: account.email, password } }));
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const wrong = failure ? sentenceFor(failure) : undefined;
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
          error={wrong}
        />
        <div className={layout.row}>
          <Button type="submit" variant="main" busy={busy}>
            {text.again}
          </Button>
          <Button variant="quiet" onClick={forgetMember}>
            {text.notMe}
          </Button>
          <Button variant="quiet" onClick={onLater}>
            {common.later}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
