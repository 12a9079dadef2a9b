import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { useSession } from '../../api/session';
import { Button, ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { Segmented } from '../../ui/segmented';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import { NotificationRow } from './notification-row';
import styles from './notifications.module.css';
import { useNotifications, useReadAll, useUnread } from './notifications.queries';
import { notificationsText as text } from './notifications.text';

type Shown = 'all' | 'unread';
const choices: readonly { value: Shown; label: string }[] = [
  { value: 'all', label: text.shown.all },
  { value: 'unread', label: text.shown.unread },
];

/** `/notifications`: what happened, the newest first. */
export function NotificationsPage() {
  const [shown, setShown] = useState<Shown>('all');
  const unread = useUnread();
  const query = useNotifications(shown);
  const readAll = useReadAll();
  const newest = query.data?.pages[0]?.items[0]?.at;
  const markAll = (until: string) => readAll.mutate(until, { onSuccess: () => notify({ text: text.allRead }) });
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} />
      <div className={styles.tools}>
        <Segmented label={text.show} value={shown} onChange={setShown} options={choices} />
        {unread > 0 && newest && (
          <Button busy={readAll.isPending} onClick={() => markAll(newest)}>
            {text.readAll}
          </Button>
        )}
      </div>
      {readAll.error && <Notice tone="alarm">{sentenceFor(readAll.error)}</Notice>}
      <Told shown={shown} query={query} />
    </div>
  );
}

function Told({ shown, query }: { shown: Shown; query: ReturnType<typeof useNotifications> }) {
  const { account } = useSession();
  const told = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.isError && !query.data) {
    return <LoadFailed title={text.failed} error={query.error} onRetry={() => query.refetch()} />;
  }
  if (query.isPending) return <Skeleton lines={5} height={72} />;
  if (told.length === 0) return <Nothing shown={shown} />;
  return (
    <>
      <ul className={styles.list}>
        {told.map((each) => (
          <NotificationRow key={each.id} told={each} isMine={each.learner?.id === account?.id} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {text.more}
        </Button>
      )}
    </>
  );
}

function Nothing({ shown }: { shown: Shown }) {
  if (shown === 'unread') return <EmptyState title={text.nothingUnread}>{text.nothingUnreadText}</EmptyState>;
  return (
    <EmptyState title={text.nothing} action={<ButtonLink to="/projects">{text.toProjects}</ButtonLink>}>
      {text.nothingText}
    </EmptyState>
  );
}
