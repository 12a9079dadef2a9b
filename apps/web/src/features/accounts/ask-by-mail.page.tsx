import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { call } from '../../api/call';
import { instanceQuery } from '../../api/instance';
import { issueFor } from '../../api/problem';
import { useSession } from '../../api/session';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { byMail } from './by-mail.text';
import { Entrance } from './entrance';
import styles from './entrance.module.css';
import { FormFailure } from './form-failure';
import { Sent } from './sent';
import { useSubmit } from './use-submit';

interface AskByMailProps {
  text: typeof byMail.forgot | typeof byMail.askVerification;
  ask: (email: string) => Promise<unknown>;
}

export function ForgotPage() {
  return <AskByMail text={byMail.forgot} ask={(email) => call('requestPasswordReset', { body: { email } })} />;
}

export function AskVerificationPage() {
  return <AskByMail text={byMail.askVerification} ask={(email) => call('requestVerification', { body: { email } })} />;
}

/** Asks for the address and has a link sent there. What it says is the same whether anybody has that address. */
function AskByMail({ text, ask }: AskByMailProps) {
  const { account } = useSession();
  const { data: instance } = useQuery(instanceQuery);
  const [email, setEmail] = useState(useTypedEmail() ?? account?.email ?? '');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { form, busy, failure, tried, onSubmit } = useSubmit(
    async () => {
      await ask(email.trim());
      setSentTo(email.trim());
    },
    () => email.trim() !== '',
  );
  if (instance?.mail === 'none') {
    return (
      <Entrance title={text.title} lead={byMail.noMail}>
        <ToSignIn />
      </Entrance>
    );
  }
  if (sentTo !== null) {
    return (
      <Entrance key="sent" isAnswer title={text.sentTitle}>
        <Sent onAgain={() => ask(sentTo)} onBack={() => setSentTo(null)}>
          {text.sent(sentTo)}
        </Sent>
      </Entrance>
    );
  }
  return (
    <Entrance key="ask" title={text.title} lead={text.lead}>
      <form ref={form} className={layout.stack} onSubmit={onSubmit} noValidate>
        <FormFailure failure={failure} beside={['email']} />
        <TextField
          label={byMail.email}
          type="email"
          autoComplete="username"
          name="email"
          required
          value={email}
          onChange={setEmail}
          error={tried && !email.trim() ? byMail.noEmail : issueFor(failure, 'email')}
        />
        <Button type="submit" variant="main" busy={busy}>
          {text.act}
        </Button>
      </form>
      {!account && <ToSignIn />}
    </Entrance>
  );
}

/** What was typed on the page that led here. */
function useTypedEmail(): string | undefined {
  const state = useLocation().state as { email?: unknown } | null;
  return typeof state?.email === 'string' ? state.email : undefined;
}

function ToSignIn() {
  return (
    <p className={styles.other}>
      <Link to="/sign-in">{byMail.toSignIn}</Link>
    </p>
  );
}
