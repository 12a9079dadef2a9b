import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { instanceQuery } from '../../api/instance';
import { useSession } from '../../api/session';
import styles from './notifications.module.css';
import { notificationsText } from './notifications.text';

const text = notificationsText.offer;

/** Says once, quietly, that there is a weekly letter: to who gets none, where one could come. */
export function WeeklyOffer({ about }: { about: 'learning' | 'mentoring' }) {
  const { account } = useSession();
  const { data: instance } = useQuery(instanceQuery);
  if (!account || (account.weekly ?? 'off') !== 'off' || !instance || instance.mail === 'none') return null;
  return (
    <p className={styles.lead}>
      {text[about]} <Link to="/settings#letters">{text.act}</Link>
    </p>
  );
}
