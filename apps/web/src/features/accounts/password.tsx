import { useQueryClient } from '@tanstack/react-query';
import type { Account } from '@waymark/contract';
import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/call';
import { isProblem, issueFor } from '../../api/problem';
import { useStepUp } from '../../step-up/use-step-up';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { notify } from '../../ui/toast';
import { sessionsQuery } from './accounts.queries';
import { FormFailure } from './form-failure';
import { passwordText as text } from './password.text';
import { refreshAccount } from './refresh-account';
import styles from './settings.module.css';
import { useSubmit } from './use-submit';

/** Changes the password, or sets the first one of who signs in by another service. */
export function Password({ account }: { account: Account }) {
  const queries = useQueryClient();
  const { run, dialog } = useStepUp();
  const { hasPassword } = account;
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const { form, busy, failure, tried, onSubmit } = useSubmit(
    async () => {
      const body = { password, ...(hasPassword && { current }) };
      if (!(await run(() => call('changePassword', { body })))) return;
      setCurrent('');
      setPassword('');
      notify({ text: text.changed, tone: 'good' });
      await refreshAccount();
      await queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
    () => password !== '' && (current !== '' || !hasPassword),
  );
  const isWrong = isProblem(failure, 'wrong-credentials');
  return (
    <>
      <p className={styles.lead}>{hasPassword ? text.lead : text.noneLead}</p>
      <form ref={form} className={layout.stack} onSubmit={onSubmit} noValidate>
        <FormFailure failure={failure} beside={['wrong-credentials', 'current', 'password']} />
        {/* A password manager keeps the new one under this name. */}
        <input type="email" name="username" autoComplete="username" value={account.email} readOnly hidden />
        {hasPassword && (
          <TextField
            label={text.current}
            type="password"
            autoComplete="current-password"
            name="current-password"
            required
            value={current}
            onChange={setCurrent}
            error={isWrong ? text.wrong : tried && !current ? text.missingCurrent : issueFor(failure, 'current')}
          />
        )}
        <TextField
          label={text.new}
          hint={text.newHint}
          type="password"
          autoComplete="new-password"
          name="new-password"
          required
          value={password}
          onChange={setPassword}
          error={tried && !password ? text.missingNew : issueFor(failure, 'password')}
        />
        <div className={layout.row}>
          <Button type="submit" busy={busy}>
            {hasPassword ? text.change : text.set}
          </Button>
          {hasPassword && <Link to="/forgot">{text.forgot}</Link>}
        </div>
      </form>
      {dialog}
    </>
  );
}
