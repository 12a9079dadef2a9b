import { useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { call } from '../../api/call';
import { issueFor, ProblemError, sentenceFor } from '../../api/problem';
import { signedIn, useSession } from '../../api/session';
import { Button } from '../../ui/button';
import { CheckField, TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { accounts } from './accounts.text';
import { Entrance } from './entrance';
import styles from './entrance.module.css';
import { FormFailure } from './form-failure';
import { nextPath } from './next-path';
import { useSubmit } from './use-submit';

const text = accounts.signUp;
const { missing } = accounts;

export function SignUpPage() {
  const [search] = useSearchParams();
  const { status } = useSession();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [staySignedIn, setStay] = useState(true);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { form, busy, failure, tried, onSubmit } = useSubmit(
    async () =>
      signedIn(await call('signUp', { body: { name, email: email.trim(), password, timeZone, staySignedIn } })),
    () => name.trim() !== '' && email.trim() !== '' && password !== '',
  );
  if (status === 'member') return <Navigate to={nextPath(search, '/roadmaps/backend')} replace />;
  const taken = failure instanceof ProblemError && failure.code === 'email-taken' ? sentenceFor(failure) : undefined;
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
    </Entrance>
  );
}
