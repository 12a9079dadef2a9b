import { lazy, useState } from 'react';
import { Link, Navigate, useLocation, useSearchParams } from 'react-router';
import { call } from '../../api/call';
import { useInstance } from '../../api/instance';
import { isProblem, issueFor, sentenceFor } from '../../api/problem';
import { signedIn, useSession } from '../../api/session';
import { Button } from '../../ui/button';
import { CheckField, TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { accounts } from './accounts.text';
import { Entrance } from './entrance';
import styles from './entrance.module.css';
import { FormFailure } from './form-failure';
import { readInvited } from './invited';
import { nextPath } from './next-path';
import { OtherWays } from './other-ways';
import { useSubmit } from './use-submit';

const text = accounts.signUp;
const { missing } = accounts;

const SignedUp = lazy(async () => ({ default: (await import('./signed-up')).SignedUp }));

export function SignUpPage() {
  const [search] = useSearchParams();
  const { status } = useSession();
  const instance = useInstance();
  const invited = readInvited(useLocation().state);
  const { invitation } = invited;
  const [name, setName] = useState('');
  const [email, setEmail] = useState(invited.email ?? '');
  const [password, setPassword] = useState('');
  const [staySignedIn, setStay] = useState(true);
  const [waits, setWaits] = useState(false);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { form, busy, failure, tried, onSubmit } = useSubmit(
    async () => {
      const typed = { name, email: email.trim(), password, timeZone, staySignedIn };
      const answer = await call('signUp', { body: { ...typed, ...(invitation && { invitation }) } });
      if ('account' in answer) signedIn(answer);
      else setWaits(true);
    },
    () => name.trim() !== '' && email.trim() !== '' && password !== '',
  );
  if (status === 'member') return <Navigate to={nextPath(search)} replace />;
  if (waits) return <SignedUp email={email.trim()} onBack={() => setWaits(false)} />;
  const who = instance?.signUp.who;
  if (who === 'invited' && !invitation) return <Closed />;
  const taken = isProblem(failure, 'email-taken') ? sentenceFor(failure) : undefined;
  const wrong = {
    name: tried && !name.trim() ? missing.name : issueFor(failure, 'name'),
    email: tried && !email.trim() ? missing.email : (issueFor(failure, 'email') ?? taken),
    password: tried && !password ? missing.newPassword : issueFor(failure, 'password'),
  };
  return (
    <Entrance title={text.title} lead={text.lead}>
      <form ref={form} className={layout.stack} onSubmit={onSubmit} noValidate>
        <FormFailure failure={failure} beside={['email-taken', 'name', 'email', 'password']} />
        <TextField
          label={text.name}
          hint={text.nameHint}
          autoComplete="name"
          name="name"
          required
          maxLength={80}
          value={name}
          onChange={setName}
          error={wrong.name}
        />
        <TextField
          label={text.email}
          hint={who === 'domains' && !invitation ? text.domainsHint : undefined}
          type="email"
          autoComplete="email"
          name="email"
          required
          value={email}
          onChange={setEmail}
          error={wrong.email}
        />
        <TextField
          label={text.password}
          hint={text.passwordHint}
          type="password"
          autoComplete="new-password"
          name="password"
          required
          value={password}
          onChange={setPassword}
          error={wrong.password}
        />
        <CheckField label={text.stay} checked={staySignedIn} onChange={setStay} />
        <Button type="submit" variant="main" busy={busy}>
          {text.act}
        </Button>
      </form>
      <p className={styles.other}>
        {text.have} <Link to={{ pathname: '/sign-in', search: search.toString() }}>{text.signIn}</Link>
      </p>
      <OtherWays next={nextPath(search)} staySignedIn={staySignedIn} invitation={invitation} />
    </Entrance>
  );
}

/** Said before anybody fills in a form for nothing. */
function Closed() {
  return (
    <Entrance title={text.closedTitle} lead={text.closed}>
      <p className={styles.other}>
        {text.have} <Link to="/sign-in">{text.signIn}</Link>
      </p>
    </Entrance>
  );
}
