import { useEffect, useSyncExternalStore } from 'react';
import { Link, useLocation } from 'react-router';
import styles from './bell.module.css';
import { useSeeAbout, useUnread } from './notifications.queries';
import { notificationsText as text } from './notifications.text';

function subscribeToSight(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

const pages = { reviews: 'review', cohorts: 'cohort' } as const;

/** What was told of a review or a cohort is read while that is looked at. */
function useReadWhatIsOpen(unread: number): void {
  const { pathname } = useLocation();
  const isSeen = useSyncExternalStore(subscribeToSight, () => !document.hidden);
  const [, page, id] = /^\/(reviews|cohorts)\/([0-9a-f]{24})$/.exec(pathname) ?? [];
  const kind = page && pages[page as keyof typeof pages];
  const { mutate } = useSeeAbout();
  useEffect(() => {
    if (id && kind && isSeen && unread > 0) mutate({ kind, id });
  }, [id, kind, isSeen, unread, mutate]);
}

/** On every page of a member: whether there is news, and the way to it. */
export function Bell() {
  const unread = useUnread();
  useReadWhatIsOpen(unread);
  return (
    <Link to="/notifications" className={styles.bell} aria-label={text.bell(unread)} title={text.title}>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path
          d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread >= 100 ? text.most : unread}
        </span>
      )}
    </Link>
  );
}
