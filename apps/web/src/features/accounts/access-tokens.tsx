import { useQuery } from '@tanstack/react-query';
import type { AccessTokenRow } from '@waymark/contract';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import styles from './access-tokens.module.css';
import { accessTokensQuery, useEndAccessToken } from './access-tokens.queries';
import { scopeText, tokensText as text } from './access-tokens.text';
import { NewAccessToken } from './new-access-token';
import settings from './settings.module.css';

export function AccessTokens() {
  const { data, error, refetch } = useQuery(accessTokensQuery);
  return (
    <>
      <p className={settings.lead}>
        {text.lead} <a href="/api/docs">{text.docs}</a>
      </p>
      {error && !data && <LoadFailed title={text.loadFailed} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton lines={1} height={52} />}
      {data?.items.length === 0 && <p>{text.none}</p>}
      {data && data.items.length > 0 && (
        <ul className={settings.sessions}>
          {data.items.map((token) => (
            <OneToken key={token.id} token={token} />
          ))}
        </ul>
      )}
      <NewAccessToken />
    </>
  );
}

function OneToken({ token }: { token: AccessTokenRow }) {
  const ending = useEndAccessToken();
  const [asking, setAsking] = useState(false);
  const { id, name, scopes, expiresAt, lastUsedAt } = token;
  const end = () => {
    setAsking(false);
    ending.mutate(id, {
      onSuccess: () => notify({ text: text.ended(name) }),
      onError: (error) =>
        notify({ text: sentenceFor(error), tone: 'alarm', action: { label: everyPage.retry, run: end } }),
    });
  };
  return (
    <li>
      <div>
        <p className={settings.device}>{name}</p>
        <ul className={styles.scopes}>
          {scopes.map((scope) => (
            <li key={scope}>{scopeText[scope]}</li>
          ))}
        </ul>
        <p className={settings.small}>
          {lastUsedAt ? (
            <>
              {text.used} <Timestamp at={lastUsedAt} />
            </>
          ) : (
            text.neverUsed
          )}
          {' · '}
          {text.ends} <Timestamp at={expiresAt} />
        </p>
      </div>
      <Button busy={ending.isPending} onClick={() => setAsking(true)} aria-label={text.endLabel(name)}>
        {text.end}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={text.endTitle(name)}>
        <p>{text.endText}</p>
        <div className={layout.row}>
          <Button variant="danger" onClick={end}>
            {text.end}
          </Button>
          <Button variant="quiet" onClick={() => setAsking(false)}>
            {everyPage.cancel}
          </Button>
        </div>
      </Dialog>
    </li>
  );
}
