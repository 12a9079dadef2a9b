import { useQuery } from '@tanstack/react-query';
import type { Session } from '@waymark/contract';
import { sentenceFor } from '../../api/problem';
import { common } from '../../text/common.text';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import { sessionsQuery, useEndSession } from './accounts.queries';
import { accounts } from './accounts.text';
import styles from './settings.module.css';

const text = accounts.sessions;

export function Sessions() {
  const { data, error, refetch } = useQuery(sessionsQuery);
  if (error && !data)
    return (
      <Notice tone="alarm" title={common.loadFailed} action={<Button onClick={() => refetch()}>{common.retry}</Button>}>
        {sentenceFor(error)}
      </Notice>
    );
  if (!data) return <Skeleton lines={2} height={52} />;
  return (
    <>
      <p className={styles.lead}>{text.lead}</p>
      <ul className={styles.sessions}>
        {data.items.map((session) => (
          <OneSession key={session.id} session={session} />
        ))}
      </ul>
    </>
  );
}

function OneSession({ session }: { session: Session }) {
  const ending = useEndSession();
  const { id, device, current, lastUsedAt } = session;
  const end = () =>
    ending.mutate(id, {
      onSuccess: () => notify({ text: text.ended(device) }),
      onError: (error) =>
        notify({ text: sentenceFor(error), tone: 'alarm', action: { label: common.retry, run: end } }),
    });
  return (
    <li>
      <div>
        <p className={styles.device}>{device}</p>
        <p className={styles.small}>
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
        <Button busy={ending.isPending} onClick={end} aria-label={text.endLabel(device)}>
          {text.end}
        </Button>
      )}
    </li>
  );
}
