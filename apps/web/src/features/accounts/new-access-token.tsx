import { useQueryClient } from '@tanstack/react-query';
import type { AccessTokenRow } from '@waymark/contract';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call';
import { issueFor } from '../../api/problem';
import { useStepUp } from '../../step-up/use-step-up';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import styles from './access-tokens.module.css';
import { accessTokensQuery } from './access-tokens.queries';
import { scopeText, tokensText as text } from './access-tokens.text';
import { copyText } from './copy-text';
import { FormFailure } from './form-failure';
import { useSubmit } from './use-submit';

type ScopeName = AccessTokenRow['scopes'][number];
type Days = keyof typeof text.dayChoices;

const allScopes = Object.keys(scopeText) as ScopeName[];
const dayOptions = Object.entries(text.dayChoices).map(([value, label]) => ({ value: value as Days, label }));

interface Made {
  name: string;
  token: string;
}

/** The form, and then what it made: a token is seen this once. */
export function NewAccessToken() {
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  if (made) return <MadeToken made={made} onDone={() => setMade(null)} />;
  if (!isOpen) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{text.make}</Button>
      </div>
    );
  }
  return (
    <TokenForm
      onCancel={() => setOpen(false)}
      onMade={(token) => {
        setMade(token);
        setOpen(false);
      }}
    />
  );
}

function TokenForm({ onMade, onCancel }: { onMade: (made: Made) => void; onCancel: () => void }) {
  const queries = useQueryClient();
  const { run, dialog } = useStepUp();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly ScopeName[]>([]);
  const [days, setDays] = useState<Days>('30');
  const make = async () => {
    const body = { name: name.trim(), scopes: [...scopes], expiresInDays: Number(days) };
    const { token, row } = await call('createAccessToken', { body });
    onMade({ name: row.name, token });
    void queries.invalidateQueries({ queryKey: accessTokensQuery.queryKey });
  };
  const { form, busy, failure, tried, onSubmit } = useSubmit(
    async () => void (await run(make)),
    () => name.trim() !== '' && scopes.length > 0,
  );
  const toggle = (scope: ScopeName, isChosen: boolean) =>
    setScopes(allScopes.filter((each) => (each === scope ? isChosen : scopes.includes(each))));
  const noScope = tried && scopes.length === 0;
  return (
    <>
      <form ref={form} className={layout.stack} onSubmit={onSubmit} noValidate>
        <FormFailure failure={failure} beside={['name']} />
        <TextField
          label={text.name}
          hint={text.nameHint}
          autoComplete="off"
          autoFocus
          maxLength={80}
          required
          value={name}
          onChange={setName}
          error={tried && !name.trim() ? text.noName : issueFor(failure, 'name')}
        />
        <fieldset className={styles.choices} aria-describedby={noScope ? 'scopes-error' : undefined}>
          <legend>{text.scopes}</legend>
          {allScopes.map((scope) => (
            <CheckField
              key={scope}
              label={scopeText[scope]}
              checked={scopes.includes(scope)}
              onChange={(isChosen) => toggle(scope, isChosen)}
            />
          ))}
          <p id="scopes-error" className={styles.error} role="alert">
            {noScope && text.noScope}
          </p>
        </fieldset>
        <div className={styles.days}>
          <SelectField label={text.days} value={days} onChange={setDays} options={dayOptions} />
        </div>
        <div className={layout.row}>
          <Button type="submit" variant="main" busy={busy}>
            {text.act}
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

function MadeToken({ made, onDone }: { made: Made; onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone: who hears the page is told what came instead.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.made}>
      <h3 ref={heading} id="made-token" tabIndex={-1}>
        {text.made(made.name)}
      </h3>
      <p>{text.shownOnce}</p>
      <output aria-labelledby="made-token">{made.token}</output>
      <div className={layout.row}>
        <Button variant="main" onClick={() => copyText(made.token)}>
          {text.copy}
        </Button>
        <Button onClick={onDone}>{text.done}</Button>
      </div>
    </div>
  );
}
