import { Link, useSearchParams } from 'react-router';
import { isProblem } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { Button, ButtonLink } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { NotFoundPage } from '../instance/not-found.page';
import { LetterView } from './letter-view';
import { useMailbox } from './mail.queries';
import { mailText } from './mail.text';
import styles from './mailbox.module.css';

const text = mailText;

/** The letters of this machine, where no mail server is named. Everywhere else the API says that nothing is here. */
export function MailboxPage() {
  const query = useMailbox();
  const [search] = useSearchParams();
  const letters = query.data?.pages.flatMap((page) => page.items);
  if (isProblem(query.error, 'not-found')) return <NotFoundPage />;
  const chosen = search.get('letter') ?? undefined;
  const shown = chosen ?? letters?.[0]?.id;
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} />
      <div className={styles.page}>
        <Notice tone="info" title={text.noticeTitle}>
          <p>{text.notice}</p>
          <p>{text.how}</p>
          <pre className={styles.settings}>{text.settings}</pre>
        </Notice>
        {query.isPending && <Skeleton lines={4} height={64} />}
        {query.isError && (
          <LoadFailed title={everyPage.loadFailed} error={query.error} onRetry={() => query.refetch()} />
        )}
        {letters?.length === 0 && (
          <EmptyState title={text.emptyTitle} action={<ButtonLink to="/forgot">{text.forgot}</ButtonLink>}>
            <p>{text.empty}</p>
          </EmptyState>
        )}
        {letters && shown && (
          <div className={styles.sides}>
            <nav aria-label={text.list}>
              <ul className={styles.list}>
                {letters.map(({ id, subject, to, sentAt }) => (
                  <li key={id}>
                    <Link
                      to={{ search: `?letter=${id}` }}
                      replace
                      preventScrollReset
                      aria-current={id === shown ? 'true' : undefined}
                    >
                      <span className={styles.subject}>{subject}</span>
                      <span className={styles.small}>
                        {to} · <Timestamp at={sentAt} />
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
              {query.hasNextPage && (
                <Button variant="quiet" busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
                  {text.showMore}
                </Button>
              )}
            </nav>
            <LetterView key={shown} id={shown} isChosen={chosen !== undefined} />
          </div>
        )}
      </div>
    </div>
  );
}
