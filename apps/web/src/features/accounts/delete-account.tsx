import type { Account } from '@waymark/contract';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { forgetMember } from '../../api/session';
import { useStepUp } from '../../step-up/use-step-up';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './settings.module.css';
import { settings } from './settings.text';

const text = settings.removing;

export function DeleteAccount({ account }: { account: Account }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className={styles.lead}>{text.text}</p>
      <div>
        <Button variant="danger" onClick={() => setOpen(true)}>
          {text.act}
        </Button>
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={text.title}>
        <Confirm account={account} onCancel={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Confirm({ account, onCancel }: { account: Account; onCancel: () => void }) {
  const { run, dialog } = useStepUp();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const matches = typed.trim() === account.handle;
  const remove = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const finished = await run(() => call('deleteMe'));
      if (!finished) return;
      forgetMember();
      notify({ text: text.done });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (matches && !busy) void remove();
  };
  return (
    <>
      <form className={layout.stack} onSubmit={submit} noValidate>
        <p>{text.consequence}</p>
        {failure ? <Notice tone="alarm">{sentenceFor(failure)}</Notice> : null}
        <TextField
          label={text.type(account.handle)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          onChange={setTyped}
          error={tried && !matches ? text.mismatch(account.handle) : undefined}
        />
        <div className={layout.row}>
          <Button type="submit" variant="danger" busy={busy}>
            {text.final}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            {everyPage.cancel}
          </Button>
        </div>
      </form>
      {dialog}
    </>
  );
}
