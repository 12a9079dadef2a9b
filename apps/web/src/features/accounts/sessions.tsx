import { useQuery } from '@tanstack/react-query';
import type { Session } from '@waymark/contract';
import { useId, useRef } from 'react';
import { sentenceFor } from '../../api/problem';
import { deviceName } from '../../text/device-name';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import { sessionsQuery, useEndSession } from './accounts.queries';
import { EndSessions } from './end-sessions';
import { sessionsText as text } from './sessions.text';
import styles from './settings.module.css';

export function Sessions() {
  const { data, error, refetch } = useQuery(sessionsQuery);
  const list = useRef<HTMLUListElement>(null);
  if (error && !data) return <LoadFailed title={everyPage.loadFailed} error={error} onRetry={() => refetch()} />;
  if (!data) return <Skeleton lines={2} height={52} />;
  // The button that was pressed goes with its row: whoever uses the keyboard goes on from the list.
  const goOn = () => list.current?.focus();
  return (
    <>
      <p className={styles.lead}>{text.lead}</p>
      <ul ref={list} className={styles.sessions} aria-label={text.list} tabIndex={-1}>
        {data.items.map((session) => (
          <OneSession key={session.id} session={session} onEnded={goOn} />
        ))}
      </ul>
      <EndSessions sessions={data.items} onEnded={goOn} />
    </>
  );
}

function OneSession({ session, onEnded }: { session: Session; onEnded: () => void }) {
  const ending = useEndSession();
  // Two devices can have one name: what else is known of each tells them apart.
  const detailsId = useId();
  const { id, current, createdAt, lastUsedAt } = session;
  const device = deviceName(session.device);
  const end = () =>
    ending.mutate(id, {
      onSuccess: () => {
        onEnded();
        notify({ text: text.ended(device) });
      },
      onError: (error) =>
        notify({ text: sentenceFor(error), tone: 'alarm', action: { label: everyPage.retry, run: end } }),
    });
  return (
    <li>
      <div>
        <p className={styles.device}>{device}</p>
        <p id={detailsId} className={styles.small}>
          {text.since} <Timestamp at={createdAt} />
          {' · '}
          {current ? (
            text.here
          ) : (
            <>
              {text.lastUsed} <Timestamp at={lastUsedAt} />
            </>
          )}
        </p>
      </div>
      {!current && (
        <Button busy={ending.isPending} onClick={end} aria-label={text.endLabel(device)} aria-describedby={detailsId}>
          {text.end}
        </Button>
      )}
    </li>
  );
}
