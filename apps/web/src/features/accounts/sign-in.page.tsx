import { lazy, Suspense, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { call } from '../../api/call';
import { isProblem, issueFor, ProblemError, sentenceFor } from '../../api/problem';
import { signedIn, useSession } from '../../api/session';
import { Button } from '../../ui/button';
import { CheckField, TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Skeleton } from '../../ui/skeleton';
import { accounts } from './accounts.text';
import { Entrance } from './entrance';
import styles from './entrance.module.css';
import { FormFailure } from './form-failure';
import { nextPath } from './next-path';
import { OtherWays } from './other-ways';
import { useSubmit } from './use-submit';

const text = accounts.signIn;
const { missing } = accounts;

// Most have no second factor, and this page is the first that many load.
const SignInCode = lazy(async () => ({ default: (await import('./sign-in-code')).SignInCode }));

export function SignInPage() {
  const [search] = useSearchParams();
  const { status } = useSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [staySignedIn, setStay] = useState(true);
  const [needsCode, setNeedsCode] = useState(false);
  const proved = { email: email.trim(), password, staySignedIn };
  const { form, busy, failure, tried, onSubmit, setFailure } = useSubmit(
    async () => {
      try {
        signedIn(await call('signIn', { body: proved }));
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'code-required') throw error;
        setNeedsCode(true);
      }
    },
    () => email.trim() !== '' && password !== '',
  );
  if (status === 'member') return <Navigate to={nextPath(search)} replace />;
  const refused = isProblem(failure, 'wrong-credentials') ? sentenceFor(failure) : undefined;
  const wrong = {
    email: tried && !email.trim() ? missing.email : issueFor(failure, 'email'),
    password: tried && !password ? missing.password : (issueFor(failure, 'password') ?? refused),
  };
  if (needsCode) {
    const goBack = (reason: unknown) => {
      setFailure(reason);
      setNeedsCode(false);
    };
    return (
      <Entrance title={text.title} lead={text.second}>
        <Suspense fallback={<Skeleton lines={2} height={44} />}>
          <SignInCode proved={proved} onBack={goBack} />
        </Suspense>
      </Entrance>
    );
  }
  return (
    <Entrance title={text.title} lead={search.has('next') ? text.next : text.lead}>
      <form ref={form} className={layout.stack} onSubmit={onSubmit} noValidate>
        <FormFailure failure={failure} beside={['wrong-credentials', 'email', 'password']} />
        {isProblem(failure, 'email-unverified') && (
          <Link to="/verify" state={{ email: email.trim() }}>
            {text.verify}
          </Link>
        )}
        <TextField
          label={text.email}
          type="email"
          autoComplete="username"
          name="email"
          required
          value={email}
          onChange={setEmail}
          error={wrong.email}
        />
        <TextField
          label={text.password}
          type="password"
          autoComplete="current-password"
          name="password"
          required
          value={password}
          onChange={setPassword}
          error={wrong.password}
        />
        <Link className={styles.forgot} to="/forgot" state={{ email: email.trim() }}>
          {text.forgot}
        </Link>
        <CheckField label={text.stay} checked={staySignedIn} onChange={setStay} />
        <Button type="submit" variant="main" busy={busy}>
          {text.act}
        </Button>
      </form>
      <p className={styles.other}>
        {text.none} <Link to={{ pathname: '/sign-up', search: search.toString() }}>{text.signUp}</Link>
      </p>
      <OtherWays next={nextPath(search)} staySignedIn={staySignedIn} />
    </Entrance>
  );
}
