import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { call } from '../../api/call';
import { Kbd } from '../../ui/kbd';
import { useKeys } from '../../ui/use-keys';
import styles from './review.module.css';
import { reviewPageText as text } from './review-page.text';

/** The way on through the queue, by one key. */
export function NextReview({ id }: { id: string }) {
  const navigate = useNavigate();
  const queue = useQuery({
    queryKey: ['reviews', 'next'],
    queryFn: ({ signal }) => call('listReviews', { query: { limit: 2, turn: 'mine' }, signal }),
  });
  const next = queue.data?.items.find((review) => review.id !== id);
  const path = `/reviews/${next?.id}`;
  useKeys({ n: { text: text.nextHint, run: () => navigate(path) } }, { group: text.keys, when: next !== undefined });
  return (
    <nav className={styles.acts} aria-label={text.keys}>
      {next ? (
        <Link to={path}>
          {text.next}: {next.project.title} <Kbd>n</Kbd>
        </Link>
      ) : (
        queue.data && <span className={styles.quiet}>{text.noNext}</span>
      )}
      <Link to="/mentoring">{text.toQueue}</Link>
    </nav>
  );
}
