import { useQuery } from '@tanstack/react-query';
import type { Account } from '@waymark/contract';
import { useState } from 'react';
import { call } from '../../api/call';
import { instanceQuery } from '../../api/instance';
import { issueFor, sentenceFor } from '../../api/problem';
import { useStepUp } from '../../step-up/use-step-up';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import { emailText as text } from './email.text';
import { FormFailure } from './form-failure';
import { refreshAccount } from './refresh-account';
import styles from './settings.module.css';
import { useSubmit } from './use-submit';

/** The address: whether it is confirmed, one that waits to be, and another one. */
export function Email({ account }: { account: Account }) {
  const { data: instance } = useQuery(instanceQuery);
  const { run, dialog } = useStepUp();
  const { email, pendingEmail, isVerified } = account;
  const canMail = instance?.mail !== 'none';
  const change = async (to: string) => {
    const isDone = await run(async () => void (await call('requestEmailChange', { body: { email: to } })));
    if (!isDone) return false;
    notify({ text: text.sent(to), tone: 'good' });
    await refreshAccount();
    return true;
  };
  const verify = async () => {
    await call('requestVerification', { body: { email } });
    notify({ text: text.sent(email), tone: 'good' });
  };
  return (
    <>
      <div>
        <p className={styles.device}>{email}</p>
        <p className={styles.small}>{text.lead}</p>
      </div>
      {isVerified ? (
        <p className={styles.small}>{text.confirmed}</p>
      ) : (
        canMail && (
          <Notice tone="info" action={<SendButton act={verify}>{text.resend}</SendButton>}>
            {text.unconfirmed}
          </Notice>
        )
      )}
      {pendingEmail && canMail && (
        <Notice
          tone="info"
          title={text.waiting(pendingEmail)}
          action={<SendButton act={() => change(pendingEmail)}>{text.again}</SendButton>}
        >
          {text.waitingText}
        </Notice>
      )}
      {canMail ? <NewAddress change={change} /> : <p className={styles.lead}>{text.noMail}</p>}
      {dialog}
    </>
  );
}

function NewAddress({ change }: { change: (email: string) => Promise<boolean> }) {
  const [typed, setTyped] = useState('');
  const { form, busy, failure, tried, onSubmit } = useSubmit(
    async () => {
      if (await change(typed.trim())) setTyped('');
    },
    () => typed.trim() !== '',
  );
  return (
    <form ref={form} className={layout.stack} onSubmit={onSubmit} noValidate>
      <FormFailure failure={failure} beside={['email']} />
      <TextField
        label={text.new}
        hint={text.newHint}
        type="email"
        autoComplete="email"
        name="email"
        required
        value={typed}
        onChange={setTyped}
        error={tried && !typed.trim() ? text.missing : issueFor(failure, 'email')}
      />
      <div className={layout.row}>
        <Button type="submit" busy={busy}>
          {text.change}
        </Button>
      </div>
    </form>
  );
}

function SendButton({ act, children }: { act: () => Promise<unknown>; children: string }) {
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      await act();
    } catch (error) {
      notify({ text: sentenceFor(error), tone: 'alarm' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} onClick={send}>
      {children}
    </Button>
  );
}
