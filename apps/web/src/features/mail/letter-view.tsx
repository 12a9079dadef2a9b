import { useEffect, useRef } from 'react';
import { download } from '../../api/download';
import { isProblem } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { useMailboxMail } from './mail.queries';
import { mailText } from './mail.text';
import styles from './mailbox.module.css';
import { WithLinks } from './with-links';

const text = mailText;

/**
 * One letter as text. Its HTML part is not drawn in here: a frame takes over the page's Content-Security-Policy, which
 * rightly allows no inline style, and a letter is nothing but those. Saved as a file it opens outside of our origin.
 */
export function LetterView({ id, isChosen }: { id: string; isChosen: boolean }) {
  const { data, error, refetch } = useMailboxMail(id);
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = data !== undefined;
  useEffect(() => {
    if (isChosen && isThere) heading.current?.focus();
  }, [isChosen, isThere]);
  if (error) {
    if (isProblem(error, 'not-found')) return <p className={styles.aside}>{text.gone}</p>;
    return <LoadFailed title={everyPage.loadFailed} error={error} onRetry={() => refetch()} />;
  }
  if (!data) return <Skeleton lines={8} height={22} />;
  const save = () => download(new Blob([data.html], { type: 'text/html' }), text.fileName(data.subject));
  return (
    <article className={styles.letter} aria-label={text.letter(data.subject)}>
      <h2 ref={heading} tabIndex={-1}>
        {data.subject}
      </h2>
      <dl className={styles.head}>
        <dt>{text.to}</dt>
        <dd>{data.to}</dd>
        <dt>{text.from}</dt>
        <dd>{data.from}</dd>
        <dt>{text.sent}</dt>
        <dd>
          <Timestamp at={data.sentAt} />
        </dd>
      </dl>
      <p className={styles.text}>
        <WithLinks text={data.text} />
      </p>
      <div className={styles.save}>
        <p className={styles.aside}>{text.saveHint}</p>
        <Button onClick={save}>{text.saveHtml}</Button>
      </div>
    </article>
  );
}
