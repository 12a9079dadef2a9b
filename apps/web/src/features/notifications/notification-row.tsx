import type { Notification } from '@waymark/contract';
import { Link } from 'react-router';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { Timestamp } from '../../ui/dates';
import styles from './notifications.module.css';
import { useReadOne } from './notifications.queries';
import { notificationsText as text } from './notifications.text';

/** What happened with one thing: the last of it in words, and how much came before. */
export function NotificationRow({ told, isMine }: { told: Notification; isMine: boolean }) {
  const { kind, by, learner, days, count, title, path, isRead } = told;
  const read = useReadOne();
  const who = { by: by?.name ?? null, learner: learner?.name ?? '', days };
  return (
    <li className={classes(styles.row, !isRead && styles.unread)}>
      {!isRead && <span className={styles.dot} role="img" aria-label={text.unread} />}
      <div className={styles.words}>
        <h2>
          <Link to={`/${path}`} onClick={() => !isRead && read.mutate(told.id)}>
            {title}
          </Link>
        </h2>
        <p>{text.sentence(kind, isMine, who)}</p>
        <p className={styles.quiet}>
          <Timestamp at={told.at} />
          {count > 1 && `, ${text.moreThings(count - 1)}`}
        </p>
      </div>
      {!isRead && (
        <Button
          variant="quiet"
          busy={read.isPending}
          aria-label={text.readOf(title)}
          onClick={() => read.mutate(told.id)}
        >
          {text.read}
        </Button>
      )}
    </li>
  );
}
